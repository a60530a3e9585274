/** What a receipt of "this isn't done" says: that it was received, whether its reason can be read, and what was answered. */
import { DISPUTE_SUBJECT } from '#db/commitment/disputes.ts'
import { dayIn } from '../directory/rules/days.ts'
import type { TraceFinder, TraceStep } from '../ledger/trace.ts'
import { shownTexts } from '../moderation/texts.ts'
import { disputeAnchor, findOwnDispute } from './disputes.ts'

export const traceDispute: TraceFinder = async ({ db }, { hash }) => {
  const own = await findOwnDispute({ db }, hash)
  if (!own) return undefined
  const { dispute, commitment } = own
  const date = (at: string) => dayIn(new Date(at), commitment.timezone)
  const text = (await shownTexts(db, DISPUTE_SUBJECT, [dispute.id])).get(dispute.id)
  const state = dispute.reason === null ? 'erased' : (text?.state ?? 'held')
  const steps: TraceStep[] = [
    { date: date(dispute.at), what: 'dispute-received', values: { number: dispute.number } },
    { date: null, what: `stance-${state}`, values: {} },
    ...(dispute.answeredAt === null ? [] : [{ date: date(dispute.answeredAt), what: 'dispute-answered', values: {} }]),
  ]
  return {
    kind: 'commitment-dispute',
    title: commitment.what,
    page: 'commitment',
    params: { slug: commitment.slug },
    at: `#${disputeAnchor(dispute.number)}`,
    steps,
  }
}
