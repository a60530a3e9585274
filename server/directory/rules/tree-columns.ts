import { STANDARD_PARTS } from './standard.ts'

export const LEVELS = ['institution', 'unit', 'service'] as const
export type Level = (typeof LEVELS)[number]

/** The columns of a region's list, in the order in which it is written. */
export const COLUMNS = [
  'level',
  'slug',
  'part_of',
  'name',
  'code',
  'kind',
  'sector',
  'paid',
  'address',
  'contact',
  'complaint_url',
  ...STANDARD_PARTS,
  'standard',
  'closed',
] as const
export type Column = (typeof COLUMNS)[number]

/** Those that say something of a thing; the others say what and where it is. Flags are "1" or empty. */
export type Field = Exclude<Column, 'level' | 'slug' | 'part_of'>
export type Fields = Partial<Record<Field, string>>

export const FIELDS_OF: Record<Level, readonly Field[]> = {
  institution: ['name', 'code', 'kind', 'closed'],
  unit: ['name', 'code', 'sector', 'address', 'contact', 'closed'],
  service: ['name', 'paid', 'contact', 'complaint_url', ...STANDARD_PARTS, 'standard', 'closed'],
}

export const FLAGS: readonly Column[] = ['paid', 'closed']
