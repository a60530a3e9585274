/** Which units have surveyed in the running half-year, and what they last published. */
import type { PlacedRun } from '#db/dashboard/surveys.ts'
import type { SurveyState } from '../survey/rules/period.ts'
import type { Grade } from '../survey/rules/skm.ts'
import type { Snapshot } from '../survey/snapshot.ts'
import type { RegionUnit } from './region-units.ts'

/** A survey in its place in time. */
export type Run = PlacedRun & { firstDay: string; lastDay: string; state: SurveyState }

export interface UnitParticipation extends RegionUnit {
  /** Of its surveys in the running half-year the one that has come furthest; null where there is none. */
  current: { slug: string; period: string; lastDay: string; state: SurveyState } | null
  /** Whether it collects answers, or has collected them, in the running half-year. */
  surveyed: boolean
  /** Its last published result that stands, of whatever period. */
  latest: LatestResult | null
}

export interface LatestResult {
  slug: string
  period: string
  service: string | null
  n: number
  /** Null where too few answered. */
  ikm: number | null
  grade: Grade | null
}

/** How far a survey has come; the furthest of a unit's speaks for it. */
const FURTHEST: readonly SurveyState[] = ['published', 'closed', 'open', 'scheduled', 'withdrawn']
const SURVEYED: readonly SurveyState[] = ['published', 'closed', 'open']

/** `current` are the unit's surveys of the running half-year, `latest` the last published one with its snapshot. */
export function participationOf(
  unit: RegionUnit,
  current: readonly Run[],
  latest: Run | undefined,
  snapshot: Snapshot | undefined,
): UnitParticipation {
  const [furthest] = current.toSorted((a, b) => FURTHEST.indexOf(a.state) - FURTHEST.indexOf(b.state))
  return {
    ...unit,
    current: furthest ? currentOf(furthest) : null,
    surveyed: furthest !== undefined && SURVEYED.includes(furthest.state),
    latest: latest && snapshot ? latestOf(latest, snapshot) : null,
  }
}

function currentOf({ slug, period, lastDay, state }: Run): UnitParticipation['current'] {
  return { slug, period, lastDay, state }
}

function latestOf({ slug, period, serviceName }: Run, { n, figures }: Snapshot): LatestResult {
  return { slug, period, service: serviceName, n, ikm: figures?.ikm ?? null, grade: figures?.grade ?? null }
}
