/** One period beside another: what changed, and whether that is more than chance makes. */
import { listStandingPublications } from '#db/survey/publications.ts'
import { listPublishedSurveys, type PlacedSurveyRow } from '#db/survey/surveys.ts'
import { findUnitBySlug } from '#db/directory/units.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { Figures } from './figures.ts'
import { compareTallies, type Comparison } from './rules/compare.ts'
import type { WeightPolicy } from '../directory/rules/weight-policy.ts'
import { skmResult, type Grade } from './rules/skm.ts'
import { tallyFromIntegers } from './rules/tally.ts'
import { readSnapshot } from './snapshot.ts'

export interface PeriodChange {
  previous: { slug: string; period: string; ikm: number; grade: Grade | null; n: number; weight: WeightPolicy }
  /** Of the printed indices, the earlier one counted with the later one's weight. */
  difference: number
  comparison: Comparison
}

export interface TrendPoint {
  slug: string
  period: string
  firstDay: string
  ikm: number | null
  grade: Grade | null
  /** 95 %, index points. */
  interval: [number, number] | null
  weight: WeightPolicy | null
  n: number
  /** Against the point before it. */
  change: { difference: number; verdict: Comparison['verdict'] } | null
}

export interface Trend {
  /** Null: the unit as a whole. */
  service: { slug: string; name: string } | null
  /** In order of time. */
  points: TrendPoint[]
}

/** Against the last published period before it, of the same unit and service; null where there is none to compare with. */
export async function changeSince(
  scope: Scope,
  survey: { id: string; unit: { slug: string }; service: { slug: string } | null },
  figures: Figures,
): Promise<PeriodChange | null> {
  const unit = await findUnitBySlug(scope.db, survey.unit.slug)
  const rows = unit ? await listPublishedSurveys(scope.db, unit.id) : []
  const same = rows.filter(({ serviceSlug }) => serviceSlug === (survey.service?.slug ?? null))
  const before = same[same.findIndex(({ id }) => id === survey.id) - 1]
  if (!before) return null
  const [publication] = await listStandingPublications(scope.db, [before.id])
  const earlier = publication ? readSnapshot(publication.snapshot) : undefined
  const change = earlier?.figures ? changeBetween(earlier.figures, figures) : null
  if (!change || !earlier?.figures?.ikm) return null
  const { ikm, grade, weight } = earlier.figures
  return { previous: { slug: before.slug, period: before.period, ikm, grade, weight, n: earlier.n }, ...change }
}

export interface PublishedPeriod {
  slug: string
  period: string
  /** In the region's zone. */
  firstDay: string
  n: number
  figures: Figures | null
}

/** Published periods of the same unit and service that began later and still stand, the earliest first. */
export async function listPeriodsAfter(
  scope: Pick<Scope, 'db'>,
  survey: { unit: { slug: string }; service: { slug: string } | null; firstDay: string },
): Promise<PublishedPeriod[]> {
  const unit = await findUnitBySlug(scope.db, survey.unit.slug)
  const rows = unit ? await listPublishedSurveys(scope.db, unit.id) : []
  const same = rows.filter(({ serviceSlug }) => serviceSlug === (survey.service?.slug ?? null))
  const publications = await listStandingPublications(
    scope.db,
    same.map(({ id }) => id),
  )
  return publications
    .map(({ snapshot }) => readSnapshot(snapshot))
    .map(({ survey: { slug, period, firstDay }, n, figures }) => ({ slug, period, firstDay, n, figures }))
    .filter(({ firstDay }) => firstDay > survey.firstDay)
    .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay))
}

/** Every published period of a unit that still stands, a line for the unit and for each service. @throws Refused not-found */
export async function getTrend(scope: Scope, unitSlug: string): Promise<Trend[]> {
  const unit = await findUnitBySlug(scope.db, unitSlug)
  if (!unit) throw new Refused('not-found')
  const rows = await listPublishedSurveys(scope.db, unit.id)
  const publications = await listStandingPublications(
    scope.db,
    rows.map(({ id }) => id),
  )
  const snapshots = new Map(publications.map(({ surveyId, snapshot }) => [surveyId, readSnapshot(snapshot)]))
  const lines = Map.groupBy(rows, ({ serviceSlug }) => serviceSlug)
  return [...lines.values()].map((line) => ({
    service: serviceOf(line[0]!),
    points: line.map((row, i) => pointOf(snapshots.get(row.id), snapshots.get(line[i - 1]?.id ?? ''))),
  }))
}

function serviceOf({ serviceSlug: slug, serviceName: name }: PlacedSurveyRow) {
  return slug && name ? { slug, name } : null
}

type Snapshot = ReturnType<typeof readSnapshot>

function pointOf(snapshot: Snapshot | undefined, before: Snapshot | undefined): TrendPoint {
  const figures = snapshot?.figures ?? null
  const change = figures && before?.figures ? changeBetween(before.figures, figures) : null
  return {
    slug: snapshot?.survey.slug ?? '',
    period: snapshot?.survey.period ?? '',
    firstDay: snapshot?.survey.firstDay ?? '',
    ikm: figures?.ikm ?? null,
    grade: figures?.grade ?? null,
    interval: figures?.interval ?? null,
    weight: figures?.weight ?? null,
    n: snapshot?.n ?? 0,
    change: change && { difference: change.difference, verdict: change.comparison.verdict },
  }
}

function changeBetween(before: Figures, after: Figures): Pick<PeriodChange, 'difference' | 'comparison'> | null {
  if (!before.tally || !after.tally || after.ikm === null) return null
  const [earlier, later] = [tallyFromIntegers(before.tally), tallyFromIntegers(after.tally)]
  const { ikm } = skmResult(earlier, after.weight)
  if (ikm === null) return null
  const difference = (Math.round(after.ikm * 100) - Math.round(ikm * 100)) / 100
  return { difference, comparison: compareTallies(earlier, later) }
}
