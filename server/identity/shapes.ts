/** What the API takes and says of accounts, roles and tokens: chosen fields, never rows. */
import { z } from 'zod'
import type { AccountView, GrantView } from './accounts.ts'
import type { MachineTokenView } from './machine-tokens.ts'
import { LONGEST_DAYS } from './rules/machine-tokens.ts'
import { ROLES, SCOPE_KINDS } from './schema.ts'

const role = z.enum(ROLES)
const scopeKind = z.enum(SCOPE_KINDS)
const scopeName = z.string().nullable().meta({ description: 'What the place is called; null for the whole portal.' })
const placeFields = {
  role: z.enum(ROLES, 'choose'),
  scopeKind: z.enum(SCOPE_KINDS, 'choose'),
  scopeId: z
    .string('text')
    .nullish()
    .meta({ description: 'Region code, institution id or unit id; nothing for the whole portal.' }),
}

export const ownGrantsShape = z
  .strictObject({
    accountId: z.string(),
    name: z.string(),
    grants: z
      .array(z.strictObject({ role, scopeKind, scopeId: z.string().nullable() }))
      .meta({ description: 'What the token may still do; empty when its account lost the role.' }),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OwnAccount' })

export const tokenShape = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role,
    scopeKind,
    scopeName,
    expiresAt: z.iso.datetime(),
    lastUsedOn: z.iso.date().nullable().meta({ description: 'In Asia/Jakarta; null when it was never used.' }),
  })
  .meta({ id: 'MachineToken' })

export const newTokenShape = z
  .strictObject({ token: z.string().meta({ description: 'Shown this once.' }), made: tokenShape })
  .meta({ id: 'NewMachineToken' })

export const tokenBody = z
  .strictObject({
    name: z.string('required').meta({ description: 'What it is used for, 2 to 80 characters.' }),
    ...placeFields,
    days: z
      .int('number')
      .min(1, 'number')
      .max(LONGEST_DAYS, 'days-too-many')
      .meta({ description: 'How long it holds.' }),
  })
  .meta({ id: 'MachineTokenWish' })

export const accountShape = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    state: z.enum(['active', 'invited', 'disabled']),
    grants: z.array(
      z.strictObject({
        id: z.string(),
        role,
        scopeKind,
        scopeName,
        firstDay: z.iso.date().nullable().meta({ description: 'As its place counts days; null has no such limit.' }),
        lastDay: z.iso.date().nullable(),
        state: z.enum(['coming', 'held', 'ended']),
        mayRevoke: z.boolean(),
      }),
    ),
    mayManage: z.boolean().meta({ description: 'Whether all of its roles lie in places that one administers.' }),
  })
  .meta({ id: 'Account' })

export const invitationBody = z
  .strictObject({
    email: z.string('required'),
    name: z.string('required'),
    ...placeFields,
    firstDay: z
      .string('day')
      .nullish()
      .meta({ description: 'Inclusive, as the place counts its days; no limit without it.' }),
    lastDay: z.string('day').nullish(),
  })
  .meta({ id: 'InvitationWish' })

export const invitationShape = z
  .strictObject({
    accountId: z.string(),
    email: z.string(),
    link: z.string().nullable().meta({
      description: 'Path of the link to set a password, to be passed on; null when the account has one already.',
    }),
  })
  .meta({ id: 'Invitation' })

export function showToken({ id, name, role, scopeKind, scopeName, expiresAt, lastUsedOn }: MachineTokenView) {
  return { id, name, role, scopeKind, scopeName, expiresAt, lastUsedOn }
}

export function showAccount({ id, email, name, state, grants, mayManage }: AccountView) {
  return { id, email, name, state, grants: grants.map(showGrant), mayManage }
}

function showGrant({ id, role, scopeKind, scopeName, firstDay, lastDay, state, mayRevoke }: GrantView) {
  return { id, role, scopeKind, scopeName, firstDay, lastDay, state, mayRevoke }
}
