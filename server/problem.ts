/** Answers that say why not, as RFC 9457 asks: application/problem+json, in plain words of the reader's language. */
import type { Context } from 'hono'
import { z } from 'zod'
import { RETRY_AFTER } from './errors.ts'
import type { Issues, Outcome } from './forms.ts'
import { wordsOf } from './words/words.ts'
import { api as english } from './words/en/api.ts'
import { api as indonesian } from './words/id/api.ts'

/** Every problem that the API can have, and its status. The code is the last part of the problem's `type`. */
export const PROBLEMS = {
  'bad-query': 400,
  'malformed-json': 400,
  'bad-key': 400,
  'not-signed-in': 401,
  'bad-token': 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-open': 409,
  closed: 409,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'other-body': 422,
  'too-many-requests': 429,
  broken: 500,
  unavailable: 503,
} as const

export type ProblemCode = keyof typeof PROBLEMS

const PROBLEM_TYPES = '/api/v1/problems'

export const problemSchema = z
  .strictObject({
    type: z
      .string()
      .meta({ description: 'Stable address of the kind of problem.', example: '/api/v1/problems/closed' }),
    title: z.string().meta({ description: 'Short name of the kind of problem, in Indonesian or English.' }),
    status: z.int().meta({ description: 'The HTTP status.' }),
    detail: z.string().meta({ description: 'What to do about it, in plain words.' }),
    requestId: z.string().meta({ description: 'Names this request in the log; also in the header x-request-id.' }),
    errors: z
      .array(
        z.strictObject({
          field: z.string().meta({ description: 'Path of the field, e.g. `answers.cost`; `form` for the whole.' }),
          code: z.string().meta({ description: 'Stable code of what is wrong.', example: 'score' }),
          detail: z.string().meta({ description: 'The same in plain words.' }),
        }),
      )
      .optional()
      .meta({ description: 'What is wrong with which field.' }),
  })
  .meta({ id: 'Problem', description: 'Why the request was not done (RFC 9457).' })

/** The problem itself, without what is wrong with which field. */
export function problemBody(locale: 'id' | 'en', code: ProblemCode, requestId: string): z.infer<typeof problemSchema> {
  const words = locale === 'en' ? english : indonesian
  return { type: `${PROBLEM_TYPES}/${code}`, ...words.problems[code], status: PROBLEMS[code], requestId }
}

/** What a handler answers when it can't do what was asked. `issues`: field → issue code. */
export function problem(
  c: Context,
  code: ProblemCode,
  { issues, headers = {} }: { issues?: Issues; headers?: Record<string, string> } = {},
): Response {
  const locale = localeOf(c.req.header('accept-language'))
  const status = PROBLEMS[code]
  const body = problemBody(locale, code, String(c.get('requestId') ?? '-'))
  if (issues) {
    body.errors = Object.entries(issues).map(([field, issue]) => {
      const texts = issueTextsIn(locale)
      const code = Object.hasOwn(texts, issue) ? issue : 'wrong'
      return { field, code, detail: texts[code] ?? '' }
    })
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    'content-language': locale,
    'cache-control': 'no-store',
    vary: 'accept-language',
    ...(code === 'unavailable' ? { 'retry-after': RETRY_AFTER } : {}),
    ...headers,
  })
}

/** What forms say of an issue serves machines too; where the API has words of its own, those. */
function issueTextsIn(locale: 'id' | 'en'): Record<string, string> {
  const {
    commitment,
    commitmentPlan,
    consultationAnswer,
    consultationInput,
    consultationStaff,
    desk,
    directory,
    identity,
    machineTokens,
    moderation,
    musyawarahCourse,
    musyawarahField,
    musyawarahHall,
    musyawarahPapers,
    musyawarahRecord,
    musyawarahStaff,
    policy,
    stakeholderGroups,
    surveyStaff,
  } = wordsOf(locale)
  const own = (locale === 'en' ? english : indonesian).issues
  return {
    ...musyawarahField.issues,
    ...musyawarahHall.desk.issues,
    ...musyawarahHall.hall.issues,
    ...musyawarahCourse.issues,
    ...musyawarahPapers.issues,
    ...musyawarahRecord.issues,
    ...musyawarahStaff.issues,
    ...consultationStaff.issues,
    ...consultationAnswer.issues,
    ...commitment.issues,
    ...commitmentPlan.issues,
    ...policy.issues,
    ...consultationInput.issues,
    ...moderation.issues,
    ...stakeholderGroups.issues,
    ...desk.issues,
    ...directory.issues,
    ...surveyStaff.issues,
    ...identity.issues,
    ...machineTokens.issues,
    ...own,
  }
}

/** What a use case answers to input: what it made, as `show` has it, or what is wrong with which field. */
export function answerOutcome<T extends object>(
  c: Context,
  outcome: Outcome<T>,
  show: (made: T) => object,
  status: 200 | 201 = 200,
): Response {
  if (!outcome.ok) return problem(c, 'invalid', { issues: outcome.issues })
  return c.json(show(outcome), status, { 'cache-control': 'no-store' })
}

export const problemKindSchema = z
  .strictObject({
    type: z.string(),
    status: z.int(),
    title: z.strictObject({ id: z.string(), en: z.string() }),
    detail: z.strictObject({ id: z.string(), en: z.string() }),
  })
  .meta({ id: 'ProblemKind', description: 'A kind of problem, in both languages.' })

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text)
}

export function problemKind(code: ProblemCode): z.infer<typeof problemKindSchema> {
  const [id, en] = [indonesian.problems[code], english.problems[code]]
  return {
    type: `${PROBLEM_TYPES}/${code}`,
    status: PROBLEMS[code],
    title: { id: id.title, en: en.title },
    detail: { id: id.detail, en: en.detail },
  }
}

/** Indonesian unless the reader ranks English higher. */
export function localeOf(acceptLanguage: string | undefined): 'id' | 'en' {
  let [best, rank]: ['id' | 'en', number] = ['id', 0]
  for (const range of (acceptLanguage ?? '').split(',')) {
    const [, language, quality = '1'] = /^\s*(id|en)\b[^;]*(?:;\s*q=([\d.]+))?/i.exec(range) ?? []
    if (language && Number(quality) > rank) [best, rank] = [language.toLowerCase() as 'id' | 'en', Number(quality)]
  }
  return best
}
