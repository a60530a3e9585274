/** What every correction of the directory shares: the version that was read, what stands above, and the entry it leaves. */
import type { Database, Transaction } from '#db/database.ts'
import { findInstitutionById, listInstitutionsOfRegion } from '#db/directory/institutions.ts'
import { lockDirectory } from '#db/directory/lock.ts'
import { listUnitsOfRegion } from '#db/directory/units.ts'
import type { Issues } from '../forms.ts'
import type { Json } from '../ledger/append.ts'
import { transaction, type Scope } from '../scope.ts'

export type Kind = 'region' | 'institution' | 'unit' | 'service'

/** Somebody else saved after the form was read: what stands there now, by field, as a form would hold it. */
export interface Meanwhile {
  version: number
  values: Record<string, string>
}

/** Like `Outcome`; with `meanwhile` nothing else is wrong and nothing was saved. */
export type Kept<T> =
  ({ ok: true } & T) | { ok: false; issues: Issues; values: Record<string, string>; meanwhile?: Meanwhile }

export function isRunning({ closedAt }: { closedAt: string | null }): boolean {
  return closedAt === null
}

export async function isClosed(db: Database, institutionId: string | null): Promise<boolean> {
  return institutionId !== null && !isRunning((await findInstitutionById(db, institutionId)) ?? { closedAt: null })
}

/** Whether another one of the region has the code. Ask behind the lock. */
export async function isCodeTaken(
  db: Database,
  kind: 'institution' | 'unit',
  regionCode: string,
  code: string | null,
  exceptId?: string,
): Promise<boolean> {
  if (code === null) return false
  const list = kind === 'unit' ? listUnitsOfRegion : listInstitutionsOfRegion
  const rows: { id: string; code: string | null }[] = await list(db, regionCode)
  return rows.some((row) => row.code === code && row.id !== exceptId)
}

/** Columns whose values may stand in the open record; of others (a contact, an address) only that they changed. */
const RECORDED = ['name', 'kind', 'sector', 'code', 'paid', 'population', 'sample', 'complaintUrl']

interface Change<Row extends { version: number }> {
  what: Kind
  /** Opaque id, or a region's code. */
  subject: string
  /** The row as it was when permission was asked. */
  known: Row & { name: string; slug: string }
  /** The version that was read. */
  version: number
  wanted: Partial<Row>
  /** Columns as a form would hold them. */
  show: (row: Row) => Record<string, string>
  values: Record<string, string>
  /** Whether another one has the code that is wanted. */
  isTaken?: (db: Transaction) => Promise<boolean>
  find: (db: Transaction) => Promise<(Row & { name: string; slug: string }) | undefined>
  save: (db: Transaction, change: Partial<Row> & { version: number }) => Promise<void>
}

/** Saves what differs, unless somebody else has saved since: then says what stands there now. */
export async function saveBehindLock<Row extends { version: number }>(
  scope: Scope,
  { what, subject, known, version, wanted, show, values, isTaken, find, save }: Change<Row>,
): Promise<Kept<object>> {
  return transaction(scope, async ({ db, engine, record }): Promise<Kept<object>> => {
    await lockDirectory(db, engine)
    if (await isTaken?.(db)) return { ok: false, issues: { code: 'code-double' }, values }
    const row = (await find(db)) ?? known
    const names = Object.keys(wanted) as (keyof Row & string)[]
    const changed = names.filter((name) => wanted[name] !== row[name])
    if (changed.length === 0) return { ok: true }
    if (row.version !== version) {
      const meanwhile = { version: row.version, values: show(row) }
      return { ok: false, issues: { form: 'meanwhile' }, values, meanwhile }
    }
    await save(db, { ...wanted, version: row.version + 1 })
    const open = changed.filter((name) => RECORDED.includes(name)).map((name) => [name, wanted[name] as Json])
    const { name, slug } = { ...row, ...wanted }
    record({ kind: 'directory.changed', subject, fields: { what, name, slug, ...Object.fromEntries(open), changed } })
    return { ok: true }
  })
}
