/** What the API says of a survey and its questionnaire: chosen fields, never rows. */
import { z } from 'zod'
import { TIME_ZONES } from '../directory/schema.ts'
import { pathTo } from '../paths.ts'
import type { Counts } from './counts.ts'
import type { SurveyFacts } from './facts.ts'
import { ELEMENT_KEYS } from './rules/elements.ts'
import { SURVEY_STATES } from './rules/period.ts'
import { PROFILE_KEYS } from './rules/profile.ts'
import { WEIGHT_POLICIES } from '../directory/rules/weight-policy.ts'
import type { SurveyView } from './surveys.ts'

const instant = z.iso.datetime().meta({ description: 'Instant in UTC.' })
const day = z.iso.date().meta({ description: 'Inclusive, in the region’s zone.' })
const both = z.strictObject({ id: z.string(), en: z.string() }).meta({ id: 'Text', description: 'In both languages.' })
const four = z.tuple([z.string(), z.string(), z.string(), z.string()])
const state = z.enum(SURVEY_STATES).meta({
  description:
    'By the clock: `scheduled`, `open` and `closed` (also while it waits for its publisher) once opened, then `published`, at last `withdrawn`.',
})

const surveyFields = {
  id: z.string().meta({ description: 'Opaque; the subject of its entries in the ledger.' }),
  slug: z.string().meta({ description: 'Names it in addresses.' }),
  state,
  title: z.string(),
  period: z.string().meta({ example: 'Semester II 2026' }),
  year: z.int(),
  firstDay: day,
  lastDay: day,
  timezone: z.enum(TIME_ZONES),
  startsAt: instant.meta({ description: 'Answers are taken from this instant…' }),
  endsAt: instant.meta({ description: '…up to, not including, this one.' }),
  publishedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  region: z.strictObject({
    code: z.string(),
    slug: z.string(),
    name: z.string(),
    sample: z.boolean().meta({ description: 'Whether its data were made up for demonstration.' }),
  }),
  institution: z.strictObject({ name: z.string() }),
  unit: z.strictObject({ slug: z.string(), name: z.string(), sector: z.string() }),
  service: z
    .strictObject({ slug: z.string(), name: z.string(), paid: z.boolean() })
    .nullable()
    .meta({ description: 'Null: the survey is about the unit as a whole.' }),
  instrument: z.strictObject({
    key: z.string().meta({ example: 'skm' }),
    version: z.int(),
    hash: z.string().meta({ description: 'SHA-256 of the frozen questionnaire.' }),
  }),
  weight: z.enum(WEIGHT_POLICIES).meta({ description: 'Weight of an element; `exact` is 1/9.' }),
  served: z.int().nullable().meta({ description: 'People served in the period, when known.' }),
  sampleMode: z.enum(['formula', 'table']).meta({ description: 'How the Krejcie–Morgan sample is found.' }),
  note: z.string().nullable().meta({ description: 'The officer’s note on how it was held.' }),
  page: z.string().meta({ description: 'Path of its page in Indonesian.' }),
}

export const surveyShape = z.strictObject(surveyFields).meta({ id: 'Survey' })

export const sampleShape = z
  .strictObject({
    served: z.int(),
    mode: z.enum(['formula', 'table']),
    formula: z.int(),
    table: z.int(),
    target: z.int().meta({ description: 'Respondents asked for, by the mode.' }),
    reached: z.boolean(),
  })
  .nullable()
  .meta({ description: 'Krejcie–Morgan sample; null while nobody has said how many were served.' })

export const rateShape = z
  .number()
  .nullable()
  .meta({ description: 'Answers by people served, as a share; not rounded.' })

const questionnaireShape = z
  .strictObject({
    source: z.string().meta({ example: 'PermenPANRB 14/2017' }),
    paid: z.boolean().meta({ description: 'Whether the cost element has the answers for a paid service.' }),
    order: z.enum(['regulation', 'annex']).meta({ description: 'Which order U8 and U9 follow; sources swap them.' }),
    elements: z.array(
      z.strictObject({
        key: z.enum(ELEMENT_KEYS),
        label: z.string().meta({ example: 'U1' }),
        name: both,
        question: both.meta({ description: 'The annex’s wording.' }),
        plain: both,
        answers: z.strictObject({ id: four, en: four }).meta({ description: 'What 1, 2, 3 and 4 are called.' }),
      }),
    ),
    comment: z.strictObject({ question: both, hint: both, longest: z.int().meta({ description: 'Characters.' }) }),
    profile: z
      .array(
        z.strictObject({
          key: z.enum(PROFILE_KEYS as [string, ...string[]]),
          question: both,
          options: z.array(z.strictObject({ key: z.string(), label: both })),
        }),
      )
      .meta({ description: 'Optional, in bands; never a name, a number or an exact age.' }),
  })
  .meta({ id: 'Questionnaire' })

export const surveyViewShape = z
  .strictObject({
    ...surveyFields,
    questionnaire: questionnaireShape,
    counts: z.strictObject({
      n: z.int().meta({ description: 'Answers received.' }),
      sample: sampleShape,
      responseRate: rateShape,
    }),
  })
  .meta({ id: 'SurveyWithQuestionnaire' })

export function showSurvey(survey: SurveyFacts): z.infer<typeof surveyShape> {
  const { id, slug, state, title, period, year, firstDay, lastDay, timezone, startsAt, endsAt } = survey
  const { publishedAt, withdrawnAt, region, institution, unit, service, instrument } = survey
  const { weight, served, sampleMode, note } = survey
  return {
    id,
    slug,
    state,
    title,
    period,
    year,
    firstDay,
    lastDay,
    timezone,
    startsAt,
    endsAt,
    publishedAt,
    withdrawnAt,
    region,
    institution,
    unit,
    service,
    instrument,
    weight,
    served,
    sampleMode,
    note,
    page: pathTo('id', 'survey', { slug }),
  }
}

export function showSurveyView(survey: SurveyView, { n, sample, responseRate }: Counts) {
  const { source, paid, order, elements, comment, profile } = survey.content
  return {
    ...showSurvey(survey),
    questionnaire: { source, paid, order, elements, comment, profile },
    counts: { n, sample, responseRate },
  }
}
