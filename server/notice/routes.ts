/** /api/v1/notice: what the portal sends by mail to the account behind a token. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery } from '../openapi.ts'
import { localeOf } from '../problem.ts'
import { getsHeads, subscribeToHeads, unsubscribeFromHeads } from './head-digest.ts'

const wishShape = z.strictObject({ wanted: z.boolean('choose') }).meta({ id: 'HeadsWish' })
const wish = { says: 'Whether it is sent.', gives: wishShape }

export const notice = new Hono<ApiEnv>()
  .get(
    '/heads',
    describe({
      tag: 'notice',
      staff: true,
      summary: 'Whether each day’s head is mailed',
      ...wish,
      problems: ['bad-query'],
    }),
    needsToken,
    noQuery,
    async (c) => c.json({ wanted: await getsHeads(c.get('scope')) }),
  )
  .put(
    '/heads',
    describe({
      tag: 'notice',
      staff: true,
      summary: 'Have each day’s head mailed, or no more',
      description: 'To the address of the account, in the language that is accepted.',
      ...wish,
      takes: { schema: wishShape, example: { wanted: true } },
      problems: ['bad-query', 'malformed-json', 'unsupported-media-type', 'too-large', 'invalid'],
    }),
    needsToken,
    noQuery,
    ...takesBody(wishShape),
    async (c) => {
      const scope = c.get('scope')
      const { wanted } = wishShape.parse(c.get('body'))
      if (wanted) await subscribeToHeads(scope, localeOf(c.req.header('accept-language')))
      else await unsubscribeFromHeads(scope)
      return c.json({ wanted })
    },
  )
