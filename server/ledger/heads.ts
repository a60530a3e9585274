/**
 * A head is the last entry of a day, signed. Who keeps a head can tell later whether anything before it was altered.
 * The key lives in the data folder, outside the database, so that the database alone can't make heads.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '#db/database.ts'
import { findLastEntry, lockLedger } from '#db/ledger/entries.ts'
import { findHead, insertHeads, listHeadsBefore, listUnsignedDays } from '#db/ledger/heads.ts'
import type { HeadRow } from '#db/ledger/tables.ts'
import { transaction, type Scope } from '../scope.ts'
import { dateInJakarta } from './chain.ts'
import { jcs } from './jcs.ts'

export interface Head {
  /** Date in Asia/Jakarta. */
  on: string
  seq: number
  hash: string
  /** Ed25519, SPKI as base64: what stands between the markers of a PEM file. */
  publicKey: string
  /** Over the canonical JSON of { on, seq, hash }. Base64. */
  signature: string
}

export interface HeadKey {
  privateKey: KeyObject
  publicKey: string
}

/** The key in the data folder, made at first use and readable by its owner alone. Several nodes share one file. */
export function loadHeadKey(dataDir: string): HeadKey {
  const file = join(dataDir, 'head-key.pem')
  mkdirSync(dataDir, { recursive: true })
  const fresh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  try {
    writeFileSync(file, fresh, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const privateKey = createPrivateKey(readFileSync(file))
  return { privateKey, publicKey: publicPart(privateKey) }
}

/** Public parts of the portal's keys: `head-key.pem`, and earlier ones kept beside it as `head-key-….pem`. */
export function listKnownKeys(dataDir: string): string[] {
  return globSync('head-key*.pem', { cwd: dataDir }).map((name) => publicPart(readFileSync(join(dataDir, name))))
}

function publicPart(key: KeyObject | Buffer): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
}

/** Signs every finished day that has entries and no head yet. Safe to run at once on several nodes. @returns what it signed. */
export function signHeads(scope: Scope, key: HeadKey): Promise<Head[]> {
  return transaction(scope, async ({ db, engine, now }) => {
    await lockLedger(db, engine)
    const days = await listUnsignedDays(db, dateInJakarta(now))
    const heads = days.map(({ onDate, seq, hash }) => signHead({ on: onDate, seq, hash }, key))
    await insertHeads(
      db,
      heads.map(({ on, ...head }) => ({ onDate: on, ...head })),
    )
    return heads
  })
}

/** The chain as it stands, signed now; its day may still grow. Undefined while the ledger is empty. */
export async function currentHead(db: Database, key: HeadKey): Promise<Head | undefined> {
  const last = await findLastEntry(db)
  return last && signHead({ on: last.onDate, seq: last.seq, hash: last.hash }, key)
}

/** Heads of finished days, newest first; `next` is the cursor of the following page. */
export async function listHeads(
  { db }: Pick<Scope, 'db'>,
  { cursor, limit = 100 }: { cursor?: string; limit?: number } = {},
): Promise<{ items: Head[]; next: string | null }> {
  const rows = await listHeadsBefore(db, limit + 1, cursor)
  const items = rows.slice(0, limit).map(headOf)
  return { items, next: rows.length > limit ? (items.at(-1)?.on ?? null) : null }
}

export async function getHead({ db }: Pick<Scope, 'db'>, date: string): Promise<Head | undefined> {
  const row = await findHead(db, date)
  return row && headOf(row)
}

export function headOf({ onDate, seq, hash, publicKey, signature }: HeadRow): Head {
  return { on: onDate, seq, hash, publicKey, signature }
}

function signHead(named: Pick<Head, 'on' | 'seq' | 'hash'>, { privateKey, publicKey }: HeadKey): Head {
  return { ...named, publicKey, signature: sign(null, signedText(named), privateKey).toString('base64') }
}

/** Whether the signature is that of the key the head names. */
export function isSigned({ publicKey, signature, ...named }: Head): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, signedText(named), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function signedText({ on, seq, hash }: Pick<Head, 'on' | 'seq' | 'hash'>): Buffer {
  return Buffer.from(jcs({ on, seq, hash }))
}
