/**
 * Consultations, what they ask about and what people answered. Texts of inputs are shown only as moderation lets them
 * be; a receipt is kept as its hash alone.
 */
import type { Generated, Selectable } from 'kysely'
import type {
  AnswerTallyTable,
  BundleChangeTable,
  BundleTable,
  InputNewsTable,
  ObjectionTable,
  OutcomeTable,
} from './answer-tables.ts'
import type { InputSearchTable, InputSupportTable } from './input-search-tables.ts'
import type {
  InputNoteTable,
  InputTable,
  InputTagTable,
  OrganisationTable,
  OrganisationTextTable,
} from './input-tables.ts'

export interface ConsultationTables {
  consultation: ConsultationTable
  consultationPhase: ConsultationPhaseTable
  consultationDateChange: ConsultationDateChangeTable
  consultationFile: ConsultationFileTable
  need: NeedTable
  needStance: NeedStanceTable
  consultationNeed: ConsultationNeedTable
  draftVersion: DraftVersionTable
  draftBlock: DraftBlockTable
  blockText: BlockTextTable
  input: InputTable
  inputTag: InputTagTable
  inputNote: InputNoteTable
  deskFilter: DeskFilterTable
  bundle: BundleTable
  bundleChange: BundleChangeTable
  outcome: OutcomeTable
  objection: ObjectionTable
  inputSearch: InputSearchTable
  inputSupport: InputSupportTable
  answerTally: AnswerTallyTable
  inputNews: InputNewsTable
  organisation: OrganisationTable
  organisationText: OrganisationTextTable
}

export interface ConsultationTable {
  id: string
  slug: string
  title: string
  /** What it is about and why it is held, in plain words. */
  summary: string
  about: 'need' | 'draft' | 'evaluation' | 'standard'
  policyId: string | null
  /** Why the draft rests on no need that was stated; null when needs are linked. */
  needNoneReason: string | null
  regionCode: string
  institutionId: string | null
  /** JSON: ids of the units that are responsible. */
  unitIds: string
  /** JSON: ids of the stakeholder groups that are asked. */
  groups: string
  /** 1 = an input stands only after a moderator has seen it. */
  premoderated: Generated<0 | 1>
  /** Last day (in the region's zone) by which every input is answered: a promise. */
  answerBy: string
  /** The highest number given to an input so far. */
  inputsTaken: Generated<number>
  /** Opens the page to whoever was sent its link, while it is in preparation. */
  previewKey: string
  copiedFrom: string | null
  createdBy: string
  createdAt: string
  /** Null while it is in preparation and there for its officers alone. */
  announcedAt: string | null
  closedAt: string | null
  /** Why it was closed although inputs had no answer. */
  closingReason: string | null
  closedBy: string | null
}

export type Phase = 'preparation' | 'need' | 'draft' | 'consideration' | 'answered' | 'closed'

/** Days of the region's zone, both inclusive. */
export interface ConsultationPhaseTable {
  consultationId: string
  phase: Phase
  startsOn: string
  /** Null: until something else ends it. */
  endsOn: string | null
}

/** A date that was changed after it had been announced. */
export interface ConsultationDateChangeTable {
  id: string
  consultationId: string
  /** `answerBy`, or the phase and its edge: `draft.startsOn`. */
  what: string
  before: string | null
  after: string | null
  reason: string
  byAccount: string
  at: string
}

/** A document that goes with the consultation. */
export interface ConsultationFileTable {
  id: string
  consultationId: string
  fileHash: string
  name: string
  position: number
}

/** A statement of what is wrong or lacking, which people support or dispute. */
export interface NeedTable {
  id: string
  consultationId: string
  statement: string
  position: number
}

export interface NeedStanceTable {
  id: string
  needId: string
  stance: 'support' | 'dispute'
  reason: string | null
  receiptHash: string
  /** Tells the same submission sent twice from another one with its key. */
  tag: string | null
  arrivedAt: string
}

/** A need that a draft answers, which may have been stated in an earlier consultation. */
export interface ConsultationNeedTable {
  consultationId: string
  needId: string
}

export interface DraftVersionTable {
  id: string
  consultationId: string
  number: number
  /** What changed and why, in plain words. */
  note: string
  /** Null while it is being written: one at most. */
  publishedAt: string | null
  publishedBy: string | null
}

/** A passage through all its versions. */
export interface DraftBlockTable {
  id: string
  consultationId: string
}

export type BlockKind = 'chapter' | 'part' | 'article' | 'paragraph' | 'item' | 'text'

/** What a passage says in one version. */
export interface BlockTextTable {
  versionId: string
  blockId: string
  position: number
  kind: BlockKind
  /** As the draft numbers it: "BAB II", "Pasal 5", "(2)", "a."; empty for plain text. */
  label: string
  text: string
  /** SHA-256 of label and text. */
  textHash: string
}

export type ConsultationRow = Selectable<ConsultationTable>
export type ConsultationPhaseRow = Selectable<ConsultationPhaseTable>
export type ConsultationDateChangeRow = Selectable<ConsultationDateChangeTable>
export type ConsultationFileRow = Selectable<ConsultationFileTable>
export type NeedRow = Selectable<NeedTable>
export type NeedStanceRow = Selectable<NeedStanceTable>
export type DraftVersionRow = Selectable<DraftVersionTable>
export type BlockTextRow = Selectable<BlockTextTable>

/** One account's own name for a filter of the desk. */
export interface DeskFilterTable {
  accountId: string
  consultationId: string
  name: string
  filter: string
}

export type DeskFilterRow = Selectable<DeskFilterTable>
