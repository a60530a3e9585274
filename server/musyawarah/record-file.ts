/** The record as a PDF: for everyone, and with names for those who sign it. */
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { findGroups } from '../directory/stakeholder-groups.ts'
import type { Part } from '../documents/document.ts'
import { makeDocument } from '../documents/making.ts'
import { pathTo, type Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { wordsOf } from '../words/words.ts'
import { publicRecord, type PublicRecord, type RecordData } from './record-data.ts'
import { recordParts } from './record-parts.ts'
import { getRecord, getWholeRecord } from './signing.ts'

export interface AskedRecord {
  slug: string
  locale: Locale
  publicUrl: string
}

/** What page and PDF say of a record. */
export async function partsOf(
  { db }: Pick<Scope, 'db'>,
  {
    meeting,
    record,
    data,
    locale,
  }: { meeting: PlacedMeeting; record: PublicRecord; data?: RecordData; locale: Locale },
): Promise<Part[]> {
  const ids = [...record.present.groups.map(({ key }) => key), ...record.proposals.map(({ groupId }) => groupId)]
  const groups = await findGroups(
    db,
    ids.filter((id) => id !== null),
  )
  const names = data && { attendance: data.attendance, proposals: data.proposals }
  return recordParts(record, { locale, zone: meeting.timezone, groups, ...(names ? { names } : {}) })
}

/** @throws Refused not-found before the draft went out; unavailable when too many documents are being made */
export async function recordFile(scope: Scope, asked: AskedRecord): Promise<Buffer> {
  const { meeting, record } = await getRecord(scope, asked.slug)
  return makeDocument('pdf', frameOf(meeting, asked, await partsOf(scope, { meeting, record, locale: asked.locale })))
}

/** With the list of names and room to sign. @throws Refused not-found, forbidden, conflict */
export async function recordToSign(scope: Scope, asked: AskedRecord): Promise<Buffer> {
  const { meeting, data } = await getWholeRecord(scope, asked.slug)
  const parts = await partsOf(scope, { meeting, record: publicRecord(data), data, locale: asked.locale })
  return makeDocument('pdf', frameOf(meeting, asked, parts))
}

function frameOf(meeting: PlacedMeeting, { slug, locale, publicUrl }: AskedRecord, parts: Part[]) {
  const t = wordsOf(locale).musyawarahRecord
  const address = publicUrl + pathTo(locale, 'checkRecord', { slug })
  return {
    title: t.title,
    masthead: [meeting.convener, meeting.regionName].filter(Boolean).join(' · '),
    language: locale,
    address,
    parts: [...parts, { kind: 'link' as const, text: `${t.verify}: ${address}`, address }],
    words: { page: t.page.page, missingLetters: t.page.missing },
  }
}
