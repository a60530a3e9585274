/** "This doesn't address my point": once for each input, with a reason. The office answers again, or confirms; both stay. */
import { findInputByReceipt } from '#db/consultation/inputs.ts'
import { lockAnswerTally, moveAnswerTally } from '#db/consultation/answer-tally.ts'
import type { ObjectionRow } from '#db/consultation/answer-tables.ts'
import { findConsultationById, type PlacedConsultation } from '#db/consultation/consultations.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import {
  eraseObjectionReason,
  findOutcome,
  insertObjection,
  listObjections,
  settleObjections,
} from '#db/consultation/outcomes.ts'
import { eraseFields } from '#db/ledger/fields.ts'
import type { Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { parseCode, receiptHash } from '../ledger/receipts.ts'
import { eraseText, takeText } from '../moderation/texts.ts'
import { pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { confirmationSchema, objectionSchema } from './answer-schema.ts'
import { noteNews } from './answer-news.ts'
import { inputsOf, openConsultationFor } from './answering-place.ts'
import { placeOf } from './places.ts'

export interface OwnAnswer {
  consultation: PlacedConsultation
  number: number
  hasil: string | null
  reason: string | null
  objection: ObjectionRow | null
  /** Why nobody may object now, or null. */
  hindrance: 'no-answer' | 'objected' | 'closed' | null
}

/** What an input's own receipt shows of its answer; undefined for a code of nothing. */
export async function findOwnAnswer({ db }: Pick<Scope, 'db'>, codeText: string): Promise<OwnAnswer | undefined> {
  const found = await findOwn({ db }, codeText)
  if (!found) return undefined
  const { input, consultation } = found
  const outcome = input.outcomeId ? await findOutcome(db, input.outcomeId) : undefined
  const [objection = null] = await listObjections(db, [input.id])
  return {
    consultation,
    number: input.number,
    hasil: outcome?.hasil ?? null,
    reason: outcome?.reason ?? null,
    objection,
    hindrance: hindranceOf(input, consultation, objection),
  }
}

async function findOwn(
  { db }: Pick<Scope, 'db'>,
  codeText: string,
): Promise<{ input: InputRow; consultation: PlacedConsultation } | undefined> {
  const code = parseCode(codeText)
  const input = code === undefined ? undefined : await findInputByReceipt(db, receiptHash(code))
  const consultation = input && (await findConsultationById(db, input.consultationId))
  return input && consultation && { input, consultation }
}

function hindranceOf(
  { outcomeId }: InputRow,
  { closedAt }: PlacedConsultation,
  objection: ObjectionRow | null,
): OwnAnswer['hindrance'] {
  if (objection) return 'objected'
  if (!outcomeId) return 'no-answer'
  return closedAt ? 'closed' : null
}

/**
 * Issues: reason: required, too-short, too-long. @throws Refused not-found for a code of nothing; conflict with
 * objection-objected, objection-no-answer, objection-closed
 */
export async function objectToAnswer(
  scope: Scope,
  codeText: string,
  input: { reason: string },
): Promise<Outcome<{ number: number }>> {
  const reading = readInput(objectionSchema, input)
  if (!reading.ok) return reading
  const number = await transaction(scope, async (inner) => {
    const found = await findOwn(inner, codeText)
    if (!found) throw new Refused('not-found')
    const { input, consultation } = found
    await lockAnswerTally(inner.db, consultation.id)
    const [made = null] = await listObjections(inner.db, [input.id])
    const hindrance = hindranceOf(input, consultation, made)
    if (hindrance) throw new Refused('conflict', `objection-${hindrance}`)
    const objection = newObjection(inner, input, reading.value.reason)
    await insertObjection(inner.db, objection)
    await moveAnswerTally(inner.db, consultation.id, { considered: 0, answered: 0, objected: 1 })
    await takeText(inner, {
      subject: { kind: 'objection', id: objection.id },
      place: { ...placeOf(consultation), regionCode: consultation.regionCode },
      text: objection.reason,
      title: consultation.title,
      path: `${pathTo('id', 'consultationAnswers', { slug: consultation.slug })}?cursor=${input.number - 1}#masukan-${input.number}`,
      before: consultation.premoderated === 1,
      author: { receiptHash: input.receiptHash },
    })
    inner.record({
      kind: 'consultation.objected',
      subject: consultation.id,
      fields: { objection: objection.id, outcome: objection.outcomeId, input: input.number, reason: objection.reason },
      closed: ['reason'],
    })
    return input.number
  })
  return { ok: true, number }
}

function newObjection({ now }: Scope, input: InputRow, reason: string): ObjectionRow {
  const open = { settledAt: null, settledBy: null, settlement: null, note: null }
  return { id: newId(), outcomeId: input.outcomeId ?? '', inputId: input.id, reason, at: now.toISOString(), ...open }
}

/** Forgets what the writer of an erased input objected, in the transaction that erases it. @param acts on its consultation */
export async function eraseObjection(
  scope: Scope<Transaction>,
  inputId: string,
  acts: { seq: number; kind: string; fields: Record<string, unknown> }[],
): Promise<void> {
  const [objection] = await listObjections(scope.db, [inputId])
  if (!objection) return
  await eraseObjectionReason(scope.db, objection.id)
  await eraseText(scope, { kind: 'objection', id: objection.id })
  const act = acts.find(({ kind, fields }) => kind === 'consultation.objected' && fields.objection === objection.id)
  if (act) await eraseFields(scope.db, act.seq, ['reason'])
}

/** The answer stands, for a reason that addresses the objection. Issues as for `objectToAnswer`. @throws Refused conflict */
export async function confirmAnswer(
  scope: Scope,
  slug: string,
  number: number,
  input: { reason: string },
): Promise<Outcome<object>> {
  await openConsultationFor(scope, slug, 'consultation.answer')
  const reading = readInput(confirmationSchema, input)
  if (!reading.ok) return reading
  const note = reading.value.reason
  await transaction(scope, async (inner) => {
    const consultation = await openConsultationFor(inner, slug, 'consultation.answer')
    const [row] = await inputsOf(inner, consultation.id, [number])
    const settled = await settleObjections(inner.db, row ? [row.id] : [], {
      settledAt: inner.now.toISOString(),
      settledBy: inner.actor?.accountId ?? '',
      settlement: 'confirmed',
      note,
    })
    if (!row || settled.length === 0) throw new Refused('conflict', 'no-objection')
    await lockAnswerTally(inner.db, consultation.id)
    await moveAnswerTally(inner.db, consultation.id, { considered: 0, answered: 0, objected: -1 })
    await noteNews(inner, { ids: settled }, 'confirmed')
    const fields = { outcome: row.outcomeId, input: number, reason: note }
    inner.record({ kind: 'consultation.confirmed', subject: consultation.id, fields })
  })
  return { ok: true }
}
