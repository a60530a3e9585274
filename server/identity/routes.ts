/** /api/v1/identity: the account behind a token and its tokens; for administrators the accounts in their places. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, takesQuery, type RouteDescription } from '../openapi.ts'
import { pageOf } from '../paging.ts'
import { answerOutcome, problem } from '../problem.ts'
import { disableAccount, enableAccount, listAccounts } from './accounts.ts'
import { getOwnGrants, listMachineTokens, makeMachineToken, revokeMachineToken } from './machine-tokens.ts'
import { inviteAccount, revokeRole } from './roles.ts'
import {
  accountShape,
  invitationBody,
  invitationShape,
  newTokenShape,
  ownGrantsShape,
  showAccount,
  showToken,
  tokenBody,
  tokenShape,
} from './shapes.ts'

const pageQuery = z.strictObject({ cursor: cursorQuery, limit: limitQuery })
const BODY_PROBLEMS = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid'] as const

const route = (description: Omit<RouteDescription, 'tag' | 'staff'>) =>
  describe({ tag: 'identity', staff: true, ...description, problems: ['bad-query', ...(description.problems ?? [])] })

export const identity = new Hono<ApiEnv>()
  .get(
    '/me',
    route({ summary: 'Who the token speaks for', says: 'Its account and what it may do.', gives: ownGrantsShape }),
    needsToken,
    noQuery,
    async (c) => c.json(await getOwnGrants(c.get('scope'))),
  )
  .get(
    '/tokens',
    route({
      summary: 'Tokens that this token made',
      description: 'Never the tokens themselves: they are shown once.',
      says: 'A page of tokens.',
      gives: listOf(tokenShape, 'MachineTokens'),
    }),
    needsToken,
    takesQuery(pageQuery),
    async (c) => {
      const { items, next } = pageOf(await listMachineTokens(c.get('scope')), ({ id }) => id, c.req.valid('query'))
      return c.json({ items: items.map(showToken), next })
    },
  )
  .post(
    '/tokens',
    route({
      summary: 'Make a narrower token',
      description:
        'Within the role and place of the token that asks, ending with it at the latest; a token made so makes none itself.',
      status: 201,
      says: 'Made; shown this once.',
      gives: newTokenShape,
      takes: {
        schema: tokenBody,
        example: { name: 'Antrean loket 2', role: 'officer', scopeKind: 'unit', scopeId: '…', days: 30 },
      },
      problems: [...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(tokenBody),
    async (c) => {
      const outcome = await makeMachineToken(c.get('scope'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ token, view }) => ({ token, made: showToken(view) }), 201)
    },
  )
  .delete(
    '/tokens/:id',
    route({
      summary: 'Revoke a token',
      description: 'One that this token made, or itself, with all that it made.',
      status: 204,
      says: 'Revoked.',
      params: { id: 'The token’s `id`.' },
      problems: ['not-found'],
    }),
    needsToken,
    noQuery,
    async (c) => {
      await revokeMachineToken(c.get('scope'), c.req.param('id'))
      return c.body(null, 204)
    },
  )
  .get(
    '/accounts',
    route({
      summary: 'Accounts of staff',
      description: 'With a role in a place whose accounts one may see, by address.',
      says: 'A page of accounts.',
      gives: listOf(accountShape, 'Accounts'),
    }),
    needsToken,
    takesQuery(pageQuery),
    async (c) => {
      const { items, next } = pageOf(await listAccounts(c.get('scope')), ({ id }) => id, c.req.valid('query'))
      return c.json({ items: items.map(showAccount), next })
    },
  )
  .post(
    '/invitations',
    route({
      summary: 'Give a role in a place',
      description:
        'To a new account or one that exists. A role that publishes or administers is given by a person on the page, not by a token.',
      status: 201,
      says: 'Given.',
      gives: invitationShape,
      takes: {
        schema: invitationBody,
        example: {
          email: 'petugas@contoh.go.id',
          name: 'Petugas Loket',
          role: 'officer',
          scopeKind: 'region',
          scopeId: '15.08',
        },
      },
      problems: [...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(invitationBody),
    async (c) => {
      const outcome = await inviteAccount(c.get('scope'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ invitation }) => invitation, 201)
    },
  )
  .delete(
    '/grants/:id',
    route({
      summary: 'Take a role back',
      description: 'Ends the sessions of its account.',
      status: 204,
      says: 'Taken back.',
      params: { id: 'The `id` of a grant in the list of accounts.' },
      problems: ['not-found', 'invalid'],
    }),
    needsToken,
    noQuery,
    async (c) => {
      const outcome = await revokeRole(c.get('scope'), c.req.param('id'))
      return outcome.ok ? c.body(null, 204) : problem(c, 'invalid', { issues: outcome.issues })
    },
  )
  .post(
    '/accounts/:id/disable',
    ...standing('Disable an account', 'Ends its sessions, links and tokens; its roles stay.'),
    async (c) => {
      const outcome = await disableAccount(c.get('scope'), c.req.param('id'))
      return outcome.ok ? c.body(null, 204) : problem(c, 'invalid', { issues: outcome.issues })
    },
  )
  .post(
    '/accounts/:id/enable',
    ...standing('Let a disabled account sign in again', 'Tokens that it had stay ended.'),
    async (c) => {
      const outcome = await enableAccount(c.get('scope'), c.req.param('id'))
      return outcome.ok ? c.body(null, 204) : problem(c, 'invalid', { issues: outcome.issues })
    },
  )

function standing(summary: string, description: string) {
  const params = { id: 'The account’s `id`.' }
  const says = 'Done.'
  const described = route({ summary, description, status: 204, says, params, problems: ['not-found', 'invalid'] })
  return [described, needsToken, noQuery] as const
}
