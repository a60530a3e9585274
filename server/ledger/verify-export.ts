/** The stranger's walk over the ledger's records of a public export. */
import { checkEntry, checkHead, checkSavedHead, BEFORE_FIRST, type Before, type KnownField } from './check.ts'
import { canonicalDigest } from './commitments.ts'
import type { PublicEntry } from './export.ts'
import { readEntry, readHead } from './export-records.ts'
import type { Head } from './heads.ts'
import { jcs } from './jcs.ts'
import type { ExportRecord, OpenExportVerifier, Problem } from './verification.ts'

/** The chain holds, every open field is what its entry bound itself to, every head is signed and names its day's last entry. */
export const openLedgerExportVerifier: OpenExportVerifier = (count) => {
  let before: Before = BEFORE_FIRST
  let headed = ''
  const lastOfDay = new Map<string, Before>()
  const heads: Head[] = []

  function* takeEntry(record: ExportRecord): Generator<Problem> {
    const entry = readEntry(record)
    if (!entry) return yield unreadable(record)
    const fields = knownFields(entry)
    const problem = checkEntry(before, entry, fields)
    if (problem) yield problem
    before = { seq: entry.seq, hash: entry.hash, on: entry.on }
    lastOfDay.set(entry.on, before)
    count('entries')
    count('fields', fields.length)
  }

  function* takeHead(record: ExportRecord): Generator<Problem> {
    const head = readHead(record)
    if (!head) return yield unreadable(record)
    heads.push(head)
  }

  return {
    *take(record) {
      if (record.type === 'entry') yield* takeEntry(record)
      if (record.type === 'head') yield* takeHead(record)
    },
    *finish() {
      for (const head of heads) {
        const problem = checkHead(head, lastOfDay.get(head.on), [])
        if (problem) yield problem
        if (head.on > headed) headed = head.on
        count('heads')
      }
      const signed = new Set(heads.map(({ on }) => on))
      const missing = [...lastOfDay.keys()].find((on) => on < headed && !signed.has(on))
      if (missing) yield { kind: 'head', id: missing, what: 'head-missing' }
    },
  }
}

/** Heads that the stranger saved earlier still name entries of the exported chain. */
export function openSavedHeadsVerifier(heads: Head[]): OpenExportVerifier {
  return (count) => {
    const wanted = new Set(heads.map(({ seq }) => seq))
    const found = new Map<number, PublicEntry>()
    return {
      take(record) {
        const entry = record.type === 'entry' && wanted.has(Number(record.seq)) ? readEntry(record) : undefined
        if (entry) found.set(entry.seq, entry)
        return []
      },
      *finish() {
        for (const head of heads) {
          const problem = checkSavedHead(head, found.get(head.seq))
          if (problem) yield problem
          count('savedHeads')
        }
      },
    }
  }
}

function knownFields({ fields }: PublicEntry): KnownField[] {
  return Object.entries(fields).map(([name, field]) => {
    if ('digest' in field) return { name, digest: field.digest, salt: null, value: null }
    const value = jcs(field.value)
    return { name, digest: canonicalDigest(field.salt, value), salt: field.salt, value }
  })
}

function unreadable(record: ExportRecord): Problem {
  return { kind: record.type, id: String(record.seq ?? record.on ?? ''), what: 'unreadable' }
}
