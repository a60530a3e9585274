/** Whether an entry, its fields and a head fit what is known of them. Used alike on rows and on the public export. */
import { canonicalDigest, commitmentOf } from './commitments.ts'
import { entryHash, NO_PREVIOUS, type ChainedEntry } from './chain.ts'
import { isSigned, type Head } from './heads.ts'
import type { Problem } from './verification.ts'

/** A field as it is known: with salt and value, or erased or closed, by its digest alone. */
export interface KnownField {
  name: string
  digest: string
  salt: string | null
  /** Canonical JSON. */
  value: string | null
}

/** What an entry is checked against: the one before it. */
export type Before = Pick<ChainedEntry, 'seq' | 'hash' | 'on'>

export const BEFORE_FIRST: Before = { seq: 0, hash: NO_PREVIOUS, on: '' }

/** The first thing about the entry that doesn't fit, or undefined. */
export function checkEntry(before: Before, entry: ChainedEntry, fields: KnownField[]): Problem | undefined {
  const id = String(entry.seq)
  const wrong = (what: string, expected: string, found: string): Problem => ({
    kind: 'entry',
    id,
    what,
    expected,
    found,
  })
  if (entry.seq !== before.seq + 1) return wrong('entry-gap', String(before.seq + 1), id)
  if (entry.previous !== before.hash) return wrong('entry-previous', before.hash, entry.previous)
  const hash = entryHash(entry)
  if (entry.hash !== hash) return wrong('entry-hash', hash, entry.hash)
  if (entry.on < before.on) return wrong('entry-date', before.on, entry.on)
  for (const field of fields) {
    const problem = checkField(id, field)
    if (problem) return problem
  }
  const commitment = commitmentOf(Object.fromEntries(fields.map(({ name, digest }) => [name, digest])))
  if (entry.commitment !== commitment) return wrong('entry-fields', entry.commitment, commitment)
  return undefined
}

function checkField(entry: string, { name, digest, salt, value }: KnownField): Problem | undefined {
  const field = { kind: 'field', id: `${entry}/${name}` }
  if (salt === null && value === null) return undefined
  if (salt === null || value === null) return { ...field, what: 'field-half-erased' }
  const found = canonicalDigest(salt, value)
  return found === digest ? undefined : { ...field, what: 'field-value', expected: digest, found }
}

/** @param lastOfDay the last entry that bears the head's date, undefined if there is none. */
export function checkHead(
  head: Head,
  lastOfDay: Pick<ChainedEntry, 'seq' | 'hash'> | undefined,
  knownKeys: string[],
): Problem | undefined {
  const wrong = (what: string, expected?: string, found?: string): Problem => ({
    kind: 'head',
    id: head.on,
    what,
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
  })
  if (!isSigned(head)) return wrong('head-signature')
  if (knownKeys.length > 0 && !knownKeys.includes(head.publicKey))
    return wrong('head-key', knownKeys[0], head.publicKey)
  if (!lastOfDay || lastOfDay.seq !== head.seq) return wrong('head-last', String(head.seq), String(lastOfDay?.seq ?? 0))
  if (lastOfDay.hash !== head.hash) return wrong('head-hash', head.hash, lastOfDay.hash)
  return undefined
}

/** Whether a head that someone else saved still names an entry of this chain. Its day may have grown since. */
export function checkSavedHead(
  head: Head,
  entry: Pick<ChainedEntry, 'on' | 'hash'> | undefined,
  knownKeys: string[] = [],
): Problem | undefined {
  const saved = { kind: 'saved-head', id: head.on }
  if (!isSigned(head)) return { ...saved, what: 'head-signature' }
  if (knownKeys.length > 0 && !knownKeys.includes(head.publicKey)) {
    return { ...saved, what: 'head-key', expected: knownKeys[0] ?? '', found: head.publicKey }
  }
  if (!entry) return { ...saved, what: 'head-entry', expected: String(head.seq), found: '0' }
  if (entry.hash !== head.hash) return { ...saved, what: 'head-hash', expected: head.hash, found: entry.hash }
  if (entry.on !== head.on) return { ...saved, what: 'head-date', expected: head.on, found: entry.on }
  return undefined
}
