/** What may come into the directory. Every message is an issue code, a key of the words `directory.issues`. */
import { z } from 'zod'
import type { InstitutionKind, RegionKind, TimeZone } from '#db/directory/tables.ts'
import { flag, optionalCount, optionalText } from '../form-fields.ts'

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
const id = z.string('required').min(1, 'required').max(64, 'unknown')

export const regionSchema = z
  .object({
    name,
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
    parents: names,
    areas: names,
    timezone: z.enum(TIME_ZONES, 'choose'),
    population: optionalCount,
    sample: flag,
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
})

export const unitSchema = z.object({
  institution: id,
  name,
  sector: z.enum(SECTORS, 'choose'),
  address: optionalText(300),
  contact: optionalText(300),
})

export const serviceSchema = z.object({
  unit: id,
  name,
  paid: flag,
  standard: optionalText(2000),
  contact: optionalText(300),
  complaintUrl: z
    .string()
    .trim()
    .max(300, 'too-long')
    .optional()
    .transform((url) => url || NATIONAL_COMPLAINT_URL)
    .refine((url) => /^https?:\/\//.test(url) && URL.canParse(url), 'url'),
})

export type RegionInput = z.input<typeof regionSchema>
export type InstitutionInput = z.input<typeof institutionSchema>
export type UnitInput = z.input<typeof unitSchema>
export type ServiceInput = z.input<typeof serviceSchema>
