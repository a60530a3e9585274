/** Who writes the mail that modules ask for, by its kind. */
import { writeDecided, writeWaiting } from './moderation/letters.ts'
import type { LetterWriter } from './notice/letters.ts'

export const letterWriters: Record<string, LetterWriter> = {
  'moderation.decided': writeDecided,
  'moderation.waiting': writeWaiting,
}
