/** Lists of commitments, page by page, for the public and for those who keep them, and of one source. */
import * as rows from '#db/commitment/commitments.ts'
import { countWaiting } from '#db/commitment/disputes.ts'
import type { PlacedCommitmentRow } from '#db/commitment/commitments.ts'
import { grantedPlaces } from '../access.ts'
import { dayIn } from '../directory/rules/days.ts'
import type { Scope } from '../scope.ts'
import { factsOf, type CommitmentFacts } from './facts.ts'
import { COMMITMENT_STATUSES } from './rules/status.ts'

export const COMMITMENT_FILTERS = ['open', 'late', 'disputed', ...COMMITMENT_STATUSES] as const
export type CommitmentListStatus = (typeof COMMITMENT_FILTERS)[number]

export interface CommitmentListFilter {
  status?: CommitmentListStatus
  /** Slugs. */
  region?: string
  unit?: string
  /** Only what the actor keeps. */
  staff?: boolean
  /** From the page before. */
  cursor?: string | null
  limit?: number
}

const PAGE = 20
const LONGEST_PAGE = 100

/** By the day that is promised now, the earliest first. A bad cursor starts anew. */
export async function listCommitments(
  scope: Scope,
  { cursor, limit = PAGE, staff = false, ...wanted }: CommitmentListFilter = {},
): Promise<{ items: CommitmentFacts[]; next: string | null }> {
  const most = Math.min(Math.max(1, Math.trunc(limit) || PAGE), LONGEST_PAGE)
  const after = readCursor(cursor)
  const found = await rows.listCommitments(scope.db, {
    ...wanted,
    ...(staff ? { places: grantedPlaces(scope.actor, 'commitment.keep') } : {}),
    ...(after ? { after } : {}),
    today: {
      'Asia/Jakarta': dayIn(scope.now, 'Asia/Jakarta'),
      'Asia/Makassar': dayIn(scope.now, 'Asia/Makassar'),
      'Asia/Jayapura': dayIn(scope.now, 'Asia/Jayapura'),
    },
    limit: most + 1,
  })
  const last = found.length > most ? found[most - 1] : undefined
  return {
    items: await withEvents(scope, found.slice(0, most)),
    next: last ? Buffer.from(`${last.due} ${last.id}`).toString('base64url') : null,
  }
}

/** Of some things of one kind, in the order in which they were made. */
export async function listCommitmentsOf(
  scope: Pick<Scope, 'db' | 'now'>,
  sourceKind: string,
  sourceIds: string[],
): Promise<CommitmentFacts[]> {
  return withEvents(scope, await rows.listCommitmentsOf(scope.db, sourceKind, sourceIds))
}

export function isCommitmentStatus(text: string): text is CommitmentListStatus {
  return (COMMITMENT_FILTERS as readonly string[]).includes(text)
}

/** Whether it came from `next`. */
export function isCommitmentCursor(text: string): boolean {
  return readCursor(text) !== undefined
}

async function withEvents(scope: Pick<Scope, 'db' | 'now'>, found: PlacedCommitmentRow[]): Promise<CommitmentFacts[]> {
  const ids = found.map(({ id }) => id)
  const byCommitment = Map.groupBy(await rows.listEventsOf(scope.db, ids), ({ commitmentId }) => commitmentId)
  const waiting = await countWaiting(scope.db, ids)
  return found.map((row) => factsOf(row, byCommitment.get(row.id) ?? [], scope.now, waiting.get(row.id)))
}

function readCursor(cursor: string | null | undefined): { due: string; id: string } | undefined {
  const [, due, id] = /^(\d{4}-\d\d-\d\d) (\w{32})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString()) ?? []
  return due && id ? { due, id } : undefined
}
