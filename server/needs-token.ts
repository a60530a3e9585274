/** Before a route for staff: who comes without a token is told to bring one. The use case checks what it may do. */
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from './api.ts'
import { problem } from './problem.ts'

export const needsToken = createMiddleware<ApiEnv>(async function needsToken(c, next) {
  return c.get('scope').actor ? next() : askForToken(c)
})

export function askForToken(c: Context<ApiEnv>): Response {
  return problem(c, 'not-signed-in', { headers: { 'www-authenticate': 'Bearer' } })
}
