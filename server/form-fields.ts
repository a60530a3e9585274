/** Fields that forms of several modules have. Every message is an issue code. */
import { z } from 'zod'
import { publicText } from './plain-text.ts'

/** A checkbox: absent, empty or "0" is no. */
export const flag = z.union([z.boolean(), z.string().transform((text) => text !== '' && text !== '0')]).default(false)

/** The largest number that a column of either engine holds. */
const LARGEST_COUNT = 2_147_483_647

// As people here write them: 1500, 1.500 or 1 500, in English 1,500. "1.500" is never one and a half.
const TYPED_NUMBER = /^\d+$|^\d{1,3}([ .,])\d{3}(\1\d{3})*$/

/** A whole number from 1, or null where nothing is given. */
export const optionalCount = z
  .union([z.number(), z.string(), z.null()], 'number')
  .optional()
  .transform((given) => {
    if (typeof given !== 'string') return given ?? null
    const text = given.trim()
    if (text === '') return null
    return TYPED_NUMBER.test(text) ? Number(text.replace(/\D/g, '')) : Number.NaN
  })
  .pipe(z.number('number').int('number').min(1, 'number').max(LARGEST_COUNT, 'number').nullable())

/** Trimmed; null where nothing is left. */
export function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, 'too-long')
    .nullish()
    .transform((text) => text || null)
}

/** Text that strangers will read, required: see `publicText`. Issues: required, too-long. */
export function requiredPublicText(longest: number) {
  return z.string('required').transform(publicText).pipe(z.string().min(1, 'required').max(longest, 'too-long'))
}

/** The same where nothing need be said; null where nothing is. */
export function optionalPublicText(longest: number) {
  return z
    .string()
    .transform(publicText)
    .pipe(z.string().max(longest, 'too-long'))
    .nullish()
    .transform((text) => text || null)
}
