/** A consultation as the API shows it. */
import { z } from 'zod'
import type { Comparison } from './comparing.ts'
import type { Draft } from './drafts.ts'
import type { NeedView } from './needs.ts'
import { PHASES } from './rules/phases.ts'
import { ABOUT } from './schema.ts'
import type { ConsultationFacts } from './views.ts'

const day = z.iso.date()
const moment = z.iso.datetime()

export const consultationShape = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    about: z.enum(ABOUT),
    state: z.enum(PHASES).meta({ description: 'The phase now, by the clock in the region’s zone.' }),
    region: z.strictObject({ code: z.string(), slug: z.string(), name: z.string() }),
    timezone: z.string(),
    phases: z.array(
      z.strictObject({
        phase: z.enum(PHASES),
        startsOn: day,
        endsOn: day.nullable().meta({ description: 'Inclusive.' }),
      }),
    ),
    answerBy: day.meta({ description: 'The last day by which every input is answered: a promise.' }),
    inputs: z.int().meta({ description: 'Received so far.' }),
    announcedAt: moment.nullable(),
    closedAt: moment.nullable(),
    sample: z.boolean().meta({ description: 'Demonstration data.' }),
  })
  .meta({ id: 'Consultation' })

export function showConsultation(consultation: ConsultationFacts): z.infer<typeof consultationShape> {
  const { slug, title, summary, about, phase, region, timezone, phases, answerBy, inputsTaken } = consultation
  const { code, slug: regionSlug, name, sample } = region
  return {
    slug,
    title,
    summary,
    about,
    state: phase,
    region: {
      code,
      slug: regionSlug,
      name,
    },
    timezone,
    phases: phases.map(({ phase: one, startsOn, endsOn }) => ({
      phase: one,
      startsOn,
      endsOn,
    })),
    answerBy,
    inputs: inputsTaken,
    announcedAt: consultation.announcedAt,
    closedAt: consultation.closedAt,
    sample,
  }
}

export const consultationViewShape = consultationShape
  .extend({
    needs: z.array(z.strictObject({ id: z.string(), statement: z.string(), support: z.int(), dispute: z.int() })),
    needNoneReason: z.string().nullable(),
    versions: z.array(z.strictObject({ number: z.int(), note: z.string(), publishedAt: moment })),
    passages: z
      .array(
        z.strictObject({
          id: z.string().meta({ description: 'Stays the same through all versions.' }),
          kind: z.enum(['chapter', 'part', 'article', 'paragraph', 'item', 'text']),
          label: z.string(),
          text: z.string(),
          inputs: z.int(),
        }),
      )
      .meta({ description: 'The draft as it reads now; none before its first version.' }),
  })
  .meta({ id: 'ConsultationView' })

export function showConsultationView(
  consultation: ConsultationFacts,
  needs: NeedView[],
  draft: Draft | undefined,
): z.infer<typeof consultationViewShape> {
  return {
    ...showConsultation(consultation),
    needs: needs.map(({ id, statement, support, dispute }) => ({ id, statement, support, dispute })),
    needNoneReason: consultation.needNoneReason,
    versions: draft?.versions ?? [],
    passages: (draft?.passages ?? []).map(({ blockId, kind, label, text, inputs }) => ({
      id: blockId,
      kind,
      label,
      text,
      inputs,
    })),
  }
}

const version = z.strictObject({ number: z.int(), note: z.string(), publishedAt: moment })

export const comparisonShape = z
  .strictObject({
    from: version,
    to: version,
    passages: z.array(
      z.strictObject({
        id: z.string(),
        what: z.enum(['same', 'changed', 'renumbered', 'added', 'removed']),
        label: z.string(),
        labelBefore: z.string().nullable(),
        words: z.array(z.strictObject({ what: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Comparison' })

export function showComparison({ from, to, passages }: Comparison): z.infer<typeof comparisonShape> {
  const shown = passages.map(({ blockId, what, label, labelBefore, words }) => ({
    id: blockId,
    what,
    label,
    labelBefore,
    words,
  }))
  return { from, to, passages: shown }
}
