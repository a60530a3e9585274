/** Inputs that came on paper, at a counter or in a meeting, entered by an officer who says where each comes from. */
import { z } from 'zod'
import { findConsultationBySlug } from '#db/consultation/consultations.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import { requiredPublicText } from '../form-fields.ts'
import { issuesOf } from '../forms.ts'
import type { Scope } from '../scope.ts'
import { placeOfInputs, type InputPlace } from './input-lists.ts'
import { inputFields, type InputFields } from './input-schema.ts'
import { submitInput, type InputSubmission } from './inputs.ts'
import { placeOf } from './places.ts'

export const DESK_VIAS = ['paper', 'desk', 'meeting'] as const

const LONGEST_PROVENANCE = 200

const provenanceSchema = z.object({
  via: z.enum(DESK_VIAS, 'choose'),
  provenance: requiredPublicText(LONGEST_PROVENANCE),
})

/** What the API takes: the fields of an input, and where it comes from. */
export const deskInputBody = z.strictObject({ ...inputFields, ...provenanceSchema.shape }).meta({
  id: 'EnteredInput',
  description: 'An input on the whole, or on one passage; `provenance` is public.',
})

/** Where the actor may enter inputs, and into what. @throws Refused not-found, forbidden */
export async function deskOf(scope: Scope, slug: string): Promise<InputPlace> {
  const consultation = await findConsultationBySlug(scope.db, slug)
  if (!consultation) throw new Refused('not-found')
  if (!may(scope.actor, 'consultation.enter', placeOf(consultation))) {
    throw new Refused(consultation.announcedAt ? 'forbidden' : 'not-found')
  }
  return placeOfInputs(scope, slug)
}

/**
 * Takes it in as `submitInput` does, also while the office considers what came in on time. @throws Refused not-found,
 * forbidden
 */
export async function enterInput(
  scope: Scope,
  slug: string,
  { via, provenance, ...fields }: InputFields & { via?: string; provenance?: string },
  key: string,
): Promise<InputSubmission> {
  await deskOf(scope, slug)
  const reading = provenanceSchema.safeParse({ via, provenance })
  if (!reading.success) {
    const issues = issuesOf(reading.error)
    return { kind: 'invalid', issues: { ...issues, ...(issues.provenance ? { provenance: 'provenance' } : {}) } }
  }
  const enteredBy = scope.actor?.accountId ?? ''
  return submitInput(scope, slug, fields, key, { way: { ...reading.data, enteredBy } })
}
