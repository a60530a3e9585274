/** A policy's line of time, put together from everything that knows of it. */
import type { ConsultationFacts } from '#server/consultation/views.ts'
import { dayIn } from '#server/directory/rules/days.ts'
import { lineOfTime, type Moment, type MomentKind } from '#server/policy/rules/line-of-time.ts'
import type { PolicyView } from '#server/policy/view.ts'
import { formatNumber } from '#server/words/format.ts'
import type { Locale, PageName } from '#server/paths.ts'
import type { Words } from '#server/words/words.ts'

export interface LineEntry {
  kind: MomentKind
  text: string
  /** A further line of smaller words. */
  note: string | null
  link: { page: PageName; slug: string } | null
}

/** Something of a module that knows policies, e.g. a consultation, to stand in the line with the rest. */
export interface FurtherMoment {
  day: string
  kind: MomentKind
  text: string
  note?: string
  link: LineEntry['link']
}

/** When each consultation about the policy was announced, and how far it has come. */
export function consultationMoments(words: Words, consultations: ConsultationFacts[]): FurtherMoment[] {
  return consultations.map(({ slug, title, phase, announcedAt, createdAt, timezone }) => ({
    day: dayIn(new Date(announcedAt ?? createdAt), timezone),
    kind: 'consultation',
    text: words.policy.line.consultation(title),
    note: words.consultation.phases[phase],
    link: { page: 'consultation', slug },
  }))
}

export function policyLine(
  words: Words,
  locale: Locale,
  policy: PolicyView,
  further: FurtherMoment[] = [],
): Moment<LineEntry>[] {
  const t = words.policy
  const zone = policy.region.timezone
  const own = policy.events
    .filter(({ kind }) => kind !== 'evaluated')
    .map(({ kind, day, legalNumber, note }) => entry(day, 'event', t.events[kind], [legalNumber, note]))
  const evaluated = policy.evaluations
    .filter(({ closedOn, verdict }) => closedOn !== null && verdict !== null)
    .map(({ closedOn, verdict, finding }) =>
      entry(closedOn ?? '', 'evaluation', t.line.evaluated(t.verdicts[verdict ?? 'partly']), [finding]),
    )
  const surveys = policy.surveys
    .filter(({ publishedAt }) => publishedAt !== null)
    .map(({ publishedAt, title, period, moment, slug, ikm, grade }) =>
      entry(
        dayIn(new Date(publishedAt ?? ''), zone),
        'survey',
        t.line.survey(`${title}, ${period}`, t.page[moment]),
        ikm !== null && grade !== null ? [t.page.index(formatNumber(locale, ikm, 2), grade)] : [],
        { page: 'surveyResults', slug },
      ),
    )
  const promised = policy.commitments.map((one) =>
    entry(
      dayIn(new Date(one.createdAt), zone),
      'commitment',
      t.line.promised(one.what),
      [one.late ? words.commitment.late(one.daysLate) : words.commitment.statuses[one.status]],
      { page: 'commitment', slug: one.slug },
    ),
  )
  const { dueOn } = policy.evaluation
  const due = dueOn === null ? [] : [entry(dueOn, 'due', t.line.due, [])]
  const others = further.map(({ day, kind, text, note, link }) => entry(day, kind, text, [note ?? null], link))
  return lineOfTime([...own, ...others, ...surveys, ...evaluated, ...promised, ...due])
}

function entry(
  day: string,
  kind: MomentKind,
  text: string,
  notes: (string | null)[],
  link: LineEntry['link'] = null,
): Moment<LineEntry> {
  return { day, what: { kind, text, note: notes.filter(Boolean).join('. ') || null, link } }
}
