/** What the closing document says, part by part: the page draws the same. */
import type { Part } from '../documents/document.ts'
import { pathTo, type Locale } from '../paths.ts'
import { formatDate, formatNumber } from '../words/format.ts'
import type { ChangedPassage } from './answered-changes.ts'
import type { Closing } from './closing.ts'
import { answerWords } from './matrix-cells.ts'
import type { Coverage } from './rules/coverage.ts'

/** How far answering has come, in sentences; the first is the count. */
export function coverageLines(
  {
    coverage,
    consultation: { answerBy, closedAt },
  }: { coverage: Coverage; consultation: { answerBy: string; closedAt: string | null } },
  locale: Locale,
): string[] {
  const t = answerWords(locale)
  const count = (value: number) => formatNumber(locale, value)
  const { received, considered, answered, waiting, late, objected, oldest } = coverage
  const waits = oldest ? [t.waitingSince(count(waiting), count(oldest.number), formatDate(locale, oldest.since))] : []
  return [
    t.coverage(count(received), count(considered), count(answered)),
    ...(received === 0 ? [] : waiting === 0 ? [t.allAnswered] : waits),
    ...(late > 0 ? [t.late(count(late))] : []),
    ...(objected > 0 ? [t.objected(count(objected))] : []),
    ...(closedAt || waiting === 0 || late > 0 ? [] : [t.promise(formatDate(locale, answerBy))]),
  ]
}

export function closingParts(closing: Closing, { locale, publicUrl }: { locale: Locale; publicUrl: string }): Part[] {
  const { consultation } = closing
  const t = answerWords(locale)
  const address = publicUrl + pathTo(locale, 'consultationAnswers', { slug: consultation.slug })
  return [
    ...stateParts(closing, locale),
    ...coverageLines(closing, locale).map((text): Part => ({ kind: 'paragraph', text })),
    ...nobodyParts(closing, locale),
    { kind: 'heading', level: 1, text: t.closing.about },
    { kind: 'paragraph', text: consultation.summary },
    { kind: 'facts', facts: factsOf(closing, locale) },
    ...countParts(closing, locale),
    { kind: 'heading', level: 1, text: t.closing.changes },
    ...closing.changes.passages.flatMap((one) => changeParts(one, locale)),
    ...changesNotes(closing.changes, locale).map(paragraph),
    { kind: 'link', text: `${t.closing.matrix}: ${address}`, address },
  ]
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

/** Whether it is closed, and why it was closed with some that wait. */
export function stateParts({ closedOn, coverage, consultation: { closingReason } }: Closing, locale: Locale): Part[] {
  const t = answerWords(locale).closing
  if (!closedOn) return [paragraph(t.notYet)]
  const closed = paragraph(t.closedOn(formatDate(locale, closedOn)))
  if (!closingReason) return [closed]
  const { waiting, objected } = coverage
  const why = waiting > 0 ? [t.closedUnfinished(formatNumber(locale, waiting))] : objected > 0 ? [t.closedObjected] : []
  return [closed, ...why.map(paragraph), paragraph(closingReason)]
}

export function nobodyParts({ coverage, fromResidents }: Closing, locale: Locale): Part[] {
  const t = answerWords(locale).closing
  if (coverage.received === 0) return [paragraph(t.nobody)]
  return fromResidents === 0 ? [paragraph(t.noResidents)] : []
}

export function factsOf(
  { consultation, phases, versions }: Closing,
  locale: Locale,
): { label: string; value: string }[] {
  const t = answerWords(locale).closing
  const day = (date: string) => formatDate(locale, date)
  return [
    { label: t.region, value: consultation.regionName },
    ...(consultation.institutionName ? [{ label: t.office, value: consultation.institutionName }] : []),
    { label: t.promise, value: day(consultation.answerBy) },
    ...phases.map(({ phase, startsOn, endsOn }) => ({
      label: t.phaseNames[phase] ?? phase,
      value: endsOn ? t.until(day(startsOn), day(endsOn)) : t.since(day(startsOn)),
    })),
    ...versions.map(({ number, note, day: on }) => ({
      label: t.version(String(number), day(on)),
      value: note || t.first,
    })),
  ]
}

function countParts({ byHasil, byGroup, byVia, coverage }: Closing, locale: Locale): Part[] {
  const t = answerWords(locale)
  if (coverage.received === 0) return []
  const number = (value: number) => formatNumber(locale, value)
  const table = (heading: string, label: string, rows: [string, number][]): Part[] => [
    { kind: 'heading', level: 1, text: heading },
    {
      kind: 'table',
      caption: t.closing.counted(label),
      columns: [
        { label, share: 3 },
        { label: t.closing.count, share: 1 },
      ],
      rows: rows.map(([name, count]) => [name, number(count)]),
    },
  ]
  const outcomes = Object.entries(t.hasil).map(([key, name]): [string, number] => {
    return [name, byHasil.find(({ hasil }) => hasil === key)?.count ?? 0]
  })
  return [
    ...table(t.closing.outcomes, t.closing.outcome, [...outcomes, [t.waiting, coverage.waiting]]),
    ...table(
      t.closing.groups,
      t.closing.group,
      byGroup.map(({ name, count }) => [name?.[locale] ?? t.closing.unnamed, count]),
    ),
    ...table(
      t.closing.ways,
      t.closing.way,
      byVia.map(({ via, count }) => [t.vias[via] ?? via, count]),
    ),
  ]
}

/** Said where nothing changed, and where more answers changed the text than are listed. */
export function changesNotes({ passages, cut }: Closing['changes'], locale: Locale): string[] {
  const t = answerWords(locale)
  if (passages.length === 0) return [t.closing.noChanges]
  return cut ? [t.matrix.changesCut(formatNumber(locale, cut.shown), formatNumber(locale, cut.all))] : []
}

function changeParts({ name, version, before, after, causes }: ChangedPassage, locale: Locale): Part[] {
  const t = answerWords(locale).matrix
  const facts = [
    { label: t.before, value: before ?? t.added },
    { label: t.after, value: after ?? t.removed },
  ]
  return [
    { kind: 'heading', level: 2, text: answerWords(locale).changed(name[locale], String(version)) },
    { kind: 'facts', facts },
    { kind: 'list', items: causes.map((cause) => causeText(cause, locale)) },
  ]
}

/** "Karena masukan 3, 7 dan lainnya (412 masukan): …" */
export function causeText({ numbers, inputs, reason }: ChangedPassage['causes'][number], locale: Locale): string {
  const t = answerWords(locale).matrix
  const listed = numbers.map((number) => formatNumber(locale, number)).join(', ')
  const more = inputs > numbers.length ? ` ${t.moreNumbers}` : ''
  return `${t.because(listed + more, formatNumber(locale, inputs))}: ${reason}`
}
