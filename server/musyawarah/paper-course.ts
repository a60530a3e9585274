/** What was said and decided: by agenda item in short, or in full and in order. */
import type { Part } from '../documents/document.ts'
import { formatMoment, formatNumber } from '../words/format.ts'
import { wordsOf } from '../words/words.ts'
import { heading, list, paragraph } from './paper-head.ts'
import type { PaperFrame } from './papers.ts'
import type { PublicRecord } from './record-public.ts'
import { decisionText } from './record-sentences.ts'

type Decision = PublicRecord['decisions'][number]

/** By agenda item. Minutes say beneath each what was decided on it. */
export function discussionParts(
  record: PublicRecord,
  frame: PaperFrame,
  { withDecisions }: { withDecisions: boolean },
): Part[] {
  const t = wordsOf(frame.locale).musyawarahRecord
  const results = (item: number | null) =>
    withDecisions ? list(decisionsOf(record, item).map((one) => resultLine(one, frame))) : []
  return [
    heading(t.discussion),
    ...record.agenda.flatMap(({ position, title, points }): Part[] => [
      heading(`${formatNumber(frame.locale, position)}. ${title}`, 2),
      ...(points.length === 0 ? [paragraph(t.noPoints)] : list(points.map((point) => pointLine(point, frame)))),
      ...results(position),
    ]),
    ...(withDecisions ? otherItems(record, frame, (some) => list(some.map((one) => resultLine(one, frame)))) : []),
  ]
}

/** Each decision with its last text and how it came about. */
export function decisionParts({ decisions }: PublicRecord, frame: PaperFrame): Part[] {
  const { musyawarahCourse, musyawarahRecord: t } = wordsOf(frame.locale)
  if (decisions.length === 0) return [heading(t.decisions), paragraph(t.none)]
  return [
    heading(t.decisions),
    ...decisions.flatMap((decision): Part[] => [
      paragraph(`${formatNumber(frame.locale, decision.number)}. ${decision.rounds.at(-1)?.text ?? ''}`),
      paragraph(decisionText(decision, frame.locale)),
      ...list(decision.rounds.flatMap(({ objections }) => objections.map((one) => objectionLine(one, frame)))),
      ...(decision.failedStatement
        ? [paragraph(`${musyawarahCourse.decisions.failed} ${decision.failedStatement}`)]
        : []),
    ]),
  ]
}

/** From opening to closing: every point, every text that was put, every objection with its answer, every vote. */
export function proceedingParts(record: PublicRecord, frame: PaperFrame): Part[] {
  const { locale, zone } = frame
  const { musyawarahPapers: t, musyawarahRecord } = wordsOf(locale)
  const moment = (instant: string) => formatMoment(locale, instant, zone)
  const { openedAt, closedAt } = record.meeting
  const before = record.changes.map(({ what, before: from, after, reason }) =>
    t[what](moment(from), moment(after), reason),
  )
  return [
    heading(t.course),
    ...list(before),
    ...(openedAt ? [paragraph(t.courseBegan(moment(openedAt)))] : []),
    ...record.agenda.flatMap(({ position, title, points }): Part[] => [
      heading(`${formatNumber(locale, position)}. ${title}`, 2),
      ...(points.length === 0
        ? [paragraph(musyawarahRecord.noPoints)]
        : points.map((point) => paragraph(pointLine(point, frame)))),
      ...decisionsOf(record, position).flatMap((one) => wholeDecision(one, frame)),
    ]),
    ...otherItems(record, frame, (some) => some.flatMap((one) => wholeDecision(one, frame))),
    ...(closedAt ? [paragraph(t.courseEnded(moment(closedAt)))] : []),
  ]
}

function wholeDecision(decision: Decision, frame: PaperFrame): Part[] {
  const { musyawarahCourse, musyawarahPapers: t } = wordsOf(frame.locale)
  const number = (count: number) => formatNumber(frame.locale, count)
  const { failedStatement } = decision
  return [
    heading(t.decision(number(decision.number)), 2),
    ...decision.rounds.flatMap(({ text, objections }, index): Part[] => [
      paragraph(t.round(number(index + 1), text)),
      ...list(objections.map((one) => objectionLine(one, frame))),
    ]),
    ...(failedStatement ? [paragraph(`${musyawarahCourse.decisions.failed} ${failedStatement}`)] : []),
    paragraph(decisionText(decision, frame.locale)),
  ]
}

function otherItems(record: PublicRecord, { locale }: PaperFrame, draw: (some: Decision[]) => Part[]): Part[] {
  const others = decisionsOf(record, null)
  return others.length === 0 ? [] : [heading(wordsOf(locale).musyawarahPapers.otherItems, 2), ...draw(others)]
}

const decisionsOf = ({ decisions }: PublicRecord, item: number | null) => decisions.filter((one) => one.item === item)

function pointLine(point: { speaker: string | null; text: string }, { locale }: PaperFrame): string {
  return `${point.speaker ?? wordsOf(locale).musyawarahRecord.someone}: ${point.text}`
}

function resultLine(decision: Decision, { locale }: PaperFrame): string {
  const text = [decision.rounds.at(-1)?.text ?? '', decisionText(decision, locale)].join(' ')
  return wordsOf(locale).musyawarahPapers.result(formatNumber(locale, decision.number), text)
}

type Objection = Decision['rounds'][number]['objections'][number]

function objectionLine({ who, reason, answer, withdrawn }: Objection, { locale }: PaperFrame): string {
  const t = wordsOf(locale).musyawarahCourse.decisions
  return [t.objection(who), reason, answer && `${t.answer} ${answer}`, withdrawn ? t.withdrawn : '']
    .filter(Boolean)
    .join(' ')
}
