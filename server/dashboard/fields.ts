/** Fields that a region's and a unit's dashboard share. */
import { z } from 'zod'
import { WEIGHT_POLICIES } from '../directory/rules/weight-policy.ts'

export const slug = z.string()
export const named = z.strictObject({ slug, name: z.string() })
export const grade = z.enum(['A', 'B', 'C', 'D']).nullable()
export const index = z.number().nullable().meta({ description: 'Index points, rounded half up to two decimals.' })
export const interval = z.tuple([z.number(), z.number()])
export const weight = z.enum(WEIGHT_POLICIES)
export const n = z.int().meta({ description: 'Answers.' })
