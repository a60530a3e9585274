/**
 * The code of an invitation: eleven characters of Crockford's base 32 and a check character. It is printed again whenever
 * the invitation is, so it is kept as it is; it opens a reply and corrections of one meeting, nothing else.
 */
import { randomInt } from 'node:crypto'
import { ALPHABET, parseChecked, withCheck } from '../ledger/receipts.ts'

const LENGTH = 11

export function newInvitationCode(): string {
  return withCheck(Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''))
}

/** Reads a code as people type it; undefined if it can't be one. */
export function parseInvitationCode(text: string): string | undefined {
  return parseChecked(text, LENGTH)
}
