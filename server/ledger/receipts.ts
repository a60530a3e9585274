/**
 * Receipt codes: sixteen characters of Crockford's base 32 and a check character. The first names the kind of input.
 * Whoever holds the code can follow the input; the database holds only the code's hash.
 */
import { hash } from 'node:crypto'
import { sha256 } from './commitments.ts'

export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** The first character of a code, by what it is a receipt of. */
export const RECEIPT_KINDS = { surveyAnswer: 'S', input: 'M', needStance: 'K', dispute: 'J' } as const

/**
 * The receipt of an answer, fixed by the survey's id and the key the client chose, so that every node gives the same one.
 * @returns the canonical code: 17 characters, no dashes.
 */
export function surveyReceiptCode(surveyId: string, key: string): string {
  return receiptCode('surveyAnswer', surveyId, key)
}

/** The same for any kind: fixed by the id of what it was given to and the client's key. */
export function receiptCode(kind: keyof typeof RECEIPT_KINDS, subjectId: string, key: string): string {
  const bits = hash('sha256', `balai-receipt${subjectId}${key}`, 'buffer').subarray(0, 10)
  return withCheck(RECEIPT_KINDS[kind] + toBase32(bits).slice(1))
}

/** Groups of four, as it is shown: S7K4-M2QX-0A9B-W3TE-J. */
export function formatCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}

/** Reads a code as people type it: any case, spaces, dashes, O for 0, I or L for 1. Undefined if it can't be a code. */
export function parseCode(text: string): string | undefined {
  return parseChecked(text, LENGTH)
}

/** The same for any code of so many characters and a check character. */
export function parseChecked(text: string, length: number): string | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (plain.length !== length + 1 || [...plain].some((character) => !ALPHABET.includes(character))) return undefined
  return withCheck(plain.slice(0, length)) === plain ? plain : undefined
}

/** What the database keeps of a canonical code: SHA-256, hexadecimal. */
export function receiptHash(code: string): string {
  return sha256(code)
}

/** 80 bits as 16 characters, five bits each, the highest first. */
function toBase32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return text
}

/** Luhn's check over 32 characters: names every single wrong character and all but one swap of neighbours. */
export function withCheck(characters: string): string {
  let sum = 0
  for (let i = characters.length - 1, factor = 2; i >= 0; i -= 1, factor = 3 - factor) {
    const addend = ALPHABET.indexOf(characters.charAt(i)) * factor
    sum += Math.floor(addend / 32) + (addend % 32)
  }
  return characters + ALPHABET[(32 - (sum % 32)) % 32]
}
