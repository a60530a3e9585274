/** Fields that forms of several modules have. Every message is an issue code. */
import { z } from 'zod'

/** A checkbox: absent, empty or "0" is no. */
export const flag = z.union([z.boolean(), z.string().transform((text) => text !== '' && text !== '0')]).default(false)

/** The largest number that a column of either engine holds. */
const LARGEST_COUNT = 2_147_483_647

/** A whole number from 1, or null where nothing is given. */
export const optionalCount = z
  .union([
    z.literal('').transform(() => null),
    z.null(),
    z.coerce.number('number').int('number').min(1, 'number').max(LARGEST_COUNT, 'number'),
  ])
  .optional()
  .transform((count) => count ?? null)

/** Trimmed; null where nothing is left. */
export function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, 'too-long')
    .nullish()
    .transform((text) => text || null)
}
