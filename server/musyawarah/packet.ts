/** All that a meeting needs on paper, in one PDF: for a hall without a line, or without a computer. */
import * as plans from '#db/musyawarah/plans.ts'
import type { InviteeRow } from '#db/musyawarah/tables.ts'
import type { Column, Part } from '../documents/document.ts'
import { makeDocument } from '../documents/making.ts'
import type { Scope } from '../scope.ts'
import { formatMoment, formatNumber } from '../words/format.ts'
import { wordsOf } from '../words/words.ts'
import { lettersParts, type PaperFor } from './letter-parts.ts'
import { frameOf, type AskedPaper } from './letters.ts'
import { getMeeting, getMeetingFor } from './meetings.ts'

/** Points: room for a signature, or for a line by hand. */
const SIGNED = 26
const WRITTEN = 34
const SPARE_ROWS = 20
const PROPOSAL_ROWS = 14
const MINUTE_ROWS = 5

/** @throws Refused not-found, forbidden; unavailable when too many documents are being made */
export async function packetFile(scope: Scope, asked: AskedPaper): Promise<Buffer> {
  const { id } = await getMeetingFor(scope, asked.slug, 'meeting.keep')
  const paper = { meeting: await getMeeting(scope, asked.slug), ...asked }
  const invitees = await plans.listInvitees(scope.db, id)
  const t = wordsOf(asked.locale).musyawarahInvite.packet
  const parts = [
    ...lettersParts(paper, invitees),
    ...sheet(paper, t.attendance.title, attendanceParts(paper, invitees), invitees.length > 0),
    ...sheet(paper, t.proposals.title, proposalParts(paper)),
    ...sheet(paper, t.minutes.title, minuteParts(paper)),
    ...sheet(paper, t.tally.title, tallyParts(paper)),
    ...sheet(paper, t.record.title, recordParts(paper)),
  ]
  return makeDocument('pdf', { ...frameOf(paper), parts })
}

/** Each begins on a page of its own and says whose it is, as sheets come apart on a table. */
function sheet({ meeting, locale }: PaperFor, title: string, parts: Part[], isNewPage = true): Part[] {
  const when = formatMoment(locale, meeting.startsAt, meeting.timezone)
  return [
    ...(isNewPage ? [{ kind: 'page' } as const] : []),
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', quiet: true, text: [meeting.title, when, meeting.venue].join(' · ') },
    ...parts,
  ]
}

function attendanceParts({ locale }: PaperFor, invitees: InviteeRow[]): Part[] {
  const words = wordsOf(locale)
  const t = words.musyawarahInvite.packet.attendance
  const named = invitees.map(({ name, office, standing, sex }, index) => [
    formatNumber(locale, index + 1),
    [name, office].filter(Boolean).join('\n'),
    words.musyawarah.standings[standing as 'participant'],
    sex === null ? '' : t.sexes[sex],
    '',
  ])
  const spare = Array.from({ length: SPARE_ROWS }, (_, i) => [
    formatNumber(locale, named.length + i + 1),
    '',
    '',
    '',
    '',
  ])
  const columns = columnsOf([
    [t.number, 0.6],
    [t.name, 4],
    [t.standing, 1.4],
    [t.sex, 0.7],
    [t.signature, 2.4],
  ])
  return [
    { kind: 'paragraph', text: t.note },
    { kind: 'table', caption: t.title, columns, rows: [...named, ...spare], ink: SIGNED },
  ]
}

function proposalParts({ locale }: PaperFor): Part[] {
  const t = wordsOf(locale).musyawarahInvite.packet.proposals
  const columns = columnsOf([
    [t.number, 0.6],
    [t.text, 4],
    [t.proposer, 2],
    [t.place, 1.6],
    [t.volume, 1.1],
    [t.cost, 1.4],
    [t.outcome, 1.3],
  ])
  return [
    { kind: 'paragraph', text: t.note },
    { kind: 'table', caption: t.title, columns, rows: blank(PROPOSAL_ROWS, columns, locale), ink: WRITTEN },
  ]
}

function minuteParts({ meeting, locale }: PaperFor): Part[] {
  const t = wordsOf(locale).musyawarahInvite.packet.minutes
  const columns = columnsOf([
    [t.speaker, 2],
    [t.said, 7],
  ])
  return meeting.agenda.flatMap(({ title }, index): Part[] => {
    const caption = `${formatNumber(locale, index + 1)}. ${title}`
    const rows = Array.from({ length: MINUTE_ROWS }, () => ['', ''])
    return [{ kind: 'table', caption, columns, rows, ink: WRITTEN }]
  })
}

function tallyParts({ meeting, locale }: PaperFor): Part[] {
  const words = wordsOf(locale)
  const t = words.musyawarahInvite.packet.tally
  const columns = columnsOf([
    [t.choice, 2],
    [t.marks, 6],
    [t.count, 1.4],
  ])
  const rows = t.choices.map((choice) => [choice, '', ''])
  return [
    { kind: 'paragraph', text: t.note(words.musyawarah.majorities[meeting.rules.majority]) },
    { kind: 'facts', facts: t.facts.map((label) => ({ label, value: LINE })) },
    { kind: 'table', caption: t.title, columns, rows, ink: 64 },
    { kind: 'signatures', blocks: t.witnesses.map((office) => ({ office, name: '' })) },
  ]
}

function recordParts({ meeting, locale }: PaperFor): Part[] {
  const t = wordsOf(locale).musyawarahInvite.packet.record
  const columns = columnsOf([
    [t.number, 0.6],
    [t.decision, 6],
    [t.way, 2.4],
  ])
  const facts = [
    ...t.facts.map((label) => ({ label, value: LINE })),
    { label: t.convener, value: meeting.convener },
    { label: t.venue, value: meeting.venue },
    { label: t.agenda, value: meeting.agenda.map(({ title }) => title).join('; ') },
  ]
  const offices = meeting.rules.signers
  return [
    { kind: 'facts', facts },
    { kind: 'table', caption: t.decisions, columns, rows: blank(4, columns, locale), ink: WRITTEN },
    { kind: 'table', caption: t.dissent, columns: columnsOf([[t.words, 1]]), rows: [['']], ink: WRITTEN },
    { kind: 'signatures', blocks: offices.map((office) => ({ office, name: '' })) },
  ]
}

const LINE = '……………………………………………………………………'

function columnsOf(columns: [label: string, share: number][]): Column[] {
  return columns.map(([label, share]) => ({ label, share }))
}

function blank(count: number, columns: Column[], locale: PaperFor['locale']): string[][] {
  return Array.from({ length: count }, (_, i) =>
    columns.map((_column, at) => (at === 0 ? formatNumber(locale, i + 1) : '')),
  )
}
