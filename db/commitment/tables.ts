/** What was promised, and what happened to it: a commitment's row never changes, its events say where it stands. */
import type { Selectable } from 'kysely'

export interface CommitmentTables {
  commitment: CommitmentTable
  commitmentEvent: CommitmentEventTable
  commitmentDispute: CommitmentDisputeTable
  commitmentReminder: CommitmentReminderTable
}

export type CommitmentEventKind = 'planned' | 'running' | 'done' | 'deferred' | 'dropped' | 'due-moved'
export type CommitmentReason = 'budget' | 'people' | 'authority' | 'rules' | 'changed' | 'other'

export interface CommitmentTable {
  id: string
  slug: string
  what: string
  why: string
  /** Where it came from: a subject that this module may not know, with what to call it and where it stands. */
  sourceKind: string
  sourceId: string
  sourceTitle: string
  /** An address of the portal, in Indonesian, or of another site; empty where there is none. */
  sourcePath: string
  regionCode: string
  institutionId: string | null
  unitId: string | null
  /** Who answers for it, as residents know them. */
  owner: string
  /** The day that was promised first; events of kind `due-moved` say what it became. */
  dueOn: string
  /** Where the money comes from, in words. */
  budget: string | null
  /** What is done one after the other, a line each, and what it costs; where that is known. */
  steps: string | null
  cost: string | null
  createdBy: string
  createdAt: string
}

export interface CommitmentEventTable {
  id: string
  commitmentId: string
  /** From 1, in the order in which they happened. */
  number: number
  kind: CommitmentEventKind
  reason: string | null
  reasonCode: CommitmentReason | null
  evidenceText: string | null
  evidenceUrl: string | null
  evidenceFile: string | null
  evidenceFileName: string | null
  dueBefore: string | null
  dueAfter: string | null
  byAccount: string
  at: string
}

/** "This isn't done": its writer is known by the hash of a receipt alone. */
export interface CommitmentDisputeTable {
  id: string
  commitmentId: string
  /** From 1, in the order in which they came. */
  number: number
  /** Null once its writer had it erased. */
  reason: string | null
  receiptHash: string
  /** Binds the key to this very reason; null once it was erased. */
  tag: string | null
  at: string
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
}

/** That who keeps a commitment was reminded of a promised day. */
export interface CommitmentReminderTable {
  commitmentId: string
  dueOn: string
  moment: 'before' | 'after'
  at: string
}

export type CommitmentDisputeRow = Selectable<CommitmentDisputeTable>
export type CommitmentRow = Selectable<CommitmentTable>
export type CommitmentEventRow = Selectable<CommitmentEventTable>
