/** What the API says of a policy: chosen fields, never rows. */
import { z } from 'zod'
import { promiseSchema } from '../commitment/schema.ts'
import { commitmentShape, showCommitment } from '../commitment/shapes.ts'
import { pathTo } from '../paths.ts'
import type { PolicyFacts } from './facts.ts'
import { POLICY_STATUSES } from './rules/status.ts'
import {
  AUDIENCES,
  eventSchema,
  evaluationSchema,
  explanationSchema,
  POLICY_KINDS,
  POLICY_TOPICS,
  policyChangeSchema,
  policySchema,
  policyPromiseSchema,
  surveyLinkSchema,
  VERDICTS,
} from './schema.ts'
import type { PolicyView } from './view.ts'

const day = z.iso.date().meta({ description: 'In the region’s zone.' })
const verdict = z.enum(VERDICTS).nullable()

const fields = {
  id: z.string().meta({ description: 'Opaque; the subject of its entries in the ledger.' }),
  slug: z.string().meta({ description: 'Names it in addresses.' }),
  title: z.string(),
  kind: z.enum(POLICY_KINDS),
  topics: z.array(z.enum(POLICY_TOPICS)),
  initiator: z.string().meta({ description: 'Pemrakarsa.' }),
  enactor: z.string().meta({ description: 'Pejabat penetap.' }),
  summary: z.string(),
  region: z.strictObject({
    code: z.string(),
    slug: z.string(),
    name: z.string(),
    sample: z.boolean().meta({ description: 'Whether its data were made up for demonstration.' }),
  }),
  institution: z.strictObject({ name: z.string() }).nullable(),
  status: z.enum(POLICY_STATUSES).meta({ description: 'By its events and the clock.' }),
  legalNumber: z.string().nullable().meta({ example: 'Nomor 5 Tahun 2026' }),
  inForceFrom: day.nullable(),
  evaluation: z
    .strictObject({ dueOn: day.nullable(), overdue: z.boolean() })
    .meta({ description: 'Six months after it took force or was revised, unless the policy names another day.' }),
  evaluationDueOn: day.nullable().meta({ description: 'The day that the policy names, if it does.' }),
  verdict: verdict.meta({ description: 'Of the last evaluation that was closed.' }),
  createdAt: z.iso.datetime(),
  page: z.string().meta({ description: 'Path of its page in Indonesian.' }),
}

export const policyShape = z.strictObject(fields).meta({ id: 'Policy' })

export const policyViewShape = z
  .strictObject({
    ...fields,
    events: z.array(
      z.strictObject({
        number: z.int(),
        kind: z.enum([...POLICY_STATUSES, 'evaluated']),
        day,
        legalNumber: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    stages: z.array(z.strictObject({ title: z.string(), explanation: z.string(), watchedBy: z.string().nullable() })),
    questions: z.array(z.strictObject({ audience: z.enum(AUDIENCES), question: z.string(), answer: z.string() })),
    evaluations: z
      .array(
        z.strictObject({
          number: z.int(),
          verdict,
          finding: z.string().nullable(),
          evidenceUrl: z.string().nullable(),
          openedOn: day,
          closedOn: day.nullable(),
        }),
      )
      .meta({ description: 'What an open one says so far is no verdict yet.' }),
    surveys: z.array(
      z.strictObject({
        slug: z.string(),
        title: z.string(),
        period: z.string(),
        moment: z.enum(['before', 'after']),
        ikm: z.number().nullable().meta({ description: 'The published index, 25 to 100.' }),
        grade: z.string().nullable(),
      }),
    ),
    commitments: z.array(commitmentShape),
  })
  .meta({ id: 'PolicyWithLine' })

const place = { description: '`place`: `region:<code>` or `institution:<id>`.' }
export const policyBody = policySchema.strict().meta({ id: 'NewPolicy', ...place })
export const policyChangeBody = policyChangeSchema.strict().meta({ id: 'PolicyChange' })
export const eventBody = eventSchema.strict().meta({ id: 'PolicyEvent' })
export const explanationBody = explanationSchema.strict().meta({ id: 'PolicyExplanation' })
export const surveyLinkBody = surveyLinkSchema
  .strict()
  .meta({ id: 'PolicySurveyLink', description: '`survey`: its slug; `none` takes the link away.' })
export const evaluationBody = evaluationSchema
  .extend({ close: z.boolean().default(false) })
  .strict()
  .meta({ id: 'PolicyEvaluation', description: '`close` ends it: “not-improved” needs a commitment first.' })
export const policyPromiseBody = policyPromiseSchema
  .strict()
  .meta({ id: 'PolicyPromise', description: '`place`: as of a commitment, in the policy’s region.' })
export const promiseBody = promiseSchema.strict().meta({ id: 'EvaluationPromise' })

export function showPolicy({ region, institution, ...facts }: PolicyFacts) {
  const { id, slug, title, kind, topics, initiator, enactor, summary, status, legalNumber } = facts
  const { inForceFrom, evaluation, evaluationDueOn, verdict, createdAt } = facts
  return {
    id,
    slug,
    title,
    kind,
    topics,
    initiator,
    enactor,
    summary,
    status,
    legalNumber,
    inForceFrom,
    evaluation,
    evaluationDueOn,
    verdict,
    createdAt,
    region: {
      code: region.code,
      slug: region.slug,
      name: region.name,
      sample: region.sample,
    },
    institution: institution && { name: institution.name },
    page: pathTo('id', 'policy', { slug }),
  }
}

export function showPolicyView(view: PolicyView) {
  return {
    ...showPolicy(view),
    events: view.events,
    stages: view.stages,
    questions: view.questions,
    evaluations: view.evaluations.map(({ number, verdict, finding, evidenceUrl, openedOn, closedOn }) => ({
      number,
      verdict,
      finding,
      evidenceUrl,
      openedOn,
      closedOn,
    })),
    surveys: view.surveys.map(({ slug, title, period, moment, ikm, grade }) => ({
      slug,
      title,
      period,
      moment,
      ikm,
      grade,
    })),
    commitments: view.commitments.map(showCommitment),
  }
}
