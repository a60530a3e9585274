/** The tables behind the pictures as files: the same figures, unrounded but for the official index. */
import { stringify } from 'csv-stringify/sync'
import { CSV_LINES, harmlessCell } from '../csv-cells.ts'
import type { KindComparison } from './kinds.ts'
import type { RegionDashboard } from './region.ts'
import type { UnitDashboard } from './unit.ts'

type Cell = string | number | null | undefined
type Row = Record<string, Cell>

const UNIT = 'unit code name sector institution_kind'
const CURRENT = 'current_period current_state current_survey'
const LATEST = 'latest_period latest_survey latest_n latest_ikm latest_grade'
const COMPARED = 'compared_period number respondents value centre low_95 high_95 low_998 high_998 position'
const REGION_COLUMNS = [UNIT, CURRENT, LATEST, COMPARED].join(' ').split(' ')

/** A row for each unit in code order; what a unit has no part in is empty. */
export function regionCsv({ units, compared }: RegionDashboard): string {
  const places = new Map((compared?.kinds ?? []).flatMap(placesIn))
  const rows = units.map((unit): Row => ({
    unit: unit.slug,
    code: unit.code,
    name: unit.name,
    sector: unit.sector,
    institution_kind: unit.institution.kind,
    current_period: unit.current?.period,
    current_state: unit.current?.state ?? 'none',
    current_survey: unit.current?.slug,
    latest_period: unit.latest?.period,
    latest_survey: unit.latest?.slug,
    latest_n: unit.latest?.n,
    latest_ikm: unit.latest?.ikm,
    latest_grade: unit.latest?.grade,
    compared_period: places.has(unit.id) ? compared?.key : null,
    ...places.get(unit.id),
  }))
  return write(REGION_COLUMNS, rows)
}

function placesIn({ funnel }: KindComparison): [string, Row][] {
  return (funnel?.points ?? []).map(({ unit, number, n, value, inner, outer, position }) => [
    unit.id,
    {
      number,
      respondents: n,
      value,
      centre: funnel?.centre,
      low_95: inner[0],
      high_95: inner[1],
      low_998: outer[0],
      high_998: outer[1],
      position,
    },
  ])
}

const PERIOD = 'service survey period first_day withdrawn n ikm grade low high weight change change_shown'
const UNIT_COLUMNS = `${PERIOD} centre lower_limit upper_limit signals`.split(' ')

/** A row for each period of each line, in order of time. */
export function unitCsv({ lines }: UnitDashboard): string {
  const rows = lines.flatMap(({ service, points, control }) =>
    points.map((point, i): Row => ({
      service: service?.name,
      survey: point.slug,
      period: point.period,
      first_day: point.firstDay,
      withdrawn: point.withdrawn ? 1 : 0,
      n: point.withdrawn ? null : point.n,
      ikm: point.ikm,
      grade: point.grade,
      low: point.interval?.[0],
      high: point.interval?.[1],
      weight: point.weight,
      change: point.change?.difference,
      change_shown: point.change && (point.change.verdict === 'changed' ? 1 : 0),
      centre: control?.centre,
      lower_limit: control?.lower,
      upper_limit: control?.upper,
      signals: control?.signals[i]?.join(' '),
    })),
  )
  return write(UNIT_COLUMNS, rows)
}

function write(columns: string[], rows: Row[]): string {
  const harmless = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, harmlessCell(cell)])),
  )
  return stringify(harmless, { header: true, columns, ...CSV_LINES })
}
