/** What may come in from the desk. Every message is an issue code, a key of the words `desk.issues`. */
import { z } from 'zod'
import { optionalCount } from '../form-fields.ts'

export const MOST_SHEETS = 100

/** Why an entry is taken back. Public: a free text could name somebody. */
export const VOID_REASONS = ['mistyped', 'entered-twice', 'not-served', 'unreadable'] as const
export type VoidReason = (typeof VOID_REASONS)[number]

export const printSchema = z.object({
  count: optionalCount.pipe(z.number('required').max(MOST_SHEETS, 'most')),
})

export const voidSchema = z.object({
  code: z.string('required').trim().min(1, 'required').max(40, 'sheet-code'),
  reason: z.enum(VOID_REASONS, 'choose'),
})

export type VoidInput = z.input<typeof voidSchema>
