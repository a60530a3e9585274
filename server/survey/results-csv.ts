/** The result table as a file: the same figures as on the page, one row per element and one for the index. */
import { stringify } from 'csv-stringify/sync'
import { ELEMENT_NAMES } from './rules/elements.ts'
import type { Results } from './results.ts'

const COLUMNS = [
  'row',
  'label',
  'name',
  'answers',
  'blanks',
  'mean',
  'weighted',
  'low',
  'high',
  'grade',
  'level_1',
  'level_2',
  'level_3',
  'level_4',
] as const

type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>

/** Numbers with a decimal point and unrounded but for the official index; a hidden or missing figure is an empty cell. */
export function toCsv({ figures, n, ikm, grade }: Results): string {
  const [low, high] = figures?.interval ?? []
  const index: Row = {
    row: 'index',
    label: 'IKM',
    name: 'Indeks Kepuasan Masyarakat',
    answers: n,
    mean: ikm,
    low,
    high,
    grade,
  }
  const rows = (figures?.elements ?? []).map(({ key, label, levels, interval, ...element }): Row => ({
    ...element,
    row: key,
    label,
    name: ELEMENT_NAMES[key],
    low: interval?.[0],
    high: interval?.[1],
    ...Object.fromEntries((levels ?? []).map((count, i) => [`level_${i + 1}`, count])),
  }))
  return stringify([...rows, index], { header: true, columns: [...COLUMNS], record_delimiter: 'windows' })
}
