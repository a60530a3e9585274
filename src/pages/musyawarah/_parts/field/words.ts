import type { Words } from '#server/words/words.ts'

/** Sentences that travel to the device. */
export type BookWords = Words['musyawarahField']['book'] & {
  issues: Record<string, string>
  standings: Record<string, string>
}

export type SignatureWords = Pick<BookWords, 'signature' | 'signatureHint' | 'clear'>
