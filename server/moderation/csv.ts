/** The monthly figures as a table for programs and spreadsheets. */
import { stringify } from 'csv-stringify/sync'
import type { MonthFigures } from './rules/months.ts'
import { HIDING_REASONS } from './rules/reasons.ts'

const COLUMNS = [
  'month',
  'reports',
  'held',
  'hidden',
  'masked',
  'shown',
  'reviews_asked',
  'reviews_decided',
  'reversed',
]
const REASONS = HIDING_REASONS.map((reason) => `reason_${reason.replaceAll('-', '_')}`)

export function figuresCsv(months: MonthFigures[]): string {
  const rows = months.map((month) => [
    month.month,
    month.reports,
    month.held,
    month.hidden,
    month.masked,
    month.shown,
    month.reviewsAsked,
    month.reviewsDecided,
    month.reversed,
    month.medianMinutes ?? '',
    ...HIDING_REASONS.map((reason) => month.byReason[reason] ?? 0),
  ])
  return stringify([[...COLUMNS, 'median_minutes', ...REASONS], ...rows])
}
