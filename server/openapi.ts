/** How a route says what it takes and gives. The document at /api/v1/openapi.json is made of nothing else. */
import type { Hono, MiddlewareHandler } from 'hono'
import { describeRoute, openAPIRouteHandler, resolver, validator, type ResponsesWithResolver } from 'hono-openapi'
import { z } from 'zod'
import type { ApiEnv } from './api.ts'
import { problem, problemSchema, PROBLEMS, type ProblemCode } from './problem.ts'

/** Problems that any route may have. */
const ALWAYS: ProblemCode[] = ['bad-token', 'too-many-requests', 'broken', 'unavailable']
const FOR_STAFF: ProblemCode[] = ['not-signed-in', 'forbidden']

/** A `format` says more than the long pattern behind it, and no count comes near what a number can hold. */
const READABLE = { options: { unrepresentable: 'any', override: tidy } }

export interface RouteDescription {
  /** The module: the heading under which the document lists it. */
  tag: string
  summary: string
  /** Units, rounding, source of law. */
  description?: string
  status?: 200 | 201 | 204
  says: string
  /** Left out where there is nothing to give (204). */
  gives?: z.ZodType
  mediaType?: string
  /** Its path parameter may end in `.csv`: then it answers with the same as a table. */
  table?: boolean
  takes?: { schema: z.ZodType; example?: unknown; mediaType?: string }
  /** For staff alone: what it takes to be let in is a token. `also`: with one, staff get more than others. */
  staff?: boolean | 'also'
  params?: Record<string, string>
  headers?: Record<string, { description: string; pattern?: string }>
  problems?: ProblemCode[]
}

/** The first step of a route: says what it is, does nothing. */
export function describe({
  tag,
  summary,
  description,
  takes,
  staff = false,
  problems = [],
  ...route
}: RouteDescription): MiddlewareHandler {
  const { status = 200, says, gives, mediaType = 'application/json', table = false, params = {}, headers = {} } = route
  const asTable = table ? { 'text/csv': { schema: resolver(z.string(), READABLE) } } : {}
  return describeRoute({
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    parameters: [
      ...Object.entries(params).map(([name, description]) => parameter('path', name, { description })),
      ...Object.entries(headers).map(([name, header]) => parameter('header', name, header)),
    ],
    ...(staff ? { security: [...(staff === 'also' ? [{}] : []), { token: [] }] } : {}),
    ...(takes
      ? {
          requestBody: {
            required: true,
            content: {
              [takes.mediaType ?? 'application/json']: {
                schema: resolver(takes.schema, READABLE),
                ...(takes.example === undefined ? {} : { example: takes.example }),
              },
            },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: says,
        ...(gives ? { content: { [mediaType]: { schema: resolver(gives, READABLE) }, ...asTable } } : {}),
      },
      ...describeProblems([...new Set([...problems, ...(staff === true ? FOR_STAFF : []), ...ALWAYS])]),
    },
  })
}

/** Reads the query against a strict schema; anything else in the query is a 400. */
export function takesQuery<T extends z.ZodType>(schema: T) {
  return validator('query', schema, (result, c) => {
    if (result.success) return c.req.url.includes('%00') ? problem(c, 'bad-query') : undefined
    const issues: Record<string, string> = {}
    for (const issue of result.error as readonly z.core.$ZodIssue[]) {
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) issues[key] = 'unknown-field'
      else issues[issue.path.join('.')] ??= issue.message
    }
    return problem(c, 'bad-query', { issues })
  })
}

/** For routes whose query says nothing. */
export const noQuery = takesQuery(z.strictObject({}))

/** A page of a list. */
export function listOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .strictObject({
      items: z.array(item),
      next: z.string().nullable().meta({ description: 'Cursor of the following page; null on the last one.' }),
    })
    .meta({ id })
}

export const cursorQuery = z
  .string('once')
  .min(1, 'cursor')
  .max(200, 'cursor')
  .optional()
  .meta({ description: 'The value of `next` from the page before.' })

export const limitQuery = z
  .string('once')
  .regex(/^([1-9]\d?|100)$/, 'limit')
  .transform(Number)
  .optional()
  .meta({ description: 'How many items, 1 to 100.' })

/** For a list that a token narrows to its own places. */
export const staffQuery = z.literal('true', 'choose').optional()

/** Answers with the document of every route of the API. */
export function openApiDocument(api: Hono<ApiEnv>): MiddlewareHandler<ApiEnv> {
  return openAPIRouteHandler(api, {
    excludeStaticFile: false,
    documentation: {
      openapi: '3.1.0',
      info: {
        title: 'Balai',
        version: '1',
        description:
          'Survei kepuasan masyarakat dari pembukaan sampai hasil yang dapat diperiksa siapa pun. ' +
          'All public data of the portal, and the way to hand in answers. Numbers are JSON numbers, days are ISO 8601 ' +
          'dates in the region’s own zone, instants are ISO 8601 in UTC. Answers carry an ETag; send it back in ' +
          'If-None-Match. Within v1 fields are added, never renamed or removed.',
        license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      },
      servers: [{ url: '/api/v1' }],
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description:
              'A token from the account page. It does one role’s work in one place, and never more than its account may.',
          },
        },
      },
      tags: [
        { name: 'survey', description: 'Satisfaction surveys (SKM, PermenPANRB 14/2017), answers and results.' },
        { name: 'directory', description: 'Regions by Kemendagri code, institutions, service units and services.' },
        {
          name: 'identity',
          description: 'The account behind a token, its tokens, and the accounts that it administers.',
        },
        { name: 'commitment', description: 'What was promised to residents, by whom, until when, and what shows it.' },
        { name: 'policy', description: 'Public policies: their line of time, explanation and evaluation.' },
        {
          name: 'consultation',
          description: 'Public consultations: their drafts and versions, what was written, and what was answered.',
        },
        {
          name: 'musyawarah',
          description: 'Deliberative meetings: rules of order, quorum, decisions, and the signed record.',
        },
        { name: 'moderation', description: 'What was decided about texts, and why; for moderators, what waits.' },
        { name: 'notice', description: 'What the portal sends by mail to the account behind a token.' },
        { name: 'dashboard', description: 'Figures of regions and units, put together from what is published.' },
        { name: 'ledger', description: 'The append-only record of public acts, receipts and signed heads.' },
        { name: 'api', description: 'This document and the kinds of problem.' },
      ],
    },
  })
}

function tidy({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

function parameter(
  where: 'path' | 'header',
  name: string,
  { description, pattern }: { description: string; pattern?: string },
) {
  const schema = { type: 'string' as const, ...(pattern ? { pattern } : {}) }
  return { in: where, name, required: true, description, schema }
}

function describeProblems(codes: ProblemCode[]): ResponsesWithResolver {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code])
  const answers = [...byStatus].map(([status, some]) => [
    String(status),
    {
      description: `Problem: ${some.map((code) => `\`${code}\``).join(', ')}.`,
      content: { 'application/problem+json': { schema: resolver(problemSchema, READABLE) } },
    },
  ])
  return Object.fromEntries(answers) as ResponsesWithResolver
}
