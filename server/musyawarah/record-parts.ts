/** What the official record (berita acara) says, part by part: page and PDF are made of the same parts. */
import type { Part } from '../documents/document.ts'
import { dayIn, type Zone } from '../directory/rules/days.ts'
import type { StakeholderGroup } from '../directory/stakeholder-groups.ts'
import type { Locale } from '../paths.ts'
import { formatMoment, formatNumber } from '../words/format.ts'
import { wordsOf } from '../words/words.ts'
import { quorumText, decisionText } from './record-sentences.ts'
import type { PublicRecord, RecordData } from './record-data.ts'
import { PROPOSAL_OUTCOMES } from './rules/decisions.ts'

export interface RecordFrame {
  locale: Locale
  zone: Zone
  groups: Map<string, StakeholderGroup>
  /** For those who sign it: who came and who proposed what, by name. */
  names?: Pick<RecordData, 'attendance' | 'proposals'>
}

type Said = Omit<PublicRecord, 'present'> & { present: PublicRecord['present'] }

export function recordParts(record: Said, frame: RecordFrame): Part[] {
  return [
    ...headParts(record, frame),
    ...presentParts(record, frame),
    ...discussionParts(record, frame),
    ...decisionParts(record, frame),
    ...afterParts(record, frame),
    ...signatureParts(record, frame),
    ...proposalParts(record, frame),
    ...(frame.names ? attendanceParts(frame.names.attendance, frame) : []),
  ]
}

const heading = (text: string): Part => ({ kind: 'heading', level: 1, text })
const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

function headParts({ meeting, rules, quorum, signed }: Said, { locale, zone }: RecordFrame): Part[] {
  const { musyawarah, musyawarahRecord: t } = wordsOf(locale)
  const began = meeting.openedAt ?? meeting.startsAt
  const moment = (instant: string | null) => (instant ? formatMoment(locale, instant, zone) : '')
  const facts: [string, string][] = [
    [t.facts.kind, musyawarah.kinds[meeting.kind]],
    [t.facts.convener, meeting.convener],
    [t.facts.began, moment(meeting.openedAt)],
    [t.facts.ended, moment(meeting.closedAt)],
    [t.facts.chair, meeting.chair],
    [t.facts.minuteTaker, meeting.minuteTaker],
    [t.facts.resourcePersons, meeting.resourcePersons.join('; ')],
    [t.facts.rules, [rules.name, rules.basis].filter(Boolean).join(', ')],
    [t.facts.provenance, meeting.provenance ?? ''],
  ]
  return [
    paragraph(signed ? t.number(signed.number) : t.draft),
    paragraph(t.onThis(dayIn(new Date(began), zone), meeting.venue)),
    heading(meeting.title),
    paragraph(meeting.basis),
    { kind: 'facts', facts: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })) },
    ...(quorum ? [paragraph(quorumText(quorum, locale))] : []),
  ]
}

function presentParts({ present }: Said, { locale, groups }: RecordFrame): Part[] {
  const { musyawarah, musyawarahRecord: t } = wordsOf(locale)
  const number = (count: number) => formatNumber(locale, count)
  const byGroup = present.groups.map(({ key, count }) => {
    return `${(key && groups.get(key)?.name[locale]) || musyawarah.page.noGroup}: ${number(count)}`
  })
  const byStanding = present.standings.map(({ key, count }) => {
    return `${musyawarah.standings[key as 'participant']}: ${number(count)}`
  })
  return [
    heading(t.present),
    paragraph(t.presentText(number(present.total), number(present.women), number(present.men))),
    { kind: 'list', items: [...byGroup, ...byStanding] },
  ]
}

function discussionParts({ agenda }: Said, { locale }: RecordFrame): Part[] {
  const t = wordsOf(locale).musyawarahRecord
  return [
    heading(t.discussion),
    ...agenda.flatMap(({ title, points }, index): Part[] => [
      { kind: 'heading', level: 2, text: `${formatNumber(locale, index + 1)}. ${title}` },
      points.length === 0
        ? paragraph(t.noPoints)
        : { kind: 'list', items: points.map(({ speaker, text }) => `${speaker ?? t.someone}: ${text}`) },
    ]),
  ]
}

