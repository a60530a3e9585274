/** Adds public acts to the chain. */
import type { Transaction } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
import { findTip, insertEntries, insertFields, lockLedger } from '#db/ledger/entries.ts'
import type { EntryFieldRow } from '#db/ledger/tables.ts'
import { canonicalDigest, commitmentOf, newSalt } from './commitments.ts'
import { jcs, type Json } from './jcs.ts'
import { entryHash, nextDate, NO_PREVIOUS, type ChainedEntry } from './chain.ts'

export type { Json } from './jcs.ts'

/** Something done that a stranger may know of. Never carries personal data. */
export interface PublicAct {
  /** Module and verb, e.g. `survey.published`. */
  kind: string
  /** Opaque id of what it is about. */
  subject: string
  fields: Record<string, Json>
  /** Names of fields that stay closed until `openFields`; strangers see only their digests. */
  closed?: string[]
}

/**
 * Chains the acts, in order, behind the last entry. Call it last in the transaction: it takes the ledger's lock, held until
 * commit, so that the chain can't fork and the lock is held for a moment only.
 * @returns the entries' numbers.
 * @throws TypeError if a field holds what JSON can't carry, or `closed` names no field.
 */
export async function appendEntries(db: Transaction, engine: Engine, acts: PublicAct[], now: Date): Promise<number[]> {
  const committed = acts.map(commit)
  await lockLedger(db, engine)
  const tip = (await findTip(db)) ?? { seq: 0, hash: NO_PREVIOUS, on: null, signedUntil: null }
  const on = nextDate(now, tip)
  const entries: ChainedEntry[] = []
  for (const { kind, subject, commitment } of committed) {
    const { seq, hash: previous } = entries.at(-1) ?? tip
    const entry = { seq: seq + 1, on, kind, subject, commitment, previous }
    entries.push({ ...entry, hash: entryHash(entry) })
  }
  await insertEntries(
    db,
    entries.map(({ on: onDate, ...entry }) => ({ ...entry, onDate })),
  )
  await insertFields(
    db,
    entries.flatMap(({ seq }, index) => (committed[index]?.fields ?? []).map((field) => ({ seq, ...field }))),
  )
  return entries.map(({ seq }) => seq)
}

interface CommittedAct {
  kind: string
  subject: string
  commitment: string
  fields: Omit<EntryFieldRow, 'seq'>[]
}

function commit({ kind, subject, fields, closed = [] }: PublicAct): CommittedAct {
  const unknown = closed.find((name) => !Object.hasOwn(fields, name))
  if (unknown !== undefined) throw new TypeError(`"${unknown}" is closed but is no field of ${kind}.`)
  const committed = Object.entries(fields).map(([name, json]) => {
    const salt = newSalt()
    const value = jcs(json)
    return {
      name,
      salt,
      value,
      digest: canonicalDigest(salt, value),
      open: closed.includes(name) ? (0 as const) : (1 as const),
    }
  })
  const digests = Object.fromEntries(committed.map(({ name, digest }) => [name, digest]))
  return { kind, subject, commitment: commitmentOf(digests), fields: committed }
}
