/** A writer's personal data are erased when they ask for it. That there was an input, and what came of it, stays. */
import { findConsultationBySlug } from '#db/consultation/consultations.ts'
import { deleteSearchable } from '#db/consultation/input-search.ts'
import { findInputByNumber, updateInput } from '#db/consultation/inputs.ts'
import { eraseFields } from '#db/ledger/fields.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import { eraseText } from '../moderation/texts.ts'
import { publicText } from '../plain-text.ts'
import { transaction, type Scope } from '../scope.ts'
import { listRecordedActs } from '../survey/recorded-acts.ts'
import { LONGEST_TEXT } from './input-schema.ts'
import { eraseObjection } from './objections.ts'
import { placeOf } from './places.ts'

/**
 * Takes address, text, proposal and file away from an input, from the copy that moderation keeps, from what it is found by,
 * and from the ledger, whose digests stay. `rendition` is what may be read instead: the text without the personal data.
 * @throws Refused not-found, forbidden, conflict if it was erased before
 */
export async function eraseInput(
  scope: Scope,
  slug: string,
  number: number,
  { rendition = '' }: { rendition?: string } = {},
): Promise<void> {
  const consultation = await findConsultationBySlug(scope.db, slug)
  if (!consultation) throw new Refused('not-found')
  if (!may(scope.actor, 'consultation.erase', placeOf(consultation))) throw new Refused('forbidden')
  await transaction(scope, async (inner) => {
    const input = await findInputByNumber(inner.db, consultation.id, number)
    if (!input) throw new Refused('not-found')
    if (input.erasedAt !== null) throw new Refused('conflict')
    await updateInput(inner.db, input.id, {
      text: publicText(rendition).slice(0, LONGEST_TEXT),
      proposal: null,
      fileHash: null,
      fileName: null,
      email: null,
      accountId: null,
      provenance: null,
      tag: null,
      erasedAt: scope.now.toISOString(),
    })
    await deleteSearchable(inner.db, { inputId: input.id, consultationId: consultation.id })
    await eraseText(inner, { kind: 'input', id: input.id })
    const acts = await listRecordedActs(inner.db, consultation.id)
    const seq = acts.find(({ kind, fields }) => kind === 'consultation.input-received' && fields.number === number)?.seq
    if (seq !== undefined) await eraseFields(inner.db, seq, ['text', 'proposal'])
    await eraseObjection(inner, input.id, acts)
    inner.record({ kind: 'consultation.input-erased', subject: consultation.id, fields: { number } })
  })
}
