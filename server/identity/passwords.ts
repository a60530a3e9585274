/** Passwords are kept as argon2id hashes under the parameters that OWASP recommends (19 MiB, two passes, one lane). */
import { randomBytes } from 'node:crypto'
import { hash, verify, type Options } from '@node-rs/argon2'
import { LONGEST_PASSWORD, plainPassword } from './rules/password.ts'

const ARGON2ID: Options['algorithm'] = 2
const PARAMETERS: Options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash that no password has: checking against it takes as long as against a real one. */
const decoy = hash(randomBytes(32), PARAMETERS)

export function hashPassword(password: string): Promise<string> {
  return hash(plainPassword(password), PARAMETERS)
}

/** Whether the password is that of the hash. Without a hash it is not, and that takes the same time. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await decoy), plainPassword(password.slice(0, 4 * LONGEST_PASSWORD)))
  return matches && passwordHash != null
}
