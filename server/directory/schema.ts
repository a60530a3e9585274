/** What may come into the directory. Every message is an issue code, a key of the words `directory.issues`. */
import { z } from 'zod'
import type { InstitutionKind, RegionKind, TimeZone } from '#db/directory/tables.ts'
import { flag, optionalCount, optionalText } from '../form-fields.ts'
import { eachPart } from './rules/standard.ts'

export const REGION_KINDS = ['provinsi', 'kabupaten', 'kota', 'kecamatan'] as const satisfies readonly RegionKind[]
export const TIME_ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const satisfies readonly TimeZone[]
export const INSTITUTION_KINDS = [
  'agency',
  'technical_unit',
  'health_centre',
  'school',
  'ward',
  'village_government',
  'village_council',
  'other',
] as const satisfies readonly InstitutionKind[]
export const SECTORS = [
  'civil_registration',
  'health',
  'education',
  'licensing',
  'social',
  'employment',
  'staffing',
  'revenue',
  'transport',
  'public_works',
  'environment',
  'security',
  'district',
  'village',
  'other',
] as const
export type Sector = (typeof SECTORS)[number]

/** SP4N-LAPOR!, the national complaint channel (Perpres 76/2013). */
export const NATIONAL_COMPLAINT_URL = 'https://www.lapor.go.id'

/** Kemendagri codes: 2 digits for a province, then 2 for kabupaten or kota, then 2 for kecamatan. */
const CODE_PARTS: Record<RegionKind, number> = { provinsi: 1, kabupaten: 2, kota: 2, kecamatan: 3 }

const name = z.string('required').trim().min(3, 'too-short').max(120, 'too-long')
const names = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[\n,;]/))])
  .default([])
  .transform((list) => list.map((item) => item.trim()).filter((item) => item !== ''))
  .refine((list) => list.length <= 200 && list.every((item) => item.length <= 120), 'too-long')
/** Line breaks as they are kept, whichever a browser or a spreadsheet sends. */
const text = (longest: number) =>
  z
    .string()
    .transform((typed) => typed.replace(/\r\n?/g, '\n'))
    .nullish()
    .pipe(optionalText(longest))
const id = z.string('required').min(1, 'required').max(64, 'unknown')
/** A region's own number for an institution or unit, e.g. "1.02.01". */
const code = z
  .string()
  .trim()
  .regex(/^([0-9A-Za-z][0-9A-Za-z./-]{0,29})?$/, 'code-signs')
  .nullish()
  .transform((text) => text || null)
/** The version that was read: who saves over somebody else's change is told. */
const version = z.coerce.number('required').int('required').min(1, 'required')

/** What may change of a region. Its code and zone may not: the days of its surveys are counted by them. */
const regionSettings = {
  name,
  parents: names,
  areas: names,
  population: optionalCount,
  sample: flag,
}

export const regionSchema = z
  .object({
    ...regionSettings,
    kind: z.enum(REGION_KINDS, 'choose'),
    code: z
      .string('required')
      .trim()
      .regex(/^\d{2}(\.\d{2}){0,2}$/, 'code-form'),
    slug: z
      .string()
      .trim()
      .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'slug-form')
      .max(60, 'too-long')
      .optional(),
    timezone: z.enum(TIME_ZONES, 'choose'),
  })
  .refine(({ kind, code }) => code.split('.').length === CODE_PARTS[kind], { path: ['code'], message: 'code-level' })

export const institutionSchema = z.object({
  region: z.string('required').min(1, 'required').max(8, 'unknown'),
  parent: z
    .string()
    .max(64, 'unknown')
    .nullish()
    .transform((parent) => parent || null),
  kind: z.enum(INSTITUTION_KINDS, 'choose'),
  name,
  code,
})

export const unitSchema = z.object({
  institution: id,
  name,
  code,
  sector: z.enum(SECTORS, 'choose'),
  address: text(300),
  contact: text(300),
})

export const serviceSchema = z.object({
  unit: id,
  name,
  paid: flag,
  ...eachPart(() => text(2000)),
  standard: text(2000),
  contact: text(300),
  complaintUrl: z
    .string()
    .trim()
    .max(300, 'too-long')
    .optional()
    .transform((url) => url || NATIONAL_COMPLAINT_URL)
    .refine((url) => /^https?:\/\//.test(url) && URL.canParse(url), 'url'),
})

export const regionChangeSchema = z.object({ ...regionSettings, version })
export const institutionChangeSchema = institutionSchema
  .pick({ kind: true, name: true, code: true })
  .extend({ version })
export const unitChangeSchema = unitSchema.omit({ institution: true }).extend({ version })
export const serviceChangeSchema = serviceSchema.omit({ unit: true }).extend({ version })
/** Closing says to residents, if it wants, where to go from now on. */
export const closingSchema = z.object({ closed: flag, note: text(300), version })

/** A stakeholder group: named in both languages, and where in the list it stands. */
export const groupSchema = z.object({ nameId: name, nameEn: name, position: optionalCount })
export const groupChangeSchema = groupSchema.extend({ version })

export type GroupInput = z.input<typeof groupSchema>
export type GroupChange = z.input<typeof groupChangeSchema>
export type RegionChange = z.input<typeof regionChangeSchema>
export type InstitutionChange = z.input<typeof institutionChangeSchema>
export type UnitChange = z.input<typeof unitChangeSchema>
export type ServiceChange = z.input<typeof serviceChangeSchema>
export type ClosingInput = z.input<typeof closingSchema>
export type RegionInput = z.input<typeof regionSchema>
export type InstitutionInput = z.input<typeof institutionSchema>
export type UnitInput = z.input<typeof unitSchema>
export type ServiceInput = z.input<typeof serviceSchema>
