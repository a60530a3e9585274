/**
 * Whether a client's key can hold 128 random bits: 22 to 200 characters of the URL-safe alphabet (a UUID, 32 hexadecimal
 * digits, 16 bytes in base64url), at least eight of them different.
 */
export function isStrongKey(key: string): boolean {
  return /^[A-Za-z0-9_-]{22,200}$/.test(key) && new Set(key).size >= 8
}
