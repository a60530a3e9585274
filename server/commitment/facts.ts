/** What everyone may know of a commitment, as pages, files and the API say it. */
import type { PlacedCommitmentRow } from '#db/commitment/commitments.ts'
import type { CommitmentEventRow } from '#db/commitment/tables.ts'
import type { Place } from '../access.ts'
import { dayIn, type Zone } from '../directory/rules/days.ts'
import { statusOf, type CommitmentStanding } from './rules/status.ts'

export interface CommitmentFacts extends CommitmentStanding {
  /** Opaque; the subject of its entries in the ledger. */
  id: string
  slug: string
  what: string
  why: string
  source: CommitmentSource
  /** Who answers for it, as residents know them. */
  owner: string
  region: { code: string; slug: string; name: string; timezone: Zone; sample: boolean }
  institution: { name: string } | null
  unit: { slug: string; name: string } | null
  /** The day that was promised first. */
  firstDue: string
  budget: string | null
  /** What is done one after the other, a line each, and what it costs; where that is known. */
  steps: string | null
  cost: string | null
  createdAt: string
  /** Who said that it isn't done and waits for the owner's answer. */
  waiting: WaitingDisputes | null
}

export interface WaitingDisputes {
  count: number
  /** Day of the first, in the region's zone. */
  since: string
}

/** Where it came from: a subject, what to call it, and where it stands (a path of the portal in Indonesian, or an address). */
export interface CommitmentSource {
  kind: string
  id: string
  title: string
  path: string
}

/** `waiting`: as the database counts them, if anybody waits. */
export function factsOf(
  row: PlacedCommitmentRow,
  events: CommitmentEventRow[],
  now: Date,
  waiting?: { count: number; since: string },
): CommitmentFacts {
  const happened = events.map(({ kind, dueAfter, at }) => ({ kind, dueAfter, day: dayIn(new Date(at), row.timezone) }))
  return {
    id: row.id,
    slug: row.slug,
    what: row.what,
    why: row.why,
    source: { kind: row.sourceKind, id: row.sourceId, title: row.sourceTitle, path: row.sourcePath },
    owner: row.owner,
    region: {
      code: row.regionCode,
      slug: row.regionSlug,
      name: row.regionName,
      timezone: row.timezone,
      sample: row.sample === 1,
    },
    institution: row.institutionName === null ? null : { name: row.institutionName },
    unit: row.unitSlug !== null && row.unitName !== null ? { slug: row.unitSlug, name: row.unitName } : null,
    firstDue: row.dueOn,
    budget: row.budget,
    steps: row.steps,
    cost: row.cost,
    createdAt: row.createdAt,
    waiting: waiting ? { ...waiting, since: dayIn(new Date(waiting.since), row.timezone) } : null,
    ...statusOf({ firstDue: row.dueOn, events: happened }, dayIn(now, row.timezone)),
  }
}

/** Where a commitment lies, for `may`. */
export function placeOf({
  regionCode,
  institutionPath,
  unitId,
}: Pick<PlacedCommitmentRow, 'regionCode' | 'institutionPath' | 'unitId'>): Place {
  return { regionCode, ...(institutionPath ? { institutionPath } : {}), ...(unitId ? { unitId } : {}) }
}
