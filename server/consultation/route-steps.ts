/** What every route of a consultation for staff begins with: what it is, that it takes a token, and its query or body. */
import type { z } from 'zod'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery, takesQuery, type RouteDescription } from '../openapi.ts'
import type { ProblemCode } from '../problem.ts'

type Described = Omit<RouteDescription, 'tag' | 'staff' | 'takes'>

const REFUSED: ProblemCode[] = ['bad-query', 'not-found', 'conflict']
const BODY_PROBLEMS: ProblemCode[] = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid']
const slug = 'The consultation’s `slug`.'

/** A route without a body. @param query what may stand in its query; nothing unless told */
export function asked(route: Described, query?: z.ZodType) {
  return [described(route), needsToken, query ? takesQuery(query) : noQuery] as const
}

/** A route with a body. @param largest bytes, where a file comes with it */
export function sent(route: Described & { takes: { schema: z.ZodType; example: unknown } }, largest?: number) {
  const { takes, ...rest } = route
  return [
    described({ ...rest, problems: [...BODY_PROBLEMS, ...(rest.problems ?? [])] }, takes),
    needsToken,
    noQuery,
    ...takesBody(takes.schema, largest),
  ] as const
}

function described({ params = {}, problems = [], ...route }: Described, takes?: RouteDescription['takes']) {
  return describe({
    tag: 'consultation',
    staff: true,
    ...route,
    params: { slug, ...params },
    problems: [...REFUSED, ...problems],
    ...(takes ? { takes } : {}),
  })
}
