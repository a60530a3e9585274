/** What the API says of a result. The same object feeds the page, its chart and its files. */
import { z } from 'zod'
import type { Trend } from './periods.ts'
import type { Results } from './results.ts'
import { CHANNELS } from './rules/marks.ts'
import { ELEMENT_KEYS } from './rules/elements.ts'
import { PROFILE_KEYS } from './rules/profile.ts'
import { WEIGHT_POLICIES } from '../directory/rules/weight-policy.ts'
import { rateShape, sampleShape, showSurvey, surveyShape } from './shapes.ts'

const grade = z
  .enum(['A', 'B', 'C', 'D'])
  .meta({ description: 'By lower bound: 88.31, 76.61, 65.00 (PermenPANRB 14/2017).' })
const ikm = z
  .number()
  .nullable()
  .meta({ description: 'Index points, 25 to 100, rounded half up to two decimals; null where none may be shown.' })
const interval = z
  .tuple([z.number(), z.number()])
  .nullable()
  .meta({ description: '95 %, index points, not rounded; null below two complete respondents.' })
const p = z.number().nullable()
const policy = z.enum(WEIGHT_POLICIES)
const verdict = z
  .enum(['changed', 'not-shown'])
  .meta({ description: '`changed`: Welch p < 0.05, at least one point, at least 30 respondents on both sides.' })

const elementShape = z
  .strictObject({
    key: z.enum(ELEMENT_KEYS),
    label: z.string().meta({ example: 'U1' }),
    answers: z.int(),
    blanks: z.int(),
    mean: z.number().nullable().meta({ description: 'NRR, 1 to 4, over its own answers; not rounded.' }),
    weighted: z.number().nullable().meta({ description: 'NRR tertimbang: mean × weight; not rounded.' }),
    interval: interval.meta({ description: '95 %, scale 1 to 4.' }),
    grade: grade.nullable(),
    levels: z
      .tuple([z.int(), z.int(), z.int(), z.int()])
      .nullable()
      .meta({ description: 'How many chose 1, 2, 3 and 4; null below ten answers.' }),
  })
  .meta({ id: 'ElementResult' })

const changeShape = z
  .strictObject({
    previous: z.strictObject({
      slug: z.string(),
      period: z.string(),
      ikm: z.number(),
      grade: grade.nullable(),
      n: z.int(),
      weight: policy,
    }),
    difference: z
      .number()
      .meta({ description: 'Index points, the earlier period counted with the later one’s weight.' }),
    comparison: z.strictObject({
      difference: z.number().nullable().meta({ description: 'Of the complete respondents’ means, index points.' }),
      interval,
      t: z.number().nullable(),
      df: z.number().nullable(),
      p,
      mannWhitney: z.strictObject({ u: z.number().nullable(), p }),
      elements: z.array(
        z.strictObject({
          key: z.enum(ELEMENT_KEYS),
          difference: z.number().nullable(),
          p,
          adjusted: p.meta({ description: 'Holm over the elements.' }),
        }),
      ),
      smallestVisible: z.number().nullable().meta({ description: 'Index points shown in four cases of five.' }),
      verdict,
    }),
  })
  .meta({ id: 'PeriodChange' })

const arrivalsShape = z
  .strictObject({
    channels: z
      .partialRecord(z.enum(CHANNELS), z.int())
      .meta({ description: 'Answers by the way they came; `unknown`: before that was noted.' }),
    voided: z
      .record(z.string(), z.int())
      .meta({ description: 'Sheets of paper whose entry was taken back before sealing, by reason.' }),
  })
  .nullable()
  .meta({ description: 'Only with a publication; null in versions from before this was noted.' })

const indexFields = { ni: z.number().nullable(), ikm, grade: grade.nullable() }

