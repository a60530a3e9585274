/**
 * Whether a client's key can hold 128 random bits: 22 to 200 visible ASCII characters (a UUID, 32 hexadecimal digits,
 * 16 bytes in either base64), at least eight of them different.
 */
export function isStrongKey(key: string): boolean {
  if (!/^[\x21-\x7e]{22,200}$/.test(key)) return false
  let different = 0
  for (let i = 0; i < key.length && different < 8; i += 1) if (key.indexOf(key.charAt(i)) === i) different += 1
  return different === 8
}
