import { randomFillSync } from 'node:crypto'

const POOL_BYTES = 16 * 1024
const pool = Buffer.allocUnsafe(POOL_BYTES)
let used = POOL_BYTES

/**
 * 16 random bytes as 32 hexadecimal digits: an opaque id, or a salt. Says nothing of when or in which order things were
 * made. Drawn from the system a thousand at a time, each part handed out once.
 */
export function newId(): string {
  return draw('hex')
}

/** As many random bits in 22 characters: the key of a submission. */
export function newSubmissionKey(): string {
  return draw('base64url')
}

function draw(encoding: 'hex' | 'base64url'): string {
  if (used === POOL_BYTES) {
    randomFillSync(pool)
    used = 0
  }
  const text = pool.toString(encoding, used, used + 16)
  pool.fill(0, used, used + 16)
  used += 16
  return text
}
