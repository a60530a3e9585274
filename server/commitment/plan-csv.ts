/** A survey's follow-up plan as a table, in the columns of its form and with what each activity did. */
import { stringify } from 'csv-stringify/sync'
import { CSV_LINES, harmlessCell } from '../csv-cells.ts'
import { ELEMENT_NAMES } from '../survey/rules/elements.ts'
import type { FollowUpPlan, PlanRow } from './plans.ts'

const COLUMNS = [
  'number element_key element mean what quarter due owner steps cost budget status late',
  'done_on effect effect_why measured_in difference interval_low interval_high commitment',
]
  .join(' ')
  .split(' ')

export function planCsv({ rows }: FollowUpPlan): string {
  return stringify(rows.map(rowOf), { header: true, columns: COLUMNS, ...CSV_LINES })
}

function rowOf({ number, element, quarter, commitment, effect }: PlanRow): Record<string, string | number | null> {
  const row = {
    number,
    element_key: element.key,
    element: ELEMENT_NAMES[element.key],
    mean: element.mean,
    what: commitment.what,
    quarter: `${quarter.year}-${quarter.number}`,
    due: commitment.dueOn,
    owner: commitment.owner,
    steps: commitment.steps,
    cost: commitment.cost,
    budget: commitment.budget,
    status: commitment.status,
    late: commitment.late ? 1 : 0,
    done_on: commitment.doneOn,
    effect: effect.verdict,
    effect_why: effect.why,
    measured_in: effect.measured?.slug ?? null,
    difference: effect.difference,
    interval_low: effect.interval?.[0] ?? null,
    interval_high: effect.interval?.[1] ?? null,
    commitment: commitment.slug,
  }
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, harmlessCell(cell)]))
}
