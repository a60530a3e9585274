/** What a verification is made of: each module checks its own rows and its own records of the public export. */
import type { Database } from '#db/database.ts'
import type { Json } from './jcs.ts'

/** The first thing that doesn't fit, named so that anyone can look at it. */
export interface Problem {
  /** What kind of thing: `entry`, `field`, `head`, `batch`, `answer`, `tally`, `publication`, … */
  kind: string
  /** Which one, e.g. "12" or "12/movement". */
  id: string
  /** What is wrong with it, a key of the words `ledger.problems`. */
  what: string
  expected?: string
  found?: string
}

/** Adds to the counts of what was checked, e.g. `count('entries', 1000)`. Names are keys of the words `ledger.checked`. */
export type Count = (what: string, number?: number) => void

/** Checks rows of the database, in pages by key; yields what doesn't fit. */
export type Verifier = (db: Database, count: Count) => AsyncIterable<Problem>

/** One line of the public export; `type` says which module wrote it. */
export type ExportRecord = { type: string; [name: string]: Json }

/** Yields a module's records of the public export, in pages by key; never an answer or anything else that is not public. */
export type Exporter = (db: Database) => AsyncIterable<ExportRecord>

/** Checks records of a public export as they come, with nothing else at hand. Is shown all records; passes over foreign types. */
export interface ExportVerifier {
  take(record: ExportRecord): Iterable<Problem>
  /** Called once behind the last record. */
  finish(): Iterable<Problem>
}

/** One walk over one export. */
export type OpenExportVerifier = (count: Count) => ExportVerifier

export interface Verification {
  fits: boolean
  problem: Problem | null
  checked: Record<string, number>
}

/** Runs the verifiers in order and stops at the first thing that doesn't fit. */
export async function runVerifiers(db: Database, verifiers: Verifier[]): Promise<Verification> {
  const { count, checked } = startCounting()
  for (const verifier of verifiers) {
    for await (const problem of verifier(db, count)) return { fits: false, problem, checked }
  }
  return { fits: true, problem: null, checked }
}

/** Shows every record to every verifier and stops at the first thing that doesn't fit. */
export async function runExportVerifiers(
  records: AsyncIterable<ExportRecord> | Iterable<ExportRecord>,
  verifiers: OpenExportVerifier[],
): Promise<Verification> {
  const { count, checked } = startCounting()
  const opened = verifiers.map((open) => open(count))
  for await (const record of records) {
    for (const verifier of opened) {
      for (const problem of verifier.take(record)) return { fits: false, problem, checked }
    }
  }
  for (const verifier of opened) {
    for (const problem of verifier.finish()) return { fits: false, problem, checked }
  }
  return { fits: true, problem: null, checked }
}

function startCounting(): { count: Count; checked: Record<string, number> } {
  const checked: Record<string, number> = {}
  return { checked, count: (what, number = 1) => void (checked[what] = (checked[what] ?? 0) + number) }
}
