/** Codes on paper for who has lost the phone: sixteen characters of Crockford's base 32, 80 bits. Pure. */
export const RECOVERY_CODES = 10
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const RECOVERY_BYTES = 16

/** One character from the low five bits of each random byte, in groups of four as it is shown. */
export function recoveryCodeOf(random: Uint8Array): string {
  const characters = Array.from(random, (byte) => ALPHABET[byte & 31]).join('')
  return characters.match(/.{4}/g)?.join('-') ?? ''
}

/** As it is kept and compared, however it was typed: O is read as 0, I and L as 1. */
export function plainRecoveryCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}
