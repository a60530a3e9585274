/** Who writes the mail that modules ask for, by its kind. */
import { writeCommitmentNews } from './commitment/news.ts'
import { writeDue } from './commitment/reminders.ts'
import { writeAnswerNews } from './consultation/answer-news.ts'
import { writeDecided, writeWaiting } from './moderation/letters.ts'
import { writeMinutesSent } from './musyawarah/minutes-letters.ts'
import { writeInvitation } from './musyawarah/letters.ts'
import type { LetterWriter } from './notice/letters.ts'
import { writePolicyChanged } from './policy/news.ts'

export const letterWriters: Record<string, LetterWriter> = {
  'commitment.due': writeDue,
  'commitment.news': writeCommitmentNews,
  'consultation.answer-news': writeAnswerNews,
  'moderation.decided': writeDecided,
  'moderation.waiting': writeWaiting,
  'musyawarah.minutes-sent': writeMinutesSent,
  'policy.changed': writePolicyChanged,
  'musyawarah.invitation': writeInvitation,
}
