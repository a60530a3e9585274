/** The public list as a table: the same commitments, with all that the list shows. */
import { stringify } from 'csv-stringify/sync'
import { CSV_LINES, harmlessCell } from '../csv-cells.ts'
import type { Scope } from '../scope.ts'
import type { CommitmentFacts } from './facts.ts'
import { listCommitments, type CommitmentListFilter } from './lists.ts'

const COLUMNS = [
  'commitment what why owner region unit status due first_due moves late days_late steps cost budget waiting waiting_since',
  'source_title source_path promised_at',
]
  .join(' ')
  .split(' ')

/** Pieces of the table, in pages, so that memory doesn't grow with it. */
export async function* commitmentsCsv(scope: Scope, filter: CommitmentListFilter): AsyncGenerator<string> {
  yield stringify([], { header: true, columns: COLUMNS, ...CSV_LINES })
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listCommitments>> = await listCommitments(scope, {
      ...filter,
      cursor,
      limit: 100,
    })
    yield stringify(page.items.map(rowOf), { columns: COLUMNS, ...CSV_LINES })
    cursor = page.next
  } while (cursor)
}

function rowOf(commitment: CommitmentFacts): Record<string, string | number | null> {
  const row = {
    commitment: commitment.slug,
    what: commitment.what,
    why: commitment.why,
    owner: commitment.owner,
    region: commitment.region.slug,
    unit: commitment.unit?.slug ?? null,
    status: commitment.status,
    due: commitment.dueOn,
    first_due: commitment.firstDue,
    moves: commitment.moves,
    late: commitment.late ? 1 : 0,
    days_late: commitment.daysLate,
    steps: commitment.steps,
    cost: commitment.cost,
    budget: commitment.budget,
    waiting: commitment.waiting?.count ?? 0,
    waiting_since: commitment.waiting?.since ?? null,
    source_title: commitment.source.title,
    source_path: commitment.source.path,
    promised_at: commitment.createdAt,
  }
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, harmlessCell(cell)]))
}
