/** A region's page as one object: which units have surveyed, and what the last period's published results say together. */
import { readerOf } from '#db/dashboard/reader.ts'
import { listSurveysOfRegion } from '#db/dashboard/surveys.ts'
import { listStandingPublications } from '#db/survey/publications.ts'
import { getRegion, type RegionView } from '../directory/regions.ts'
import { treeOfRegion } from '../directory/tree.ts'
import { getWeight } from '../directory/weights.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { dayIn, daysBetween } from '../directory/rules/days.ts'
import { surveyState } from '../survey/rules/period.ts'
import { tallyFromIntegers } from '../survey/rules/tally.ts'
import { readSnapshot, type Snapshot } from '../survey/snapshot.ts'
import { compareKinds, hasFullKind, type KindComparison, type PublishedUnit } from './kinds.ts'
import { participationOf, type Run, type UnitParticipation } from './participation.ts'
import { unitsIn, type RegionUnit } from './region-units.ts'
import { halfYearOf, overlaps, type HalfYear } from './rules/half-year.ts'
import { poolOf, type Pooled } from './rules/pool.ts'

export interface RegionDashboard {
  region: RegionView
  /** The running half-year in the region's zone. */
  now: HalfYear
  /** Those that aren't closed, in code order. */
  units: UnitParticipation[]
  /** Half-years of which results stand published, the latest first. */
  periods: HalfYear[]
  /** What is published for one of them; null while there is nothing. */
  compared: ComparedPeriod | null
}

export interface ComparedPeriod extends HalfYear {
  /** Units with a published result in it, also where too few answered to add it up; and how many could have had one. */
  published: number
  units: number
  pooled: Pooled | null
  kinds: KindComparison[]
}

/**
 * `period` picks one of `periods` by its key; without it the last half-year that can be compared. The cost follows the
 * number of surveys, never that of answers. @throws Refused not-found, also for a period of which nothing is published
 */
export async function getRegionDashboard(scope: Scope, slug: string, period?: string): Promise<RegionDashboard> {
  const region = await getRegion(scope, slug)
  const units = unitsIn(await treeOfRegion(scope, region.code, { closed: true }))
  const runs = await listRuns(scope, region)
  const published = runs.filter(({ state }) => state === 'published')
  const byHalfYear = Map.groupBy(published, ({ lastDay }) => halfYearOf(lastDay).key)
  const periods = periodsOf(byHalfYear)
  const chosen = choosePeriod(periods, byHalfYear, units, period)
  const inPeriod = byHalfYear.get(chosen?.key ?? '') ?? []
  const latest = new Map(published.map((run) => [run.unitId, run]))
  const snapshots = await snapshotsOf(scope, [...latest.values(), ...inPeriod])
  const now = halfYearOf(dayIn(scope.now, region.timezone))
  const current = Map.groupBy(
    runs.filter((run) => overlaps(now, run)),
    ({ unitId }) => unitId,
  )
  return {
    region,
    now,
    units: units
      .filter(({ closed }) => !closed)
      .map((unit) => {
        const last = latest.get(unit.id)
        return participationOf(unit, current.get(unit.id) ?? [], last, snapshots.get(last?.id ?? ''))
      }),
    periods,
    compared: chosen ? await compare(scope, region, chosen, units, publishedUnits(units, inPeriod, snapshots)) : null,
  }
}

async function listRuns(scope: Scope, { code, timezone }: RegionView): Promise<Run[]> {
  const rows = await listSurveysOfRegion(readerOf(scope.db), code)
  return rows.map((row) => ({
    ...row,
    ...daysBetween(row.startsAt, row.endsAt, timezone),
    state: surveyState(row, scope.now),
  }))
}

function periodsOf(byHalfYear: Map<string, Run[]>): HalfYear[] {
  const periods = [...byHalfYear.values()].map(([run]) => halfYearOf(run!.lastDay))
  return periods.sort((a, b) => (a.key < b.key ? 1 : -1))
}

/** The one that is asked for; else the last with five of a kind, else with half of all that ever published, else the last. */
function choosePeriod(
  periods: HalfYear[],
  byHalfYear: Map<string, Run[]>,
  units: RegionUnit[],
  wanted: string | undefined,
): HalfYear | undefined {
  if (wanted !== undefined) {
    const found = periods.find(({ key }) => key === wanted)
    if (!found) throw new Refused('not-found')
    return found
  }
  const idsIn = ({ key }: HalfYear) => new Set((byHalfYear.get(key) ?? []).map(({ unitId }) => unitId))
  const ever = new Set(periods.flatMap((halfYear) => [...idsIn(halfYear)])).size
  return (
    periods.find((halfYear) => hasFullKind(units, idsIn(halfYear))) ??
    periods.find((halfYear) => idsIn(halfYear).size * 2 >= ever) ??
    periods[0]
  )
}

async function snapshotsOf(scope: Scope, runs: Run[]): Promise<Map<string, Snapshot>> {
  const ids = new Set(runs.map(({ id }) => id))
  const publications = await listStandingPublications(scope.db, [...ids])
  return new Map(publications.map(({ surveyId, snapshot }) => [surveyId, readSnapshot(snapshot)]))
}

/** Each unit with the tallies that stand published whole: a result under ten answers has none. */
function publishedUnits(units: RegionUnit[], runs: Run[], snapshots: Map<string, Snapshot>): PublishedUnit[] {
  const byUnit = Map.groupBy(runs, ({ unitId }) => unitId)
  return units
    .filter(({ id }) => byUnit.has(id))
    .map((unit) => {
      const integers = (byUnit.get(unit.id) ?? []).map(({ id }) => snapshots.get(id)?.figures?.tally ?? null)
      return { unit, tallies: integers.flatMap((tally) => (tally ? [tallyFromIntegers(tally)] : [])) }
    })
}

async function compare(
  scope: Scope,
  { code }: RegionView,
  halfYear: HalfYear,
  all: RegionUnit[],
  published: PublishedUnit[],
): Promise<ComparedPeriod> {
  const weight = await getWeight(scope, code, halfYear.year)
  const parts = published.flatMap(({ tallies }) => tallies)
  return {
    ...halfYear,
    published: published.length,
    units: all.filter((unit) => !unit.closed || published.some(({ unit: { id } }) => id === unit.id)).length,
    pooled: poolOf(parts, weight),
    kinds: compareKinds(all, published),
  }
}
