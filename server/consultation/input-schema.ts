/** What may come in as an input. Every message is an issue code, a key of the words `consultationInput.issues`. */
import { z } from 'zod'
import { flag, optionalCount, optionalPublicText } from '../form-fields.ts'

/** Characters of a text, and of a passage as somebody would have it. */
export const LONGEST_TEXT = 10_000
export const LONGEST_PROPOSAL = 20_000
const LONGEST_EMAIL = 254

export const STANCES = ['agree', 'disagree', 'change'] as const

const id = z
  .string()
  .trim()
  .max(64, 'choose')
  .nullish()
  .transform((text) => text || null)

const email = z
  .string()
  .trim()
  .max(LONGEST_EMAIL, 'email')
  .nullish()
  .transform((text) => text || null)
  .pipe(z.email('email').nullable())

export const inputFields = {
  block: id.describe('Id of the passage; null or left out: the whole.'),
  version: id.describe('Id of the version that the writer read. With another text of the passage since, it is a 409.'),
  stance: z.union([z.literal('').transform(() => null), z.enum(STANCES, 'choose')], 'choose').nullish(),
  text: optionalPublicText(LONGEST_TEXT),
  proposal: optionalPublicText(LONGEST_PROPOSAL),
  group: id.describe('Id of a stakeholder group of the consultation.'),
  email: email.describe('For notices; never shown.'),
  supports: optionalCount.describe('Number of the input that this one says is right; needs no text.'),
  tray: flag.describe('Whether to take it although its passage is no longer in the draft.'),
}

/** The API's body. Unknown fields are refused. */
export const inputSchema = z.strictObject(inputFields).superRefine(whole).transform(tidied)
/** A page's form: other fields are overlooked. */
export const inputFormSchema = z.object(inputFields).superRefine(whole).transform(tidied)

export type InputBody = z.output<typeof inputSchema>
export type InputFields = z.input<typeof inputSchema>

type Read = z.output<z.ZodObject<typeof inputFields>>

/** What one field asks of another. */
function whole({ block, stance, text, proposal, supports }: Read, context: z.RefinementCtx): void {
  const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (supports) return
  if (block && !stance) issue('stance', 'stance')
  if (!block && stance === 'change') issue('stance', 'no-passage')
  if (stance === 'change' && block && !proposal) issue('proposal', 'proposal')
  if (!text && !(stance === 'change' && proposal)) issue('text', 'text')
}

/** A passage rewritten belongs to a proposal alone: what was left in the field by a changed mind is not sent. */
function tidied({ stance, text, proposal, ...rest }: Read) {
  return { ...rest, stance: stance ?? null, text: text ?? '', proposal: stance === 'change' ? proposal : null }
}
