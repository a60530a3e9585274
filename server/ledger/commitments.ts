/** Binding to values without showing them: each field is hashed with a salt of its own, so it can be opened or erased alone. */
import { createHash, hash } from 'node:crypto'
import { newId } from '../ids.ts'
import { jcs, type Json } from './jcs.ts'

/** 16 random bytes as 32 hexadecimal digits. */
export function newSalt(): string {
  return newId()
}

/** SHA-256 of the salt's bytes followed by the value's canonical JSON in UTF-8. Lower-case hexadecimal. */
export function fieldDigest(salt: string, value: Json): string {
  return canonicalDigest(salt, jcs(value))
}

/** As `fieldDigest`, for a value that is already in canonical form. */
export function canonicalDigest(salt: string, canonical: string): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonical).digest('hex')
}

/** SHA-256 of the canonical JSON of field name → digest. */
export function commitmentOf(digests: Record<string, string>): string {
  return sha256(jcs(digests))
}

export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}
