/** What may come in about accounts. Every message is an issue code, a key of the words `identity.issues`. */
import { z } from 'zod'
import type { Role, ScopeKind } from '#db/identity/tables.ts'
import { isDay } from '../directory/rules/days.ts'
import { LONGEST_DAYS } from './rules/machine-tokens.ts'

export const ROLES = ['officer', 'publisher', 'moderator', 'auditor', 'admin'] as const satisfies readonly Role[]
export const SCOPE_KINDS = ['portal', 'region', 'institution', 'unit'] as const satisfies readonly ScopeKind[]

/** An address as it is kept and compared: NFC, lower case, without spaces around it. */
export function plainEmail(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}

const email = z
  .string('required')
  .transform(plainEmail)
  .refine((text) => text.length <= 254 && /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/.test(text), 'email')
const name = z.string('required').trim().min(2, 'too-short').max(120, 'too-long')
/** A day of the calendar, or null where nothing is given. */
const optionalDay = z
  .string()
  .trim()
  .refine((text) => text === '' || isDay(text), 'day')
  .nullish()
  .transform((text) => text || null)

export const firstAdminSchema = z.object({ email, name })

/** A form sends kind and id in one field `scope`, "institution:<id>", as `listGrantableScopes` offers them. */
export const inviteSchema = z.preprocess(
  splitScope,
  z
    .object({
      email,
      name,
      role: z.enum(ROLES, 'choose'),
      scopeKind: z.enum(SCOPE_KINDS, 'choose'),
      /** Region code, institution id or path, unit id; empty for the portal. */
      scopeId: z
        .string()
        .max(2000, 'scope-unknown')
        .nullish()
        .transform((id) => id || null),
      /** Inclusive, as the place counts its days; null has no such limit. */
      firstDay: optionalDay,
      lastDay: optionalDay,
    })
    .refine(({ firstDay, lastDay }) => !firstDay || !lastDay || firstDay <= lastDay, {
      error: 'term-reversed',
      path: ['lastDay'],
    }),
)

/** `days`: how long it holds. Role and place as in an invitation; the form's field `grant` is "officer|region:15.08". */
export const machineTokenSchema = z.preprocess(
  splitGrant,
  z.object({
    name: z.string('required').trim().min(2, 'too-short').max(80, 'too-long'),
    role: z.enum(ROLES, 'choose'),
    scopeKind: z.enum(SCOPE_KINDS, 'choose'),
    scopeId: z
      .string()
      .max(2000, 'scope-unknown')
      .nullish()
      .transform((id) => id || null),
    days: z.coerce.number('number').int('number').min(1, 'number').max(LONGEST_DAYS, 'days-too-many'),
  }),
)

export const emailSchema = z.object({ email })

function splitScope(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('scope' in input) || typeof input.scope !== 'string')
    return input
  const [scopeKind, scopeId = ''] = input.scope.split(':')
  return { ...input, scopeKind, scopeId }
}

function splitGrant(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('grant' in input) || typeof input.grant !== 'string')
    return input
  const [role, scope = ''] = input.grant.split('|')
  return splitScope({ ...input, role, scope })
}

export type MachineTokenInput = { name: string; days: number | string } & (
  { role: string; scopeKind: string; scopeId?: string | null } | { grant: string }
)

export type InviteInput = { email: string; name: string; role: string; firstDay?: string; lastDay?: string } & (
  { scopeKind: string; scopeId?: string | null } | { scope: string }
)
