/** A text as the words that searching and comparing look at: lower case, without signs, stemmed, without words that say nothing. */
import { LRUCache } from 'lru-cache'
import { stem } from './stem.ts'

const SAYS_NOTHING = new Set(
  (
    'ada adalah agar akan apa atas atau bagi bahwa bila bisa dalam dan dapat dari dengan di dia hal harus hanya ia ini itu ' +
    'jadi jika juga kami kalau karena ke kita lagi lebih maka mohon namun oleh pada para perlu pun saat saja sangat saya ' +
    'sebagai sebaiknya sebuah secara sehingga seperti serta setiap sudah supaya tentang tersebut tetapi tidak untuk yaitu yang'
  ).split(' '),
)

const LONGEST_WORD = 40

/** At most so many words of one text are looked at. */
const MOST_WORDS = 2000

/** Stems in the order of the text. */
export function stemsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
  const stems: string[] = []
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (stems.length === MOST_WORDS) break
    if (!SAYS_NOTHING.has(word)) stems.push(stemOf(word.slice(0, LONGEST_WORD)))
  }
  return stems
}

/** A few thousand words are most of all that is written. */
const known = new LRUCache<string, string>({ max: 5000 })

function stemOf(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const found = stem(word)
  known.set(word, found)
  return found
}
