/** After a meeting: corrections, notes of dissent, and the record that is signed and locked. */
import type { Selectable } from 'kysely'

export interface CorrectionTable {
  id: string
  meetingId: string
  number: number
  /** Whose presence was recorded, and who alone may ask. */
  attendanceId: string
  itemId: string | null
  text: string
  outcome: 'accepted' | 'refused' | null
  reason: string | null
  settledBy: string | null
  settledAt: string | null
  at: string
}

/** A note of dissent (keberatan), in the dissenter's own words. */
export interface DissentTable {
  id: string
  meetingId: string
  number: number
  decisionId: string | null
  attendanceId: string | null
  /** As they want to be named. */
  who: string
  text: string
  at: string
}

/** Somebody whom the meeting sends on to the next (utusan). */
export interface DelegateTable {
  id: string
  meetingId: string
  number: number
  name: string
  office: string | null
  groupId: string | null
  sex: 'f' | 'm' | null
  /** 1: agreed that the public reads their name. */
  named: 0 | 1
  at: string
}

/** The signed record (part 0) and its addenda (from 1). Never changed, never deleted: triggers refuse both. */
export interface MeetingRecordTable {
  id: string
  meetingId: string
  part: number
  /** As it is numbered in the office's book. */
  number: string
  /** The day on which it was signed, in the region's zone. */
  signedOn: string
  /** JSON, canonical: all that the record says. Its digest is in the ledger. */
  data: string
  dataHash: string
  fileHash: string
  fileName: string
  lockedBy: string
  lockedAt: string
}

export interface RecordSignatureTable {
  recordId: string
  position: number
  office: string
  name: string
}

/** Personal data found later, covered in what the public reads; the sealed original stays. Never changed either. */
export interface RecordMaskTable {
  id: string
  recordId: string
  /** Where in what the public reads: a JSON pointer (RFC 6901). */
  field: string
  /** What stands there for the public instead. */
  shown: string
  reason: string
  byAccount: string
  at: string
}

export type CorrectionRow = Selectable<CorrectionTable>
export type DelegateRow = Selectable<DelegateTable>
export type DissentRow = Selectable<DissentTable>
export type MeetingRecordRow = Selectable<MeetingRecordTable>
export type RecordSignatureRow = Selectable<RecordSignatureTable>
export type RecordMaskRow = Selectable<RecordMaskTable>
