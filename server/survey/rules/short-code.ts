/** Small letters and digits that can't be taken for one another on a poster read from afar; no vowels, so no words. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz'

/** A code from random bytes, one character each. 28 doesn't divide 256; that slight lean harms nothing here. */
export function shortCodeOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/** A code as it was typed: any case, blanks around it. Undefined if it can't be one. */
export function parseShortCode(text: string): string | undefined {
  const code = text.trim().toLowerCase()
  if (code.length < 4 || code.length > 6) return undefined
  return [...code].every((character) => ALPHABET.includes(character)) ? code : undefined
}