function decisionParts({ decisions }: Said, { locale }: RecordFrame): Part[] {
  const { musyawarahCourse, musyawarahRecord: t } = wordsOf(locale)
  if (decisions.length === 0) return [heading(t.decisions), paragraph(t.none)]
  return [
    heading(t.decisions),
    ...decisions.flatMap((decision): Part[] => {
      const objections = decision.rounds.flatMap((round) => round.objections)
      const said = objections.map(({ who, reason, answer }) => {
        const words = musyawarahCourse.decisions
        return [words.objection(who), reason, answer && `${words.answer} ${answer}`].filter(Boolean).join(' ')
      })
      const { failedStatement } = decision
      return [
        paragraph(`${formatNumber(locale, decision.number)}. ${decision.rounds.at(-1)?.text ?? ''}`),
        paragraph(decisionText(decision, locale)),
        ...(said.length > 0 ? [{ kind: 'list' as const, items: said }] : []),
        ...(failedStatement ? [paragraph(`${musyawarahCourse.decisions.failed} ${failedStatement}`)] : []),
      ]
    }),
  ]
}

function afterParts({ corrections, dissents }: Said, { locale }: RecordFrame): Part[] {
  const t = wordsOf(locale).musyawarahRecord
  const outcomeOf = ({ outcome, reason }: Said['corrections'][number]) =>
    [t.outcomes[outcome ?? 'waiting'], reason].filter(Boolean).join(': ')
  const settled = corrections.map((one) => t.correction(formatNumber(locale, one.number), one.text, outcomeOf(one)))
  return [
    ...(settled.length > 0 ? [heading(t.corrections), { kind: 'list' as const, items: settled }] : []),
    ...(dissents.length > 0
      ? [heading(t.dissents), { kind: 'list' as const, items: dissents.map(({ who, text }) => t.dissent(who, text)) }]
      : []),
  ]
}

function signatureParts({ signed, rules }: Said, { locale }: RecordFrame): Part[] {
  const t = wordsOf(locale).musyawarahRecord
  const facts = signed
    ? signed.signatures.map(({ office, name }) => ({ label: office, value: name }))
    : rules.signers.map((office) => ({ label: office, value: '……………………………' }))
  return [heading(t.signatures), { kind: 'facts', facts }]
}

function proposalParts({ proposals }: Said, { locale, groups, names }: RecordFrame): Part[] {
  const t = wordsOf(locale).musyawarahRecord
  const proposers = new Map(names?.proposals.map(({ number, proposer }) => [number, proposer]))
  return PROPOSAL_OUTCOMES.flatMap((outcome): Part[] => {
    const some = proposals.filter((one) => one.outcome === outcome)
    if (some.length === 0) return [heading(t.lists[outcome]), paragraph(t.none)]
    return [
      heading(t.lists[outcome]),
      {
        kind: 'table',
        caption: t.lists[outcome],
        columns: [
          { label: t.columns.number, share: 0.5 },
          { label: t.columns.text, share: 3 },
          { label: names ? t.columns.proposer : t.columns.group, share: 1.4 },
          { label: t.columns.place, share: 1.2 },
          { label: t.columns.volume, share: 0.9 },
          { label: t.columns.cost, share: 1 },
          { label: t.columns.note, share: 1.6 },
        ],
        rows: some.map(({ number, text, groupId, place, volume, cost, note, outcomeNote }) => [
          formatNumber(locale, number),
          text,
          [proposers.get(number), groupId && groups.get(groupId)?.name[locale]].filter(Boolean).join(', '),
          place ?? '',
          volume ?? '',
          cost ?? '',
          [note, outcomeNote].filter(Boolean).join('. '),
        ]),
      },
    ]
  })
}

function attendanceParts(attendance: RecordData['attendance'], { locale }: RecordFrame): Part[] {
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
