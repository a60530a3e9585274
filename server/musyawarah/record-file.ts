/** Papers as files: for everyone, and with names for those who sign them. */
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { findGroups } from '../directory/stakeholder-groups.ts'
import type { Document, Part } from '../documents/document.ts'
import { makeDocument } from '../documents/making.ts'
import { pathTo, type Locale, type PageName } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { wordsOf } from '../words/words.ts'
import { paperParts, type Paper, type PaperFrame } from './papers.ts'
import type { RecordData } from './record-data.ts'
import { publicRecord, type PublicRecord } from './record-public.ts'
import { getRecord, getWholeRecord, type RecordView } from './record-views.ts'

export interface AskedRecord {
  slug: string
  locale: Locale
  publicUrl: string
}

/** Where each stands for everyone. */
export const PAPER_PAGES = {
  record: 'meetingRecord',
  minutes: 'meetingNotes',
  proceedings: 'meetingProceedings',
} as const satisfies Record<Paper, PageName>

export interface Told extends Pick<RecordView, 'addenda'> {
  meeting: PlacedMeeting
  record: PublicRecord
  covered?: RecordView['covered']
  /** With the names, for those who sign. */
  data?: RecordData
}

/** What page, PDF and DOCX say. */
export async function partsOf({ db }: Pick<Scope, 'db'>, paper: Paper, told: Told, locale: Locale): Promise<Part[]> {
  const { meeting, record, data, addenda, covered = [] } = told
  const ids = [
    ...record.present.groups.map(({ key }) => key),
    ...[...record.proposals, ...record.delegates].map(({ groupId }) => groupId),
  ]
  const groups = await findGroups(
    db,
    ids.filter((id) => id !== null),
  )
  const frame: PaperFrame = { locale, zone: meeting.timezone, groups, added: { addenda, covered } }
  return paperParts(paper, record, data ? { ...frame, names: data } : frame)
}

/** @throws Refused not-found before the draft went out; unavailable when too many documents are being made */
export async function paperFile(scope: Scope, paper: Paper, kind: 'pdf' | 'docx', asked: AskedRecord): Promise<Buffer> {
  const view = await getRecord(scope, asked.slug)
  const parts = await partsOf(scope, paper, view, asked.locale)
  const quiet = { kind: 'paragraph' as const, quiet: true, text: wordsOf(asked.locale).musyawarahPapers.rendition }
  return makeDocument(kind, documentOf(paper, view, asked, view.signed ? [...parts, quiet] : parts))
}

/** The record itself. @throws Refused as `paperFile` */
export function recordFile(scope: Scope, asked: AskedRecord): Promise<Buffer> {
  return paperFile(scope, 'record', 'pdf', asked)
}

/** With the list of names and room to sign. @throws Refused not-found, forbidden, conflict */
export async function recordToSign(scope: Scope, asked: AskedRecord): Promise<Buffer> {
  const { meeting, data, addenda } = await getWholeRecord(scope, asked.slug)
  const told = { meeting, record: publicRecord(data), data, addenda }
  return makeDocument('pdf', documentOf('record', told, asked, await partsOf(scope, 'record', told, asked.locale)))
}

/** A code at its end leads to the page on which a file is compared with the signed one. */
export function documentOf(
  paper: Paper,
  { meeting }: Pick<Told, 'meeting'>,
  asked: AskedRecord,
  parts: Part[],
): Document {
  const { musyawarahRecord: t, musyawarahPapers } = wordsOf(asked.locale)
  const address = asked.publicUrl + pathTo(asked.locale, 'checkRecord', { slug: asked.slug })
  return {
    masthead: [meeting.convener, meeting.regionName].filter(Boolean).join(' · '),
    language: asked.locale,
    title: musyawarahPapers.names[paper],
    address: asked.publicUrl + pathTo(asked.locale, PAPER_PAGES[paper], { slug: asked.slug }),
    parts: [...parts, { kind: 'qr', text: musyawarahPapers.scan, address }],
    words: { page: t.page.page, missingLetters: t.page.missing },
  }
}
