/** Keeping up the list of stakeholder groups: every change leaves a line of history and an entry in the ledger. */
import { lockDirectory } from '#db/directory/lock.ts'
import * as groups from '#db/directory/stakeholder-groups.ts'
import type { GroupChangeKind, StakeholderGroupRow } from '#db/directory/tables.ts'
import type { Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import { readInput } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import type { Kept } from './keeping.ts'
import { dayIn } from './rules/days.ts'
import { freeSlug, slugOf } from './rules/slug.ts'
import { groupChangeSchema, groupSchema, type GroupChange, type GroupInput } from './schema.ts'
import { groupOf, keepsGroups, regionOfList, type StakeholderGroup } from './stakeholder-groups.ts'

/** Issues: see `groupSchema`; nameId: group-double. @throws Refused not-found, forbidden */
export async function addGroup(
  scope: Scope,
  regionCode: string | null,
  input: GroupInput,
): Promise<Kept<{ group: StakeholderGroup }>> {
  await regionOfList(scope, regionCode)
  const reading = readInput(groupSchema, input)
  if (!reading.ok) return reading
  const { nameId, nameEn, position } = reading.value
  return transaction(scope, async (inner) => {
    const { db, engine } = inner
    await lockDirectory(db, engine)
    const rows = await groups.listStakeholderGroups(db, regionCode)
    if (isNameTaken(rows, nameId)) return doubled(reading.values)
    const keys = rows.map(({ key }) => key)
    const last = Math.max(0, ...rows.map((row) => row.position))
    const row = { id: newId(), key: freeSlug(slugOf(nameEn), keys), nameId, nameEn, position: position ?? last + 1 }
    await groups.insertStakeholderGroup(db, { ...row, regionCode, retiredOn: null })
    await remember(inner, regionCode, row, 'added', { after: namesOf(row) })
    return { ok: true as const, group: groupOf(row) }
  })
}

/** Names and place. Issues: see `groupChangeSchema`; nameId: group-double; form: meanwhile. @throws Refused not-found, forbidden */
export async function changeGroup(scope: Scope, id: string, input: GroupChange): Promise<Kept<object>> {
  const known = await findKeepable(scope, id)
  const reading = readInput(groupChangeSchema, input)
  if (!reading.ok) return reading
  const { version, nameId, nameEn } = reading.value
  const wanted = { nameId, nameEn, position: reading.value.position ?? known.position }
  return transaction(scope, async (inner): Promise<Kept<object>> => {
    const { db, engine } = inner
    await lockDirectory(db, engine)
    const row = (await groups.findStakeholderGroup(db, id)) ?? known
    const rows = await groups.listStakeholderGroups(db, row.regionCode)
    if (isNameTaken(rows, nameId, id)) return doubled(reading.values)
    if (namesOf(row) === namesOf(wanted) && row.position === wanted.position) return { ok: true }
    if (row.version !== version) {
      const values = { nameId: row.nameId, nameEn: row.nameEn, position: String(row.position) }
      return {
        ok: false,
        issues: { form: 'meanwhile' },
        values: reading.values,
        meanwhile: { version: row.version, values },
      }
    }
    await groups.updateStakeholderGroup(db, id, { ...wanted, version: row.version + 1 })
    const after = { ...row, ...wanted }
    await remember(inner, row.regionCode, after, 'changed', { before: namesOf(row), after: namesOf(wanted) })
    return { ok: true }
  })
}

/**
 * Whether a list offers a group from today on. In a region's list, one of the portal's is set aside there alone.
 * What is so already stays. @throws Refused not-found, forbidden
 */
export async function offerGroup(scope: Scope, regionCode: string | null, id: string, offered: boolean): Promise<void> {
  const region = await regionOfList(scope, regionCode)
  const today = dayIn(scope.now, region?.timezone ?? 'Asia/Jakarta')
  await transaction(scope, async (inner) => {
    const { db, engine } = inner
    await lockDirectory(db, engine)
    const row = await groups.findStakeholderGroup(db, id)
    if (!row || (row.regionCode !== null && row.regionCode !== regionCode)) throw new Refused('not-found')
    if (row.regionCode === regionCode) {
      if ((row.retiredOn === null) === offered) return
      await groups.updateStakeholderGroup(db, id, { retiredOn: offered ? null : today, version: row.version + 1 })
      return remember(inner, regionCode, row, offered ? 'restored' : 'retired', {})
    }
    const code = regionCode ?? ''
    if (!(await groups.listSetAside(db, code)).has(id) === offered) return
    if (offered) await groups.takeBack(db, code, id)
    else await groups.setAside(db, { regionCode: code, groupId: id, since: today })
    return remember(inner, regionCode, row, offered ? 'taken-back' : 'set-aside', {})
  })
}

async function findKeepable(scope: Scope, id: string): Promise<StakeholderGroupRow> {
  const row = await groups.findStakeholderGroup(scope.db, id)
  if (!row) throw new Refused('not-found')
  if (!keepsGroups(scope, row.regionCode)) throw new Refused('forbidden')
  return row
}

type Names = Pick<StakeholderGroupRow, 'nameId' | 'nameEn'>

async function remember(
  { db, actor, now, record }: Scope<Transaction>,
  regionCode: string | null,
  group: Names & { id: string; key: string },
  what: GroupChangeKind,
  { before = null, after = null }: { before?: string | null; after?: string | null },
): Promise<void> {
  const byAccount = actor?.accountId ?? ''
  const change = { id: newId(), groupId: group.id, regionCode, what, before, after, byAccount, at: now.toISOString() }
  await groups.insertGroupChange(db, change)
  const fields = { what, name: group.nameId, key: group.key, region: regionCode }
  record({ kind: 'directory.groups-changed', subject: group.id, fields })
}

function namesOf({ nameId, nameEn }: Names): string {
  return `${nameId} · ${nameEn}`
}

function isNameTaken(rows: StakeholderGroupRow[], nameId: string, exceptId?: string): boolean {
  const wanted = nameId.toLowerCase()
  return rows.some((row) => row.nameId.toLowerCase() === wanted && row.id !== exceptId)
}

function doubled(values: Record<string, string>) {
  return { ok: false as const, issues: { nameId: 'group-double' }, values }
}
