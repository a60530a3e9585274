/**
 * The portal's key: 32 bytes in the data folder, outside the database, made at first use. What is sealed with it can't be
 * read from a copy of the database or a backup alone. Several nodes share one file.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

export type PortalKey = Buffer

/** @throws when the file is there and isn't such a key */
export function loadPortalKey(dataDir: string): PortalKey {
  const file = join(dataDir, 'portal-key')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== KEY_BYTES) throw new Error(`${file} is no key of this portal.`)
  return key
}

/** AES-256-GCM. `about` says what the text is and whose: sealed for one, it opens for no other. */
export function seal(key: PortalKey, text: string, about: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(key), nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Undefined when it was sealed with another key, about something else, or changed since. */
export function unseal(key: PortalKey, sealed: string, about: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key), bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

function keyFor(key: PortalKey): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'balai-sealed-text', KEY_BYTES))
}
