/** What may come in before a meeting from whoever is invited, or would be. Issues are keys of `musyawarahInvite.issues`. */
import { z } from 'zod'
import { optionalPublicText, optionalText, requiredPublicText } from '../form-fields.ts'

export const replySchema = z.object({
  reply: z.enum(['coming', 'not-coming'], 'choose'),
  /** With whom they come, in their own words. */
  companions: optionalPublicText(200),
  accessNeeds: optionalPublicText(300),
})

export type ReplyInput = z.input<typeof replySchema>

export const registrationSchema = z.object({
  name: requiredPublicText(120),
  office: requiredPublicText(120),
  group: optionalText(40),
  email: optionalText(200).refine((email) => email === null || isAddress(email), 'email'),
})

/** As it stands in a list of invitees. */
export function isAddress(text: string): boolean {
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(text)
}

export type RegistrationInput = z.input<typeof registrationSchema>