export const resultsShape = z
  .strictObject({
    survey: surveyShape,
    shown: z.enum(['counts-only', 'too-few', 'batches', 'official', 'withdrawn']).meta({
      description:
        '`counts-only` before publication; `too-few` published, but fewer than five answered; `batches` what is sealed so far, where the region shows that; `official`; `withdrawn`.',
    }),
    ikm,
    grade: grade.nullable(),
    interval,
    couldBe: z.array(grade).meta({ description: 'Every grade that the interval touches, best first.' }),
    ni: z.number().nullable().meta({ description: 'Nilai interval, the sum of the weighted means, 1 to 4.' }),
    weight: policy,
    n: z.int().meta({ description: 'Answers behind the figures where they are shown, else all received.' }),
    received: z.int(),
    arrivals: arrivalsShape,
    respondents: z.int().nullable().meta({ description: 'Who answered all nine: they make the interval.' }),
    sample: sampleShape,
    responseRate: rateShape,
    elements: z
      .array(elementShape)
      .nullable()
      .meta({ description: 'In the questionnaire’s order; null where hidden.' }),
    weights: z
      .array(z.strictObject({ weight: policy, ...indexFields }))
      .meta({ description: 'Under each named weight.' }),
    withoutCost: z
      .strictObject(indexFields)
      .nullable()
      .meta({ description: 'Without a free service’s cost element, exact weight.' }),
    tally: z.array(z.int()).nullable().meta({ description: '73 integers from which all figures follow.' }),
    profile: z
      .array(
        z.strictObject({
          key: z.enum(PROFILE_KEYS as [string, ...string[]]),
          total: z.int(),
          groups: z.array(z.strictObject({ key: z.string(), n: z.int().nullable(), ikm })),
        }),
      )
      .nullable()
      .meta({ description: 'Who answered; cells below five are hidden (null) with their complement.' }),
    change: changeShape
      .nullable()
      .meta({ description: 'Against the last published period of the same unit and service.' }),
    version: z.int().nullable(),
    publishedAt: z.iso.datetime().nullable(),
    changedAt: z.iso.datetime().nullable(),
    versions: z
      .array(
        z.strictObject({
          version: z.int(),
          kind: z.enum(['result', 'correction', 'withdrawal']),
          reason: z.string().nullable(),
          publishedAt: z.iso.datetime(),
          ikm,
          grade: grade.nullable(),
          n: z.int(),
          served: z.int().nullable(),
          note: z.string().nullable(),
          digest: z.string().meta({ description: 'SHA-256 of the frozen result, as in the ledger.' }),
        }),
      )
      .meta({ description: 'All that were ever published, the newest first.' }),
  })
  .meta({ id: 'Results' })

export const trendShape = z
  .array(
    z.strictObject({
      service: z
        .strictObject({ slug: z.string(), name: z.string() })
        .nullable()
        .meta({ description: 'Null: the unit as a whole.' }),
      points: z.array(
        z.strictObject({
          slug: z.string(),
          period: z.string(),
          firstDay: z.iso.date(),
          ikm,
          grade: grade.nullable(),
          interval,
          weight: policy.nullable(),
          n: z.int(),
          change: z.strictObject({ difference: z.number(), verdict }).nullable(),
        }),
      ),
    }),
  )
  .meta({ description: 'Every published period that stands, in order of time; a line for the unit and each service.' })

export function showResults(results: Results): z.infer<typeof resultsShape> {
  const { survey, shown, ikm, grade, n, received, arrivals, sample, responseRate, figures, profile, change } = results
  const { version, publishedAt, changedAt, versions } = results
  return {
    survey: showSurvey(survey),
    shown,
    ikm,
    grade,
    interval: figures?.interval ?? null,
    couldBe: figures?.couldBe ?? [],
    ni: figures?.ni ?? null,
    weight: figures?.weight ?? survey.weight,
    n,
    received,
    arrivals,
    respondents: figures?.respondents ?? null,
    sample,
    responseRate,
    elements: figures?.elements ?? null,
    weights: figures?.weights ?? [],
    withoutCost: figures?.withoutCost ?? null,
    tally: figures?.tally ?? null,
    profile,
    change,
    version,
    publishedAt,
    changedAt,
    versions,
  }
}

export function showTrend(trend: Trend[]): z.infer<typeof trendShape> {
  return trend.map(({ service, points }) => ({ service, points }))
}
