/** How many answers there are. The only thing that is known of answers before they are sealed. */
import { countWaitingAnswers } from '#db/survey/answers.ts'
import { findTally } from '#db/survey/batches.ts'
import type { Scope } from '../scope.ts'
import { sampleGoal, type SampleGoal } from './figures.ts'
import { getSurveyRow } from './surveys.ts'

export interface Counts {
  /** Sealed and waiting. */
  n: number
  sealed: number
  waiting: number
  sample: SampleGoal | null
  responseRate: number | null
}

/** Costs the same however many answers there are. @throws Refused not-found */
export async function getCounts(scope: Scope, slug: string): Promise<Counts> {
  const { id, served, sampleMode } = await getSurveyRow(scope, slug)
  return countsOf(scope, { id, served, sampleMode })
}

export async function countsOf(
  scope: Scope,
  { id, served, sampleMode }: { id: string; served: number | null; sampleMode: 'formula' | 'table' },
): Promise<Counts> {
  const sealed = (await findTally(scope.db, id))?.answers ?? 0
  const waiting = await countWaitingAnswers(scope.db, id)
  const n = sealed + waiting
  return { n, sealed, waiting, sample: sampleGoal(served, sampleMode, n), responseRate: served ? n / served : null }
}
