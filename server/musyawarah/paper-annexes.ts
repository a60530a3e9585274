/** The annexes of a record: proposals by what became of them, delegates, and for those who sign it who came. */
import type { Column, Part } from '../documents/document.ts'
import { formatNumber } from '../words/format.ts'
import { wordsOf } from '../words/words.ts'
import { heading, paragraph } from './paper-head.ts'
import type { PaperFrame } from './papers.ts'
import type { PublicRecord } from './record-public.ts'
import { PROPOSAL_OUTCOMES } from './rules/decisions.ts'

/** `proposals`: those alone, in one table with what became of each. */
export function annexParts(record: PublicRecord, frame: PaperFrame, { only }: { only: 'proposals' | 'all' }): Part[] {
  if (only === 'proposals') return proposalsInOne(record, frame)
  return [
    ...proposalParts(record, frame),
    ...delegateParts(record, frame),
    ...(frame.names ? attendanceParts(frame.names.attendance, frame) : []),
  ]
}

type Proposal = PublicRecord['proposals'][number]

function proposalParts({ proposals }: PublicRecord, frame: PaperFrame): Part[] {
  const t = wordsOf(frame.locale).musyawarahRecord
  return PROPOSAL_OUTCOMES.flatMap((outcome): Part[] => {
    const some = proposals.filter((one) => one.outcome === outcome)
    const caption = t.lists[outcome]
    if (some.length === 0) return [heading(caption), paragraph(t.none)]
    const rows = some.map((one) => proposalRow(one, frame))
    return [heading(caption), { kind: 'table', caption, columns: proposalColumns(frame), rows }]
  })
}

function proposalsInOne({ proposals }: PublicRecord, frame: PaperFrame): Part[] {
  const t = wordsOf(frame.locale).musyawarahPapers
  if (proposals.length === 0) return []
  const columns = [...proposalColumns(frame), { label: t.proposalColumn.outcome, share: 1.1 }]
  const rows = proposals.map((one) => [...proposalRow(one, frame), t.outcomes[one.outcome ?? ''] ?? ''])
  return [heading(t.proposals), { kind: 'table', caption: t.proposals, columns, rows }]
}

function proposalColumns({ locale, names }: PaperFrame): Column[] {
  const { columns } = wordsOf(locale).musyawarahRecord
  return [
    { label: columns.number, share: 0.5 },
    { label: columns.text, share: 2.7 },
    { label: names ? columns.proposer : columns.group, share: 1.4 },
    { label: columns.place, share: 1.2 },
    { label: columns.volume, share: 0.9 },
    { label: columns.cost, share: 1.5 },
    { label: columns.note, share: 1.6 },
  ]
}

function proposalRow(proposal: Proposal, { locale, groups, names }: PaperFrame): string[] {
  const { number, text, groupId, place, volume, cost, note, outcomeNote } = proposal
  const proposer = names?.proposals.find((one) => one.number === number)?.proposer
  return [
    formatNumber(locale, number),
    text,
    [proposer, groupId && groups.get(groupId)?.name[locale]].filter(Boolean).join(', '),
    place ?? '',
    volume ?? '',
    cost ?? '',
    [note, outcomeNote].filter(Boolean).join('. '),
  ]
}

function delegateParts(record: PublicRecord, { locale, groups, names }: PaperFrame): Part[] {
  const t = wordsOf(locale).musyawarahPapers
  const delegates = names?.delegates ?? record.delegates
  if (delegates.length === 0) return []
  const { number, name, office, group, sex } = t.delegateColumns
  return [
    heading(t.delegates),
    {
      kind: 'table',
      caption: t.delegates,
      columns: [
        { label: number, share: 0.5 },
        { label: name, share: 2 },
        { label: office, share: 2 },
        { label: group, share: 1.5 },
        { label: sex, share: 0.6 },
      ],
      rows: delegates.map((one) => [
        formatNumber(locale, one.number),
        one.name ?? t.unnamed,
        one.office ?? '',
        (one.groupId && groups.get(one.groupId)?.name[locale]) || '',
        t.sexes[one.sex ?? ''] ?? '',
      ]),
    },
  ]
}

function attendanceParts(attendance: NonNullable<PaperFrame['names']>['attendance'], { locale }: PaperFrame): Part[] {
  const { musyawarah, musyawarahRecord: t } = wordsOf(locale)
  const { number, name, office, standing, signature } = t.columns
  return [
    heading(t.lists.attendance),
    {
      kind: 'table',
      caption: t.lists.attendance,
      columns: [
        { label: number, share: 0.5 },
        { label: name, share: 2 },
        { label: office, share: 2 },
        { label: standing, share: 1 },
        { label: signature, share: 1.2 },
      ],
      rows: attendance.map((one) => [
        formatNumber(locale, one.number),
        one.name,
        one.office ?? '',
        musyawarah.standings[one.standing as 'participant'],
        '',
      ]),
    },
  ]
}
