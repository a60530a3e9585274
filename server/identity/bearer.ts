/** A machine's token, read once for all of the API. No cookie is: nobody's session can be made to act here. */
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from '../api.ts'
import { problem } from '../problem.ts'
import { actorOfToken } from './machine-tokens.ts'

/** A token that doesn't hold is refused everywhere, so that its owner learns of it; other schemes are none of ours. */
export const actByToken = createMiddleware<ApiEnv>(async function actByToken(c, next) {
  const token = /^Bearer +(\S*) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === undefined) return next()
  const scope = c.get('scope')
  const actor = await actorOfToken(scope, token)
  if (!actor) return problem(c, 'bad-token', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })
  c.set('scope', { ...scope, actor })
  return next()
})
