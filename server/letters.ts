/** Who writes the mail that modules ask for, by its kind. */
import { writeAnswerNews } from './consultation/answer-news.ts'
import { writeDecided, writeWaiting } from './moderation/letters.ts'
import { writeMinutesSent } from './musyawarah/minutes-letters.ts'
import type { LetterWriter } from './notice/letters.ts'
import { writePolicyChanged } from './policy/news.ts'

export const letterWriters: Record<string, LetterWriter> = {
  'consultation.answer-news': writeAnswerNews,
  'moderation.decided': writeDecided,
  'moderation.waiting': writeWaiting,
  'musyawarah.minutes-sent': writeMinutesSent,
  'policy.changed': writePolicyChanged,
}
