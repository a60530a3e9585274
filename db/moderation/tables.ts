/** Texts that the public may read, who reported them and why, what was decided, and what was decided again. */
import type { Generated, Selectable } from 'kysely'

export interface ModerationTables {
  moderated: ModeratedTable
  textReport: TextReportTable
  verdict: VerdictTable
  review: ReviewTable
}

/** `held` waits for a person before anybody reads it; `hidden` was taken from sight by a person, for a reason. */
export type TextState = 'shown' | 'held' | 'hidden'
/** What a text waits for: to be looked at before it is shown, after a report, or again, because its writer asked. */
export type Waiting = 'held' | 'report' | 'review'

/** A copy of a text of another module, named by its subject. The writer is known by the hash of a receipt alone. */
export interface ModeratedTable {
  id: string
  subjectKind: string
  subjectId: string
  regionCode: string
  institutionPath: string | null
  unitId: string | null
  /** As it was written. Once a rendition covers personal data in it, for the auditor's eyes alone. */
  text: string
  /** What the public reads instead of the text, or null. */
  rendition: string | null
  /** Address at which it stands, in Indonesian, and the title of what it was written to. */
  path: string
  title: string
  state: TextState
  /** JSON: why it was held when it came, by code; null if it wasn't. */
  heldFor: string | null
  authorCode: string | null
  authorEmail: string | null
  authorLocale: string | null
  arrivedAt: string
  /** Day by which somebody looks at it, promised when it was held. */
  promisedBy: string | null
  waiting: Waiting | null
  waitingSince: string | null
  /** Reports that no moderator has looked at yet. */
  reports: Generated<number>
  erasedAt: string | null
}

export interface TextReportTable {
  id: string
  moderatedId: string
  regionCode: string
  reason: string
  note: string | null
  at: string
  settledAt: string | null
}

/** `held` is nobody's decision: the portal made a text wait for a person, by its own rules. */
export type VerdictKind = 'held' | 'shown' | 'hidden' | 'masked' | 'unmasked' | 'upheld' | 'reversed'

export interface VerdictTable {
  id: string
  moderatedId: string
  regionCode: string
  what: VerdictKind
  reason: string | null
  /** To the writer; never public. */
  note: string | null
  waitedFor: Waiting | null
  waitedMinutes: number | null
  byAccount: string | null
  at: string
}

export interface ReviewTable {
  id: string
  moderatedId: string
  /** What is looked at again: once each. */
  verdictId: string
  regionCode: string
  /** Why the writer asks. */
  statement: string
  askedAt: string
  promisedBy: string
  outcome: 'upheld' | 'reversed' | null
  note: string | null
  decidedBy: string | null
  decidedAt: string | null
}

export type ModeratedRow = Selectable<ModeratedTable>
export type TextReportRow = Selectable<TextReportTable>
export type VerdictRow = Selectable<VerdictTable>
export type ReviewRow = Selectable<ReviewTable>
