/** The kinds of answer that an input can get. Pure. */
import type { Hasil } from '#db/consultation/answer-tables.ts'

export const HASIL = ['accepted', 'partly', 'not-accepted', 'outside-scope', 'already'] as const satisfies Hasil[]

export function isHasil(text: string | null | undefined): text is Hasil {
  return HASIL.includes(text as Hasil)
}

/** Whether such an answer may change the text or carry a commitment. */
export function takesUp(hasil: Hasil): boolean {
  return hasil === 'accepted' || hasil === 'partly'
}

/** Letters that stand for a text in a list: its beginning, up to a word's end. */
export function beginningOf(text: string, longest: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= longest) return plain
  const cut = plain.slice(0, longest)
  const end = cut.lastIndexOf(' ')
  return `${end > longest / 2 ? cut.slice(0, end) : cut}…`
}
