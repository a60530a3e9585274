/** What came of inputs: groups that are answered as one, outcomes with their reasons, and objections to them. */
import type { Selectable } from 'kysely'

/** Inputs that are answered together. */
export interface BundleTable {
  id: string
  consultationId: string
  title: string
  ownerAccount: string | null
  madeBy: string
  madeAt: string
  /** The group that took over its inputs. */
  mergedInto: string | null
}

/** How a group came to hold what it holds. */
export interface BundleChangeTable {
  id: string
  bundleId: string
  what: 'made' | 'added' | 'removed' | 'merged' | 'split'
  inputId: string | null
  otherBundle: string | null
  byAccount: string
  at: string
}

export type Hasil = 'accepted' | 'partly' | 'not-accepted' | 'outside-scope' | 'already'

/** An answer to one input or to a group. A later one replaces it and both stay. */
export interface OutcomeTable {
  id: string
  consultationId: string
  inputId: string | null
  bundleId: string | null
  hasil: Hasil
  reason: string
  ownerAccount: string
  answeredBy: string
  answeredAt: string
  /** The passage that it changed, and in which version. */
  blockId: string | null
  versionId: string | null
  commitmentId: string | null
  replaces: string | null
  /** The outcome that was objected to and is confirmed by this one. */
  confirmsOf: string | null
}

/** "This doesn't address my point": once for each input. */
export interface ObjectionTable {
  id: string
  outcomeId: string
  inputId: string
  reason: string
  at: string
  settledAt: string | null
  settledBy: string | null
  settlement: 'answered-again' | 'confirmed' | null
  note: string | null
}

/** How far answering has come, moved with each act: reading it costs the same for ten inputs as for a million. */
export interface AnswerTallyTable {
  tallyOf: string
  /** Inputs that were taken up: put in a group, given to somebody, or answered. */
  considered: number
  answered: number
  /** Objections that no one has settled. */
  objected: number
}

export type NewsKind = 'grouped' | 'answered' | 'changed' | 'confirmed'

/** Something to tell the writer of an input, who left an address. `digest` is the mail that tells it, null until then. */
export interface InputNewsTable {
  id: string
  newsOf: string
  what: NewsKind
  at: string
  digest: string | null
}

export type BundleRow = Selectable<BundleTable>
export type BundleChangeRow = Selectable<BundleChangeTable>
export type OutcomeRow = Selectable<OutcomeTable>
export type ObjectionRow = Selectable<ObjectionTable>
export type InputNewsRow = Selectable<InputNewsTable>
