/**
 * Meetings that decide, before they are held. What happens in the hall stands in hall-tables.ts, the signed record in
 * record-tables.ts. Once a record is signed, nothing of its meeting changes: `verify` holds every row against the ledger.
 */
import type { Generated, Selectable } from 'kysely'
import type {
  AttendanceLookTable,
  AttendanceTable,
  DecisionObjectionTable,
  DecisionTable,
  DecisionTextTable,
  MeetingActTable,
  MinutePointTable,
  MinuteTextTable,
  ProposalTable,
  VoteTable,
} from './hall-tables.ts'
import type {
  CorrectionTable,
  DelegateTable,
  DissentTable,
  MeetingRecordTable,
  RecordMaskTable,
  RecordSignatureTable,
} from './record-tables.ts'

export interface MusyawarahTables {
  rulesOfOrder: RulesOfOrderTable
  meeting: MeetingTable
  meetingChange: MeetingChangeTable
  agendaItem: AgendaItemTable
  meetingFile: MeetingFileTable
  invitee: InviteeTable
  attendance: AttendanceTable
  attendanceLook: AttendanceLookTable
  meetingAct: MeetingActTable
  minutePoint: MinutePointTable
  minuteText: MinuteTextTable
  proposal: ProposalTable
  decision: DecisionTable
  decisionText: DecisionTextTable
  decisionObjection: DecisionObjectionTable
  vote: VoteTable
  correction: CorrectionTable
  dissent: DissentTable
  delegate: DelegateTable
  meetingRecord: MeetingRecordTable
  recordSignature: RecordSignatureTable
  recordMask: RecordMaskTable
}

/** A template that a region sets; without a region it is the portal's own, which every region may use. */
export interface RulesOfOrderTable {
  id: string
  regionCode: string | null
  name: string
  /** JSON: the rules, as `RulesOfOrder` in server/musyawarah/rules/order.ts, without the name. */
  rules: string
  position: number
  retiredOn: string | null
}

export type MeetingKind = 'village' | 'ward' | 'planning' | 'public-forum' | 'unit-forum' | 'other'

export interface MeetingTable {
  id: string
  slug: string
  kind: MeetingKind
  title: string
  /** Why it is held and on what it rests, in plain words. */
  basis: string
  regionCode: string
  institutionId: string | null
  unitId: string | null
  /** Who convenes it, as residents know them. */
  convener: string
  /** Where, and how to get there. */
  venue: string
  directions: string | null
  /** Where it can be followed from elsewhere. */
  link: string | null
  startsAt: string
  chair: string
  minuteTaker: string
  /** JSON: names and offices of resource persons. */
  resourcePersons: string
  letterNumber: string | null
  letterNature: string | null
  letterAnnex: string | null
  /** JSON: who gets a copy. */
  letterCopies: string
  /** A policy or a consultation that it is about: named, never joined. */
  aboutKind: string | null
  aboutId: string | null
  aboutTitle: string | null
  aboutPath: string | null
  rulesId: string
  /** JSON: the rules of order as they were when it was drawn up, with their name. */
  rules: string
  /** Which step of the quorum's ladder counts now, from 0. */
  step: Generated<number>
  /** The highest number given to a proposal, a decision. */
  proposalsTaken: Generated<number>
  decisionsTaken: Generated<number>
  /** Where a meeting was held on paper alone and entered afterwards: from what. */
  provenance: string | null
  createdBy: string
  createdAt: string
  announcedAt: string | null
  postponedAt: string | null
  openedAt: string | null
  /** JSON: the quorum as it was when the meeting was opened. */
  quorum: string | null
  closedAt: string | null
  minutesSentAt: string | null
  correctionsUntil: string | null
  signedAt: string | null
  cancelledAt: string | null
  cancelReason: string | null
}

/** What was put off or moved after it had been announced. */
export interface MeetingChangeTable {
  id: string
  meetingId: string
  what: 'postponed' | 'moved'
  before: string
  after: string
  /** For one put off: the quorum that was not met, as JSON. */
  quorum: string | null
  reason: string
  byAccount: string
  at: string
}

export interface AgendaItemTable {
  id: string
  meetingId: string
  position: number
  title: string
}

export interface MeetingFileTable {
  id: string
  meetingId: string
  itemId: string | null
  fileHash: string
  name: string
  what: 'material' | 'photo' | 'scan'
  position: number
  /** What is seen on a photograph, for those who don't see it. */
  caption: string | null
}

export interface InviteeTable {
  id: string
  meetingId: string
  position: number
  name: string
  /** Office, organisation or address, as it stands in the letter. */
  office: string | null
  groupId: string | null
  standing: string
  sex: 'f' | 'm' | null
  accessNeeds: string | null
  email: string | null
  /** Printed in the invitation: replies, is called out at the desk, and lets whoever came propose corrections. */
  code: string
  reply: 'coming' | 'not-coming' | null
  repliedAt: string | null
  /** With whom they come, in their own words. */
  companions: string | null
  /** When the invitation last went out, and by what way. */
  sentAt: string | null
  sentVia: 'mail' | 'whatsapp' | 'paper' | null
  /** Null unless they put themselves on the list. */
  registeredAt: string | null
  withdrawnAt: string | null
}

export type RulesOfOrderRow = Selectable<RulesOfOrderTable>
export type MeetingRow = Selectable<MeetingTable>
export type MeetingChangeRow = Selectable<MeetingChangeTable>
export type AgendaItemRow = Selectable<AgendaItemTable>
export type MeetingFileRow = Selectable<MeetingFileTable>
export type InviteeRow = Selectable<InviteeTable>
