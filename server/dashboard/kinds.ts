/** Units of one kind: the same sector, in institutions of the same kind. Only they are set side by side. */
import type { Tally } from '../survey/rules/tally.ts'
import type { RegionUnit } from './region-units.ts'
import { FEWEST_UNITS, fitsFunnel, funnelOf, type Funnel } from './rules/funnel.ts'
import { sumOf } from './rules/pool.ts'

/** What is published of a unit for a period: tallies that stand published whole. */
export interface PublishedUnit {
  unit: RegionUnit
  tallies: Tally[]
}

export interface KindComparison {
  sector: string
  institutionKind: RegionUnit['institution']['kind']
  /** How many units of the kind the region has. */
  units: number
  /** Null below five units with ten complete respondents, or where nothing varies. */
  funnel: Funnel<RegionUnit> | null
  /** Not in the funnel: nothing published for the period, or too few answers to show them whole. In code order. */
  left: { unit: RegionUnit; reason: 'not-published' | 'too-few' }[]
}

/** Only kinds of which the region has enough units; a closed one counts where it has published. Units in code order. */
export function compareKinds(all: readonly RegionUnit[], published: readonly PublishedUnit[]): KindComparison[] {
  const tallies = new Map(published.map(({ unit, tallies }) => [unit.id, sumOf(tallies)]))
  const counted = all.filter(({ id, closed }) => !closed || tallies.has(id))
  return kindsOf(counted).map((units) => {
    const { sector, institution } = units[0]!
    const known = units.map((unit) => ({ unit, tally: tallies.get(unit.id) }))
    const inside = known.flatMap(({ unit, tally }) => (tally && fitsFunnel(tally) ? [{ unit, tally }] : []))
    const left = known
      .filter(({ tally }) => !tally || !fitsFunnel(tally))
      .map(({ unit, tally }) => ({ unit, reason: tally ? ('too-few' as const) : ('not-published' as const) }))
    return { sector, institutionKind: institution.kind, units: units.length, funnel: funnelOf(inside), left }
  })
}

/** Whether enough units of one kind are among these. */
export function hasFullKind(all: readonly RegionUnit[], among: ReadonlySet<string>): boolean {
  return kindsOf(all.filter(({ id }) => among.has(id))).length > 0
}

function kindsOf(units: readonly RegionUnit[]): RegionUnit[][] {
  const byKind = Map.groupBy(units, ({ sector, institution }) => `${sector}/${institution.kind}`)
  return [...byKind].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, some]) => enough(some))
}

function enough(units: RegionUnit[]): RegionUnit[][] {
  return units.length >= FEWEST_UNITS ? [units] : []
}
