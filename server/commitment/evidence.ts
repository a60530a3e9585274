/** The file that shows that something was done: served through its commitment alone. */
import { listEventsOf } from '#db/commitment/commitments.ts'
import { Refused } from '../errors.ts'
import { answerFile, readFile } from '../files.ts'
import type { Scope } from '../scope.ts'
import { getCommitmentRow } from './commitments.ts'

/** @param number of the event. @throws Refused not-found */
export async function answerEvidence(scope: Scope, slug: string, number: string): Promise<Response> {
  const row = await getCommitmentRow(scope, slug)
  const event = (await listEventsOf(scope.db, [row.id])).find((one) => String(one.number) === number)
  const file = event?.evidenceFile ? await readFile(scope.db, event.evidenceFile) : undefined
  if (!file) throw new Refused('not-found')
  return answerFile(file, event?.evidenceFileName ?? file.name)
}
