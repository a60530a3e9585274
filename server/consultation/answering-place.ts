/** What every act of answering asks first: which consultation, whether the actor may, and whether it is still open. */
import { findConsultationBySlug, type PlacedConsultation } from '#db/consultation/consultations.ts'
import { listInputsByNumber } from '#db/consultation/answered-inputs.ts'
import { countTouched, lockAnswerTally, moveAnswerTally, type Touched } from '#db/consultation/answer-tally.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import type { Transaction } from '#db/database.ts'
import { may, type Action } from '../access.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { placeOf } from './places.ts'

/** @throws Refused not-found, not-signed-in, forbidden */
export async function consultationFor(scope: Scope, slug: string, action: Action): Promise<PlacedConsultation> {
  const row = await findConsultationBySlug(scope.db, slug)
  if (!row) throw new Refused('not-found')
  if (!may(scope.actor, action, placeOf(row))) throw new Refused(refusalTo(scope, row))
  return row
}

/** The same, of one that is announced and not yet closed: what was closed stays as it is. @throws Refused also conflict */
export async function openConsultationFor(scope: Scope, slug: string, action: Action): Promise<PlacedConsultation> {
  const row = await consultationFor(scope, slug, action)
  if (!row.announcedAt) throw new Refused('conflict', 'consultation-in-preparation')
  if (row.closedAt) throw new Refused('conflict', 'consultation-closed')
  return row
}

/** One that anybody may see. @throws Refused not-found */
export async function publicConsultation(scope: Scope, slug: string): Promise<PlacedConsultation> {
  const row = await findConsultationBySlug(scope.db, slug)
  if (!row || (!row.announcedAt && !may(scope.actor, 'consultation.see', placeOf(row)))) throw new Refused('not-found')
  return row
}

/** Nobody is told of one in preparation that they may not see. */
function refusalTo({ actor }: Scope, row: PlacedConsultation): 'not-found' | 'not-signed-in' | 'forbidden' {
  if (!row.announcedAt && !may(actor, 'consultation.see', placeOf(row))) return 'not-found'
  return actor ? 'forbidden' : 'not-signed-in'
}

/** Those inputs, all of them. @throws Refused not-found where one isn't there */
export async function inputsOf(scope: Scope, consultationId: string, numbers: number[]): Promise<InputRow[]> {
  const rows = await listInputsByNumber(scope.db, consultationId, numbers)
  if (rows.length !== new Set(numbers).size) throw new Refused('not-found')
  return rows
}

/** Does what changes inputs, and moves the counts by as much as it changed them. */
export async function counted<T>(
  { db }: Scope<Transaction>,
  consultationId: string,
  touched: Touched,
  act: () => Promise<T>,
): Promise<T> {
  await lockAnswerTally(db, consultationId)
  const before = await countTouched(db, touched)
  const result = await act()
  const after = await countTouched(db, touched)
  await moveAnswerTally(db, consultationId, {
    considered: after.considered - before.considered,
    answered: after.answered - before.answered,
    objected: 0,
  })
  return result
}
