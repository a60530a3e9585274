/** What the API and the file beside its page say of a unit: chosen fields, never rows. */
import { z } from 'zod'
import { showUnit, unitShape } from '../directory/shapes.ts'
import { ELEMENT_KEYS } from '../survey/rules/elements.ts'
import { grade, index, interval, n, named, slug, weight } from './fields.ts'
import type { UnitDashboard, UnitLine } from './unit.ts'

const signal = z.enum(['outside', 'side', 'trend', 'near-limit'])
const point = z.strictObject({
  slug,
  period: z.string(),
  firstDay: z.iso.date(),
  withdrawn: z.boolean(),
  n,
  ikm: index,
  grade,
  interval: interval.nullable(),
  weight: weight.nullable(),
  change: z.strictObject({ difference: z.number(), verdict: z.enum(['changed', 'not-shown']) }).nullable(),
})
const element = z.strictObject({
  key: z.enum(ELEMENT_KEYS),
  label: z.string(),
  answers: z.int(),
  mean: z.number().nullable(),
  interval: interval.nullable(),
  grade,
  change: z
    .strictObject({
      difference: z.number().meta({ description: 'Index points.' }),
      adjusted: z.number().nullable().meta({ description: 'p, adjusted by Holm over the elements.' }),
      shown: z.boolean(),
    })
    .nullable(),
})

export const unitDashboardShape = z
  .strictObject({
    unit: unitShape,
    lines: z
      .array(
        z.strictObject({
          service: named.nullable().meta({ description: 'Null: the unit as a whole.' }),
          points: z.array(point).meta({ description: 'In order of time; withdrawn ones keep their place.' }),
          control: z
            .strictObject({
              centre: z.number(),
              lower: z.number(),
              upper: z.number(),
              signals: z.array(z.array(signal)).meta({ description: 'Of each point.' }),
            })
            .nullable()
            .meta({ description: 'XmR chart; only from twelve periods with a figure.' }),
          latest: z
            .strictObject({
              slug,
              period: z.string(),
              n,
              ikm: index,
              grade,
              elements: z
                .array(element)
                .nullable()
                .meta({ description: 'In the questionnaire’s order; null if hidden.' }),
            })
            .nullable(),
        }),
      )
      .meta({ description: 'One for the unit as a whole, one for each service.' }),
    publications: z
      .array(
        z.strictObject({
          slug,
          period: z.string(),
          service: z.string().nullable(),
          version: z.int(),
          kind: z.enum(['result', 'correction', 'withdrawal']),
          reason: z.string().nullable(),
          publishedAt: z.iso.datetime(),
        }),
      )
      .meta({ description: 'Every version that was ever published, the newest first.' }),
  })
  .meta({ id: 'UnitDashboard' })

export function showUnitDashboard({ unit, lines, publications }: UnitDashboard) {
  return {
    unit: showUnit(unit),
    lines: lines.map(showLine),
    publications: publications.map(({ serviceName: service, ...line }) => ({ ...line, service })),
  }
}

function showLine({ service, points, control, latest }: UnitLine) {
  return { service, points, control, latest: latest && showLatest(latest) }
}

function showLatest({ survey, n, ikm, grade, elements }: NonNullable<UnitLine['latest']>) {
  const shown = elements?.map(({ key, label, answers, mean, interval, grade, change }) => {
    return { key, label, answers, mean, interval, grade, change }
  })
  return { slug: survey.slug, period: survey.period, n, ikm, grade, elements: shown ?? null }
}
