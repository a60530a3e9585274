/** Opening what the batches added, so that a stranger can add the published tally up from the ledger. */
import { listEntriesOf } from '#db/ledger/entries.ts'
import { openFields } from '#db/ledger/fields.ts'
import { listBatches, markOpened } from '#db/survey/batches.ts'
import type { Transaction } from '#db/database.ts'
import type { Scope } from '../scope.ts'
import { SMALLEST_GROUP } from './rules/suppression.ts'

/** Opens the movements that may be opened, in the ledger and on the batches. The caller holds the tally's lock. */
export async function openMovements(inner: Scope<Transaction>, surveyId: string): Promise<void> {
  const batches = await listBatches(inner.db, surveyId)
  const entries = await listEntriesOf(inner.db, surveyId, 'survey.sealed')
  const opened = openable(batches)
  // Each sealing wrote one entry, in the order of the batches' numbers.
  for (const { number } of opened) {
    const entry = entries[number - 1]
    if (entry) await openFields(inner.db, entry.seq, ['movement'])
  }
  await markOpened(
    inner.db,
    opened.map(({ id }) => id),
  )
}

/**
 * A batch of fewer than ten stays closed; and as the sum of all is published, those that stay closed must together hold ten,
 * or the smallest of the others stays closed with them.
 */
export function openable<T extends { answers: number }>(batches: readonly T[]): T[] {
  const bySize = batches.filter(({ answers }) => answers > 0).toSorted((a, b) => a.answers - b.answers)
  let closed = bySize.filter(({ answers }) => answers < SMALLEST_GROUP).length
  const hidden = () => bySize.slice(0, closed).reduce((sum, { answers }) => sum + answers, 0)
  while (closed > 0 && hidden() < SMALLEST_GROUP && closed < bySize.length) closed++
  const opened = new Set(bySize.slice(closed))
  return batches.filter((batch) => opened.has(batch))
}
