/**
 * Whether a client's key can hold 128 random bits: 22 to 200 visible ASCII characters (a UUID, 32 hexadecimal digits,
 * 16 bytes in either base64), at least eight of them different.
 */
export function isStrongKey(key: string): boolean {
  return /^[\x21-\x7e]{22,200}$/.test(key) && new Set(key).size >= 8
}
