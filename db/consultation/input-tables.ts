/** What people wrote about a consultation or one passage of its draft, alone or together with others. */
import type { Generated, Selectable } from 'kysely'

export type InputStance = 'agree' | 'disagree' | 'change'
export type InputVia = 'web' | 'account' | 'paper' | 'desk' | 'meeting' | 'organisation'

export interface InputTable {
  id: string
  consultationId: string
  /** From 1, in order of arrival within the consultation. */
  number: number
  /** Null: on the whole. */
  blockId: string | null
  versionId: string | null
  /** What the passage said when it was written of. */
  quoted: string | null
  stance: InputStance | null
  text: string
  /** How the passage should read instead. */
  proposal: string | null
  /** The stakeholder group that the writer says they belong to. */
  groupId: string | null
  fileHash: string | null
  fileName: string | null
  via: InputVia
  /** Who entered it for the writer, from paper or from speech. */
  enteredBy: string | null
  /** Where what was entered comes from: a numbered sheet, a meeting and its date. */
  provenance: string | null
  organisationId: string | null
  /** For notices, if the writer wanted any; never shown. */
  email: string | null
  /** The resident's account that it came from, or that took it over; never shown. */
  accountId: string | null
  /** The language in which its writer is told. */
  locale: string | null
  /** Who is to answer it. */
  ownerAccount: string | null
  receiptHash: string
  /** Tells the same submission sent twice from another one with its key. */
  tag: string | null
  arrivedAt: string
  /** The group that it is answered with. */
  bundleId: string | null
  /** The answer that holds now, its own or its group's. */
  outcomeId: string | null
  erasedAt: string | null
}

/** A word of the office's own, for sorting; not public. */
export interface InputTagTable {
  inputId: string
  tag: string
}

/** A remark among those who answer; not public. */
export interface InputNoteTable {
  id: string
  inputId: string
  note: string
  byAccount: string
  at: string
}

/** Members write behind one code; whoever has the other submits, once. */
export interface OrganisationTable {
  id: string
  consultationId: string
  name: string
  groupId: string | null
  joinCodeHash: string
  leadCodeHash: string
  email: string | null
  createdAt: string
  submittedAt: string | null
}

export interface OrganisationTextTable {
  id: string
  organisationId: string
  blockId: string | null
  /** What the member calls themselves among the others; not public. */
  author: string
  stance: InputStance | null
  text: string
  proposal: string | null
  updatedAt: string
  /** 1 = the lead sends it. */
  chosen: Generated<0 | 1>
}

export type InputRow = Selectable<InputTable>
export type InputNoteRow = Selectable<InputNoteTable>
export type OrganisationRow = Selectable<OrganisationTable>
export type OrganisationTextRow = Selectable<OrganisationTextTable>
