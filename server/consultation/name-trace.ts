/** What the receipt of an organisation's name says, which its lead has: whether it is shown. */
import { findConsultationById } from '#db/consultation/consultations.ts'
import { ORGANISATION_SUBJECT } from '#db/consultation/input-lists.ts'
import { findOrganisationById } from '#db/consultation/organisations.ts'
import { findModeratedOfAuthor } from '#db/moderation/texts.ts'
import type { TraceFinder } from '../ledger/trace.ts'

export const traceName: TraceFinder = async ({ db }, { hash }) => {
  const text = await findModeratedOfAuthor(db, hash)
  const named = text?.subjectKind === ORGANISATION_SUBJECT ? await findOrganisationById(db, text.subjectId) : undefined
  const consultation = named && (await findConsultationById(db, named.consultationId))
  if (!text || !consultation) return undefined
  return {
    kind: 'organisation',
    title: consultation.title,
    page: 'inputs',
    params: { slug: consultation.slug },
    steps: [{ date: null, what: `name-${text.state}`, values: {} }],
  }
}
