/**
 * Receipt codes: sixteen characters of Crockford's base 32 and a check character. The first names the kind of input.
 * Whoever holds the code can follow the input; the database holds only the code's hash.
 */
import { createHash } from 'node:crypto'
import { sha256 } from './commitments.ts'

export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** The first character of a code, by what it is a receipt of. */
export const RECEIPT_KINDS = { surveyAnswer: 'S', input: 'M', needStance: 'K' } as const

/**
 * The receipt of an answer, fixed by the survey's id and the key the client chose, so that every node gives the same one.
 * @returns the canonical code: 17 characters, no dashes.
 */
export function surveyReceiptCode(surveyId: string, key: string): string {
  return receiptCode('surveyAnswer', surveyId, key)
}

/** The same for any kind: fixed by the id of what it was given to and the client's key. */
export function receiptCode(kind: keyof typeof RECEIPT_KINDS, subjectId: string, key: string): string {
  const bits = createHash('sha256').update('balai-receipt').update(subjectId).update(key).digest().subarray(0, 10)
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
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  return Array.from(
    { length: LENGTH },
    (_, index) => ALPHABET[Number((bits >> BigInt(5 * (LENGTH - 1 - index))) & 31n)],
  ).join('')
}

/** Luhn's check over 32 characters: names every single wrong character and all but one swap of neighbours. */
export function withCheck(characters: string): string {
  let sum = 0
  for (const [index, character] of [...characters].reverse().entries()) {
    const addend = ALPHABET.indexOf(character) * (index % 2 === 0 ? 2 : 1)
    sum += Math.floor(addend / 32) + (addend % 32)
  }
  return characters + ALPHABET[(32 - (sum % 32)) % 32]
}
