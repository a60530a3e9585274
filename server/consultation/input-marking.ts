/** What those who answer note beside inputs: who takes them, words for sorting, remarks. None of it is public. */
import * as marks from '#db/consultation/input-marks.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import type { Transaction } from '#db/database.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { noteSchema, numbersSchema, tagSchema } from './answer-schema.ts'
import { counted, inputsOf, openConsultationFor } from './answering-place.ts'

/** The actor takes the inputs upon them, or gives them back. Issues: inputs. @throws Refused not-found, forbidden, conflict */
export function takeInputs(
  scope: Scope,
  slug: string,
  inputs: unknown,
  { back = false } = {},
): Promise<Outcome<object>> {
  const owner = back ? null : (scope.actor?.accountId ?? null)
  return withInputs(scope, slug, inputs, async (inner, consultationId, rows) => {
    const ids = rows.map(({ id }) => id)
    await counted(inner, consultationId, { ids }, () => marks.setOwner(inner.db, ids, owner))
    const numbers = rows.map(({ number }) => number)
    inner.record({
      kind: 'consultation.considered',
      subject: consultationId,
      fields: { inputs: numbers, given: !back },
    })
  })
}

/** Issues: inputs; tag: required, too-long, tag. @throws Refused as `takeInputs` */
export function tagInputs(
  scope: Scope,
  slug: string,
  inputs: unknown,
  input: { tag: string },
  { off = false } = {},
): Promise<Outcome<object>> {
  const reading = readInput(tagSchema, input)
  if (!reading.ok) return Promise.resolve(reading)
  const { tag } = reading.value
  return withInputs(scope, slug, inputs, async ({ db }, _, rows) => {
    const ids = rows.map(({ id }) => id)
    return off ? marks.deleteTags(db, ids, tag) : marks.insertTags(db, ids, tag)
  })
}

/** Issues: inputs; note: required, too-long. @throws Refused as `takeInputs` */
export function noteOnInputs(
  scope: Scope,
  slug: string,
  inputs: unknown,
  input: { note: string },
): Promise<Outcome<object>> {
  const reading = readInput(noteSchema, input)
  if (!reading.ok) return Promise.resolve(reading)
  const { note } = reading.value
  return withInputs(scope, slug, inputs, async ({ db, actor, now }, _, rows) => {
    const said = { note, byAccount: actor?.accountId ?? '', at: now.toISOString() }
    await marks.insertNotes(
      db,
      rows.map(({ id }) => ({ id: newId(), inputId: id, ...said })),
    )
  })
}

async function withInputs(
  scope: Scope,
  slug: string,
  inputs: unknown,
  act: (scope: Scope<Transaction>, consultationId: string, rows: InputRow[]) => Promise<void>,
): Promise<Outcome<object>> {
  await openConsultationFor(scope, slug, 'consultation.answer')
  const chosen = numbersSchema.safeParse(inputs)
  if (!chosen.success) {
    const issues: Issues = { inputs: chosen.error.issues[0]?.message ?? 'choose' }
    return { ok: false, issues, values: {} }
  }
  await transaction(scope, async (inner) => {
    const { id } = await openConsultationFor(inner, slug, 'consultation.answer')
    await act(inner, id, await inputsOf(inner, id, chosen.data))
  })
  return { ok: true }
}
