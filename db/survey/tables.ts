/**
 * Surveys and what came of them. `answer` and `receipt` share no column: an answer can be counted, never traced.
 * Answers carry no date. A receipt's batch and an answer's are drawn apart, so that a batch joins no pair of them.
 */
import type { Selectable } from 'kysely'

export interface SurveyTables {
  instrument: InstrumentTable
  survey: SurveyTable
  answer: AnswerTable
  receipt: ReceiptTable
  batch: BatchTable
  tally: TallyTable
  answerImport: AnswerImportTable
  publication: PublicationTable
  slip: SlipTable
  deskEntry: DeskEntryTable
  deskTotal: DeskTotalTable
  voidedSheet: VoidedSheetTable
}

/** A version of a questionnaire; `content` is JSON and never changes once a survey has been opened with it. */
export interface InstrumentTable {
  id: string
  key: string
  version: number
  content: string
  contentHash: string
}

export interface SurveyTable {
  id: string
  slug: string
  /** Four to six characters for the short address on posters: /s/<code>. */
  shortCode: string
  regionCode: string
  unitId: string
  serviceId: string | null
  instrumentId: string
  title: string
  /** For example "Semester II 2026". */
  period: string
  year: number
  /** Instants in UTC; the form takes days of the region's zone, both inclusive. */
  startsAt: string
  endsAt: string
  /** People served in the period, when known. */
  served: number | null
  sampleMode: 'formula' | 'table'
  weight: string
  /** 1 = the index may be shown while open, as batches are sealed. */
  showWhileOpen: 0 | 1
  /** The officer's public note on how the survey was held. */
  note: string | null
  /** Null while it is a draft. */
  openedAt: string | null
  createdBy: string
  handedInBy: string | null
  /** From here on nothing enters. */
  handedInAt: string | null
  publishedAt: string | null
  withdrawnAt: string | null
}

export interface AnswerTable {
  id: string
  answeredSurvey: string
  /** Batch once sealed. */
  sealedIn: string | null
  /** Nine characters 1–4 or "-" in the order of ELEMENT_KEYS. */
  scores: string
  profile: string | null
  comment: string | null
  /** JSON: salt per field, beside the values; erased with them. Null until sealed. */
  salts: string | null
  /** JSON: digests of erased fields. */
  erased: string | null
  /** Binds the row to its batch: what was sealed, so that a row changed later can be named. */
  commitment: string | null
  /** How it came and what was noticed then, as `writeMark` has it; erased by sealing. */
  mark: string | null
}

export interface ReceiptTable {
  hash: string
  receiptOf: string
  countedIn: string | null
  tag: string | null
}

export interface BatchTable {
  id: string
  surveyId: string
  number: number
  source: 'intake' | 'import'
  /** Null while an import is still arriving: such a batch counts for nothing. */
  sealedOn: string | null
  answers: number
  receipts: number
  receiptsRoot: string
  answersRoot: string
  /** JSON: the 73 integers that this batch added to the tally. */
  movement: string
  /** JSON: what it added to the profile tally. */
  profile: string
  /** 1 = publication opened the movement. */
  opened: 0 | 1
  /** While an import arrives: when its last rows came. One that was cut off is swept by it. */
  touchedAt: string | null
}

export interface TallyTable {
  surveyId: string
  answers: number
  batches: number
  /** JSON: 73 integers. */
  integers: string
  /** JSON: per profile question and option, respondents and sum of the complete ones' totals. */
  profile: string
  /** What may be shown while answers still come: at least ten fewer than will be there in the end. */
  shownAnswers: number
  /** JSON: 73 integers. */
  shownIntegers: string
  /** JSON: how many came by which way and with which flag. Null: nothing was noted yet. */
  marks: string | null
  /** JSON: 73 integers of the answers without a flag. Null: nothing was noted yet. */
  unflagged: string | null
}

/** A printed sheet that hasn't been entered: `sheet` is a digest of its form code. Deleted when spent. */
export interface SlipTable {
  sheet: string
  slipOf: string
}

/** Which answer and receipt came from which sheet, so that it can be voided. Gone as soon as either of them is sealed. */
export interface DeskEntryTable {
  sheet: string
  deskOf: string
  waitingAnswer: string
  waitingReceipt: string
  /** The day of its entry (Jakarta), on which it isn't sealed unless the survey is handed in: there is time to see a mistake. */
  heldOn: string
}

/** How many sheets someone entered on a day (in the region's zone), and how many of them were read out to the respondent. */
export interface DeskTotalTable {
  totalOf: string
  enteredBy: string
  enteredOn: string
  entered: number
  readOut: number
}

/** A sheet whose answer was taken back before it was sealed. */
export interface VoidedSheetTable {
  id: string
  voidOf: string
  sheet: string
  voidedReceipt: string
  reason: string
  voidedBy: string
  voidedOn: string
}

/** A file that has been taken in, whole. */
export interface AnswerImportTable {
  id: string
  surveyId: string
  fileHash: string
  fileName: string
  rows: number
  batchId: string
  importedBy: string
  importedOn: string
}

/** A version of a survey's official result. `correction` is a ralat, `withdrawal` a pencabutan. */
export interface PublicationTable {
  id: string
  surveyId: string
  version: number
  kind: 'result' | 'correction' | 'withdrawal'
  /** JSON: all that is shown of this version, frozen; its digest stands in the ledger. */
  snapshot: string
  reason: string | null
  publishedBy: string
  publishedAt: string
}

export type InstrumentRow = Selectable<InstrumentTable>
export type SurveyRow = Selectable<SurveyTable>
export type AnswerRow = Selectable<AnswerTable>
export type ReceiptRow = Selectable<ReceiptTable>
export type BatchRow = Selectable<BatchTable>
export type TallyRow = Selectable<TallyTable>
export type AnswerImportRow = Selectable<AnswerImportTable>
export type DeskEntryRow = Selectable<DeskEntryTable>
export type DeskTotalRow = Selectable<DeskTotalTable>
export type VoidedSheetRow = Selectable<VoidedSheetTable>
export type PublicationRow = Selectable<PublicationTable>
