import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { dayIn, endOfDay } from '#server/directory/rules/days.ts'

/**
 * What a page of answers depends on: its consultation, what moderators show, and what becomes of commitments. At midnight
 * of its region the promise may be broken.
 */
export function keepAnswers(
  { id, timezone }: Pick<PlacedConsultation, 'id' | 'timezone'>,
  now: Date,
): { tags: string[]; until: Date | null } {
  const until = new Date(endOfDay(dayIn(now, timezone), timezone))
  return { tags: [id, 'moderation', 'commitment', 'directory'], until }
}
