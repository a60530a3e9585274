/** What is public of moderation: each decision without the text, and figures by month, of the portal or of a region. */
import { listRegions } from '#db/directory/regions.ts'
import { countActs, listVerdictsBefore, listWaits } from '#db/moderation/figures.ts'
import type { VerdictKind, Waiting } from '#db/moderation/tables.ts'
import type { Scope } from '../scope.ts'
import { countMonths, type MonthFigures } from './rules/months.ts'

const PAGE = 30

export interface LoggedDecision {
  id: string
  /** Opaque; the same in each line about one text, and the subject of its entries in the ledger. */
  text: string
  what: Exclude<VerdictKind, 'held'>
  reason: string | null
  /** What it had waited for; null where a moderator acted by themselves. */
  waitedFor: Waiting | null
  at: string
  title: string
  path: string
  region: string
}

/** The latest first. An unknown region has none. */
export async function listDecisions(
  { db }: Pick<Scope, 'db'>,
  { region, cursor, limit = PAGE }: { region?: string | undefined; cursor?: string | undefined; limit?: number } = {},
): Promise<{ items: LoggedDecision[]; next: string | null }> {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f]{32})$/.exec(cursor ?? '')
  const before = found ? { before: { at: found[1] ?? '', id: found[2] ?? '' } } : {}
  const rows = await listVerdictsBefore(db, { ...(region ? { regionCode: region } : {}), ...before, limit: limit + 1 })
  const names = new Map((await listRegions(db)).map(({ code, name }) => [code, name]))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ id, moderatedId, what, reason, waitedFor, at, title, path, regionCode }) => {
      const decision = { id, text: moderatedId, what: what as LoggedDecision['what'], reason, waitedFor, at }
      return { ...decision, title, path, region: names.get(regionCode) ?? regionCode }
    }),
    next: last && rows.length > limit ? `${last.at}_${last.id}` : null,
  }
}

/** Months in which anything happened, the latest first. `region` is a Kemendagri code; what lies in it counts too. */
export async function getFigures({ db }: Pick<Scope, 'db'>, region?: string): Promise<MonthFigures[]> {
  return countMonths(await countActs(db, region), await listWaits(db, region))
}
