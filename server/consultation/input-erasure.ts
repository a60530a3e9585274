/** A writer's personal data are erased when they ask for it. That there was an input, and what came of it, stays. */
import { findConsultationBySlug } from '#db/consultation/consultations.ts'
import { deleteSearchable } from '#db/consultation/input-search.ts'
import { emptyInput, findInputByNumber } from '#db/consultation/inputs.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import { eraseOrganisationTexts } from '#db/consultation/organisations.ts'
import type { Transaction } from '#db/database.ts'
import { eraseFields } from '#db/ledger/fields.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import { releaseFile } from '../files.ts'
import { eraseText } from '../moderation/texts.ts'
import { publicText } from '../plain-text.ts'
import { transaction, type Scope } from '../scope.ts'
import { listRecordedActs } from '../survey/recorded-acts.ts'
import { LONGEST_TEXT } from './input-schema.ts'
import { eraseObjection } from './objections.ts'
import { placeOf } from './places.ts'

/**
 * As an administrator does who was asked to. `rendition` is what may be read instead: the text without the personal data.
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
    await eraseWithin(inner, input, rendition)
  })
}

/**
 * Takes address, text, proposal and file away from an input, from the copies that moderation and its organisation's room
 * keep, from what it is found by, from the office's notes, and from the ledger, whose digests stay. The bytes of the file go
 * when nothing else hangs on them. @throws Refused conflict if it was erased before
 */
export async function eraseWithin(scope: Scope<Transaction>, input: InputRow, rendition = ''): Promise<void> {
  const { id, consultationId, number, fileHash, organisationId } = input
  const left = { text: publicText(rendition).slice(0, LONGEST_TEXT), erasedAt: scope.now.toISOString() }
  if (!(await emptyInput(scope.db, id, left))) throw new Refused('conflict')
  if (fileHash !== null) await releaseFile(scope, fileHash)
  if (organisationId !== null) await eraseOrganisationTexts(scope.db, organisationId, input)
  await deleteSearchable(scope.db, id)
  await eraseText(scope, { kind: 'input', id })
  const acts = await listRecordedActs(scope.db, consultationId)
  const seq = acts.find(({ kind, fields }) => kind === 'consultation.input-received' && fields.number === number)?.seq
  const said = ['text', 'proposal', ...(fileHash === null ? [] : ['file'])]
  if (seq !== undefined) await eraseFields(scope.db, seq, said)
  await eraseObjection(scope, id, acts)
  scope.record({ kind: 'consultation.input-erased', subject: consultationId, fields: { number } })
}
