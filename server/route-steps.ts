/** What a module's routes for staff begin with: what each is, that it takes a token, and its query or body. */
import type { z } from 'zod'
import { takesBody } from './json-body.ts'
import { needsToken } from './needs-token.ts'
import { describe, noQuery, takesQuery, type RouteDescription } from './openapi.ts'
import type { ProblemCode } from './problem.ts'

type Described = Omit<RouteDescription, 'tag' | 'staff' | 'takes'>

const REFUSED: ProblemCode[] = ['bad-query', 'not-found', 'conflict']
const BODY_PROBLEMS: ProblemCode[] = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid']

/** @param slug what the `slug` in their addresses is */
export function routeSteps(tag: string, slug: string) {
  function described({ params = {}, problems = [], ...route }: Described, takes?: RouteDescription['takes']) {
    return describe({
      tag,
      staff: true,
      ...route,
      params: { slug, ...params },
      problems: [...REFUSED, ...problems],
      ...(takes ? { takes } : {}),
    })
  }
  return {
    /** A route without a body. @param query what may stand in its query; nothing unless told */
    asked(route: Described, query?: z.ZodType) {
      return [described(route), needsToken, query ? takesQuery(query) : noQuery] as const
    },
    /** A route with a body. @param largest bytes, where a file comes with it */
    sent(route: Described & { takes: { schema: z.ZodType; example: unknown } }, largest?: number) {
      const { takes, ...rest } = route
      return [
        described({ ...rest, problems: [...BODY_PROBLEMS, ...(rest.problems ?? [])] }, takes),
        needsToken,
        noQuery,
        ...takesBody(takes.schema, largest),
      ] as const
    },
  }
}
