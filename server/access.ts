/**
 * Who may do what where: rules as data. Pure: imports nothing but types.
 * A role is held in a place (portal, region, institution with what is below it, or unit) and reaches all that lies in it.
 */
import type { Role, ScopeKind } from '#db/identity/tables.ts'

export interface Actor {
  accountId: string
  name: string
  grants: Grant[]
  /** Set when a machine acts for the account. `made`: by another token, not by a person. */
  token?: { id: string; expiresAt: string; made: boolean }
}

export interface Grant {
  role: Role
  scopeKind: ScopeKind
  /** Region code, institution path or unit id; null for the portal. */
  scopeId: string | null
}

/** Where a thing lies. What has no unit of its own leaves the narrower parts out. */
export interface Place {
  regionCode?: string
  institutionPath?: string
  unitId?: string
}

/** Each action and the roles that may do it in their own place. */
export const ACTIONS = {
  'portal.administer': ['admin'],
  'directory.edit': ['admin'],
  'directory.keep': ['officer', 'admin'],
  'account.invite': ['admin'],
  'account.see': ['admin', 'auditor'],
  'survey.draft': ['officer', 'admin'],
  'survey.see': ['officer', 'publisher', 'auditor', 'admin'],
  'survey.import': ['officer', 'admin'],
  /** Prints sheets, enters what was filled in on them, and voids an entry. */
  'survey.enter': ['officer', 'admin'],
  'survey.hand-in': ['officer', 'admin'],
  'survey.publish': ['publisher'],
  'survey.export': ['officer', 'publisher', 'auditor', 'admin'],
  /** Writes commitments down and takes their steps. */
  'commitment.keep': ['officer', 'admin'],
  /** Sets a consultation up, writes its draft, announces it and moves its dates. */
  'consultation.keep': ['officer', 'admin'],
  'consultation.see': ['officer', 'publisher', 'moderator', 'auditor', 'admin'],
  /** Enters inputs from paper, a desk or a meeting. */
  'consultation.enter': ['officer', 'admin'],
  /** Erases a writer's personal data when they ask for it. */
  'consultation.erase': ['admin'],
  'consultation.answer': ['officer', 'publisher', 'admin'],
  'consultation.close': ['publisher'],
  /** Enters policies in the register, corrects and explains them, and records what happens to them. */
  'policy.keep': ['officer', 'admin'],
  'policy.evaluate': ['officer', 'admin'],
  /** Plans meetings, invites to them, announces and moves them. */
  'meeting.keep': ['officer', 'admin'],
  'meeting.see': ['officer', 'publisher', 'moderator', 'auditor', 'admin'],
  /** Records who comes, at the desk. */
  'meeting.attend': ['officer', 'moderator', 'admin'],
  /** Chairs and takes the minutes: opens, writes down, puts texts, closes. */
  'meeting.minute': ['officer', 'moderator', 'admin'],
  /** Takes the signed record in, which locks it. */
  'meeting.sign': ['officer', 'publisher', 'admin'],
  /** Reads the full list of who came; each look is recorded. */
  'meeting.names': ['officer', 'auditor', 'admin'],
  'ledger.audit': ['auditor', 'admin'],
  'moderation.judge': ['moderator', 'admin'],
  'moderation.see': ['moderator', 'auditor', 'admin'],
  /** Opens what stands under a cover; each look is recorded. */
  'moderation.open-original': ['auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof ACTIONS

export function may(actor: Actor | null, action: Action, place: Place): boolean {
  const roles: readonly Role[] = ACTIONS[action]
  return actor?.grants.some((grant) => roles.includes(grant.role) && reaches(grant, place)) ?? false
}

/** Whether the actor may do it anywhere at all: for showing a menu, never for letting an act through. */
export function mayAnywhere(actor: Actor | null, action: Action): boolean {
  const roles: readonly Role[] = ACTIONS[action]
  return actor?.grants.some((grant) => roles.includes(grant.role)) ?? false
}

/** Where the actor may do it, as a list is held to it. */
export function grantedPlaces(actor: Actor | null, action: Action) {
  const roles: readonly Role[] = ACTIONS[action]
  const grants = (actor?.grants ?? []).filter((grant) => roles.includes(grant.role))
  const ids = (kind: ScopeKind) =>
    grants.flatMap(({ scopeKind, scopeId }) => (scopeKind === kind && scopeId ? [scopeId] : []))
  return {
    everywhere: grants.some(({ scopeKind }) => scopeKind === 'portal'),
    regionCodes: ids('region'),
    institutionPaths: ids('institution'),
    unitIds: ids('unit'),
  }
}

/** Kemendagri codes nest: what is coded 15.08.03 lies in 15.08. Paths of institutions nest by their closing "/". */
export function reaches(grant: Grant, place: Place): boolean {
  if (grant.scopeKind === 'portal') return true
  const { scopeId } = grant
  if (!scopeId) return false
  switch (grant.scopeKind) {
    case 'region':
      return place.regionCode === scopeId || (place.regionCode?.startsWith(`${scopeId}.`) ?? false)
    case 'institution':
      return scopeId.endsWith('/') && (place.institutionPath?.startsWith(scopeId) ?? false)
    case 'unit':
      return place.unitId === scopeId
  }
}
