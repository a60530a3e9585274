/** What a receipt of a stance on a need says: that it was counted, and whether its reason can be read. */
import { findConsultationById } from '#db/consultation/consultations.ts'
import { findNeedById, findStanceByReceipt } from '#db/consultation/needs.ts'
import { dayIn } from '../directory/rules/days.ts'
import type { TraceFinder, TraceStep } from '../ledger/trace.ts'
import { shownTexts } from '../moderation/texts.ts'
import { STANCE_SUBJECT } from './needs.ts'

export const traceStance: TraceFinder = async ({ db }, { hash }) => {
  const stance = await findStanceByReceipt(db, hash)
  const need = stance && (await findNeedById(db, stance.needId))
  const consultation = need && (await findConsultationById(db, need.consultationId))
  if (!consultation) return undefined
  const text = (await shownTexts(db, STANCE_SUBJECT, [stance.id])).get(stance.id)
  const date = dayIn(new Date(stance.arrivedAt), consultation.timezone)
  const received: TraceStep = { date, what: `stance-${stance.stance}`, values: {} }
  const state = text && (stance.reason === null ? 'erased' : text.state)
  const read: TraceStep[] = state ? [{ date: null, what: `stance-${state}`, values: {} }] : []
  return {
    kind: 'need-stance',
    title: consultation.title,
    page: 'need',
    params: { slug: consultation.slug, need: need.id },
    steps: [received, ...read],
  }
}
