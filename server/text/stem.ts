/**
 * Indonesian words brought to one form, so that "pelayanan", "melayani" and "dilayani" meet. By rule alone, without a
 * dictionary: the form need not be a word, it must only be the same wherever the word is written or asked for.
 */

const PARTICLE = /(?:lah|kah|pun)$/
const POSSESSIVE = /(?:nya|ku|mu)$/
const SUFFIX = /(?:kan|an)$/

/** A prefix, and what the word behind it begins with: nasals swallow the first letter of their word, and it is given back. */
const PREFIXES: [prefix: RegExp, begins: string][] = [
  [/^[bp]el(?=ajar)/, ''],
  [/^[mp]eny(?=[aeiou])/, 's'],
  [/^[mp]eng(?=[aeioughk])/, ''],
  [/^[mp]em(?=[aeiou])/, 'p'],
  [/^[mp]em(?=[bfp])/, ''],
  [/^[mp]en(?=[aeiou])/, 't'],
  [/^[mp]en(?=[cdjsz])/, ''],
  [/^me(?=[lmnrwy])/, ''],
  [/^(?:ber|ter|per)/, ''],
  [/^be(?=[^aeiou]er)/, ''],
  [/^(?:di|ke|pe)/, ''],
]
const MOST_PREFIXES = 3

/** The common form of a word in lower case. */
export function stem(word: string): string {
  let rest = word
  for (const ending of [PARTICLE, POSSESSIVE, SUFFIX]) rest = without(rest, ending)
  for (let i = 0; i < MOST_PREFIXES; i += 1) {
    const next = withoutPrefix(rest)
    if (next === rest) break
    rest = next
  }
  return alike(without(rest, /i$/))
}

/** What is left must still be a word: two vowels at the least. */
function isWord(text: string): boolean {
  return /[aeiou].*[aeiou]/.test(text)
}

function without(word: string, part: RegExp): string {
  const rest = word.replace(part, '')
  return isWord(rest) ? rest : word
}

function withoutPrefix(word: string): string {
  for (const [prefix, begins] of PREFIXES) {
    if (!prefix.test(word)) continue
    const rest = begins + word.replace(prefix, '')
    return isWord(rest) ? rest : word
  }
  return word
}

/** "menilai" may hide nilai or tilai, "perbaikan" baik or bai: where only a dictionary could tell, both become one. */
function alike(word: string): string {
  return without(word, /k$/)
    .replace(/^n(?=[aeiou])/, 't')
    .replace(/^m(?=[aeiou])/, 'p')
    .replace(/^k(?=[aeiou])/, '')
}
