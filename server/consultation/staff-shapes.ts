/** A consultation as the API shows it to those who keep it, and what it takes from them. */
import { z } from 'zod'
import { optionalText } from '../form-fields.ts'
import { pathTo } from '../paths.ts'
import { consultationFields, consultationSchema, dateChangeSchema, draftTextSchema, wordingSchema } from './schema.ts'
import { publicationSchema, withPlan } from './schema.ts'
import type { Matches } from './matches.ts'
import { consultationShape, showConsultation } from './shapes.ts'
import type { StaffConsultation } from './staff-view.ts'
import type { CutBlock } from './rules/cutting.ts'

const day = z.iso.date()

const planShape = z
  .strictObject({
    needFrom: day.nullable(),
    needUntil: day.nullable(),
    draftFrom: day.nullable(),
    draftUntil: day.nullable(),
    answerBy: day.or(z.literal('')),
  })
  .meta({ id: 'ConsultationPlan', description: 'Days are inclusive, in the region’s zone.' })

export const staffConsultationShape = consultationShape
  .extend({
    id: z.string().meta({ description: 'Opaque; the subject of its entries in the ledger.' }),
    policyId: z.string().nullable(),
    plan: planShape,
    units: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    groups: z.array(z.strictObject({ id: z.string(), key: z.string() })).meta({ description: 'Whom it asks.' }),
    premoderated: z.boolean(),
    needs: z.array(
      z.strictObject({
        id: z.string(),
        statement: z.string(),
        support: z.int(),
        dispute: z.int(),
        own: z.boolean().meta({ description: 'Whether it was stated here, not in an earlier consultation.' }),
      }),
    ),
    needNoneReason: z.string().nullable(),
    files: z.array(z.strictObject({ id: z.string(), name: z.string(), path: z.string() })),
    preview: z.string().nullable().meta({ description: 'Path for those who are to read it before it is announced.' }),
    closingReason: z.string().nullable(),
  })
  .meta({ id: 'StaffConsultation' })

export function showStaffConsultation({ consultation, needs, files }: StaffConsultation) {
  const { slug, id, policyId, plan, premoderated, needNoneReason, closingReason, staff } = consultation
  return {
    ...showConsultation(consultation),
    id,
    policyId,
    plan: { ...plan },
    units: consultation.units.map((unit) => ({ slug: unit.slug, name: unit.name })),
    groups: consultation.groups.map((group) => ({ id: group.id, key: group.key })),
    premoderated,
    needs: needs.map(({ from, ...need }) => ({ ...need, own: from === null })),
    needNoneReason,
    files: files.map((file) => ({
      id: file.id,
      name: file.name,
      path: pathTo('id', 'consultationFile', { slug, file: file.id }),
    })),
    preview: staff ? pathTo('id', 'consultationPreview', { slug, key: staff.previewKey }) : null,
    closingReason,
  }
}

const about = '`units` are slugs of one region, `groups` and `otherNeeds` ids, `statements` needs. Days are inclusive.'
export const newConsultationBody = withPlan(
  consultationFields.extend({ copyOf: optionalText(120).meta({ description: 'Slug of the one it is a copy of.' }) }),
)
  .strict()
  .meta({ id: 'NewConsultation', description: about })
export const consultationBody = consultationSchema.strict().meta({ id: 'ConsultationChange', description: about })
export const datesBody = dateChangeSchema.strict().meta({ id: 'DateChange' })
export const wordingBody = wordingSchema.strict().meta({ id: 'Wording' })
export const draftBody = draftTextSchema.strict().meta({ id: 'DraftText' })
export const versionBody = publicationSchema.strict().meta({
  id: 'NewVersion',
  description: '`note`: what changed, in at least ten letters; the first version needs none.',
})
export const versionShape = z.strictObject({ number: z.int() }).meta({ id: 'DraftVersion' })
export const attachedShape = z.strictObject({ id: z.string() }).meta({ id: 'AttachedFile' })

/** What a new one can begin with. */
export const copyShape = z
  .strictObject({
    copyOf: z.string(),
    title: z.string(),
    summary: z.string(),
    about: consultationShape.shape.about,
    policyId: z.string().nullable(),
    units: z.array(z.string()),
    groups: z.array(z.string()),
    premoderated: z.boolean(),
    statements: z.array(z.string()),
    otherNeeds: z.array(z.string()),
    needNoneReason: z.string().nullable(),
  })
  .meta({ id: 'ConsultationCopy' })

export const draftShape = z
  .strictObject({
    text: z.string(),
    written: z.boolean().meta({ description: 'Whether it is being written; else it is what was published last.' }),
    passages: z.array(z.strictObject({ kind: z.string(), label: z.string(), text: z.string() })),
  })
  .meta({ id: 'WrittenDraft', description: 'The draft as one text, and how it is cut into passages.' })

export function showDraft(
  { text, isWritten }: { text: string; isWritten: boolean },
  cut: readonly CutBlock[],
): z.infer<typeof draftShape> {
  const passages = cut.map((block) => ({ kind: block.kind, label: block.label, text: block.text }))
  return { text, written: isWritten, passages }
}

const inBothLanguages = z.strictObject({ id: z.string(), en: z.string() })
const knownPassage = { id: z.string(), name: inBothLanguages, begins: z.string(), inputs: z.int() }
export const matchesShape = z
  .strictObject({
    written: z.array(
      z.strictObject({
        ...knownPassage,
        what: z.enum(['same', 'changed', 'renumbered', 'added']),
        before: inBothLanguages.nullable().meta({ description: 'What it is taken to go on; null for a new one.' }),
      }),
    ),
    old: z.array(
      z.strictObject({
        ...knownPassage,
        goesOn: z
          .boolean()
          .meta({ description: 'Whether a written passage goes on it; else its inputs go to the tray.' }),
      }),
    ),
  })
  .meta({ id: 'DraftMatches', description: 'Which passage of the published version each written one goes on.' })
export const matchBody = z
  .strictObject({
    block: z.string('required').min(1, 'required').max(64, 'too-long').meta({ description: 'Id of the written one.' }),
    old: z.string('required').max(64, 'too-long').meta({ description: 'Id of the published one; empty: it is new.' }),
  })
  .meta({ id: 'DraftMatch' })

export function showMatches({ written, old }: Matches): z.infer<typeof matchesShape> {
  return {
    written: written.map(({ blockId: id, name, begins, inputs, what, before }) => {
      return { id, name, begins, inputs, what, before }
    }),
    old: old.map(({ blockId: id, name, begins, inputs, goesOn }) => ({ id, name, begins, inputs, goesOn })),
  }
}
