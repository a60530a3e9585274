/** What the list of commitments is asked for in its address. */
import { isCommitmentStatus, type CommitmentListFilter } from '#server/commitment/lists.ts'

/** A status that there isn't is overlooked. */
export function filterOf(query: URLSearchParams): CommitmentListFilter {
  const [status, region, unit] = ['status', 'region', 'unit'].map((name) => query.get(name) ?? '')
  return {
    ...(status && isCommitmentStatus(status) ? { status } : {}),
    ...(region ? { region } : {}),
    ...(unit ? { unit } : {}),
  }
}
