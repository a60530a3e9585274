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

/**
 * An id for one of many things that stand under `ofId` and are numbered anyway: things that are neighbours by number are
 * neighbours in every index too, so that storing many touches few pages of the file. Half of it is random.
 */
export function numberedId(ofId: string, number: number): string {
  return ofId.slice(0, 8) + number.toString(16).padStart(8, '0') + newId().slice(16)
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
