/** What happens in the hall: who came, what was said, what was proposed, and how it was decided. */
import type { Generated, Selectable } from 'kysely'

export interface AttendanceTable {
  id: string
  meetingId: string
  /** From 1: a second meeting, days later, has a list of its own. */
  sitting: number
  /** Place in the list of the sitting. */
  number: number
  inviteeId: string | null
  name: string
  office: string | null
  groupId: string | null
  standing: string
  sex: 'f' | 'm' | null
  accessNeeds: string | null
  via: 'code' | 'name' | 'walk-in' | 'paper' | 'device'
  /** Chosen where it was recorded, so that sending it again stores nothing twice. */
  clientKey: string
  deviceId: string | null
  /** What the device's clock said. */
  deviceAt: string | null
  /** For a walk-in: as an invitee's. */
  code: string | null
  signature: 'paper' | 'drawn' | null
  signatureFile: string | null
  recordedBy: string
  arrivedAt: string
  voidedAt: string | null
  voidReason: string | null
}

/** A look at the full list of names. */
export interface AttendanceLookTable {
  id: string
  meetingId: string
  byAccount: string
  at: string
}

export interface MinutePointTable {
  id: string
  meetingId: string
  itemId: string
  position: number
  removedAt: string | null
}

/** What a point says. Two with the same base were written at once: both are kept and shown. */
export interface MinuteTextTable {
  id: string
  pointId: string
  number: number
  /** The number of the text that its writer saw; 0 for the first. */
  base: number
  /** JSON: numbers of the other texts that it puts together with its base. */
  merged: string | null
  /** A name, an office or "warga". */
  speaker: string | null
  text: string
  byAccount: string
  at: string
}

/** An act under the key that its sender chose: sent again, it is answered as it was and changes nothing. */
export interface MeetingActTable {
  meetingId: string
  clientKey: string
  /** HMAC of what was sent, under the key. */
  tag: string
  /** JSON: what came of it. */
  made: string
  at: string
}

export interface ProposalTable {
  id: string
  meetingId: string
  itemId: string | null
  number: number
  text: string
  /** Personal: not for the public. */
  proposer: string | null
  groupId: string | null
  field: string | null
  place: string | null
  volume: string | null
  cost: string | null
  note: string | null
  via: 'meeting' | 'before' | 'paper'
  outcome: 'accepted' | 'not-accepted' | 'reserve' | null
  outcomeNote: string | null
  /** The decision that settled it, if one did. */
  decisionId: string | null
  at: string
}

export interface DecisionTable {
  id: string
  meetingId: string
  itemId: string | null
  number: number
  state: 'put' | 'agreed' | 'failed' | 'passed' | 'rejected'
  /** Of the text that is before the meeting, from 1. */
  round: number
  /** The written statement that consensus failed. */
  failedStatement: string | null
  failedAt: string | null
  settledAt: string | null
  /** Those entitled who were present when it was settled. */
  entitled: number | null
  commitmentId: string | null
}

export interface DecisionTextTable {
  decisionId: string
  round: number
  text: string
  byAccount: string
  at: string
}

export interface DecisionObjectionTable {
  id: string
  decisionId: string
  round: number
  position: number
  /** Who objects, as they want to be named: a person or a group. */
  who: string
  groupId: string | null
  reason: string
  answer: string | null
  withdrawn: Generated<0 | 1>
  answeredAt: string | null
  at: string
}

export interface VoteTable {
  decisionId: string
  way: 'open' | 'secret'
  inFavour: number
  against: number
  abstained: number
  spoilt: number
  needed: number
  entitled: number
  /** The paper tally, scanned. */
  sheetFile: string | null
  sheetName: string | null
  enteredBy: string
  at: string
}

export type AttendanceRow = Selectable<AttendanceTable>
export type MinutePointRow = Selectable<MinutePointTable>
export type MinuteTextRow = Selectable<MinuteTextTable>
export type MeetingActRow = Selectable<MeetingActTable>
export type ProposalRow = Selectable<ProposalTable>
export type DecisionRow = Selectable<DecisionTable>
export type DecisionTextRow = Selectable<DecisionTextTable>
export type DecisionObjectionRow = Selectable<DecisionObjectionTable>
export type VoteRow = Selectable<VoteTable>
