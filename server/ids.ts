import { randomBytes } from 'node:crypto'

/** An opaque random id, 128 bits as 32 hexadecimal digits. Says nothing of when or in which order things were made. */
export function newId(): string {
  return randomBytes(16).toString('hex')
}
