/** The places in which a role can be held. */
import { findInstitutionById, listInstitutionChain } from '#db/directory/institutions.ts'
import { findRegionByCode } from '#db/directory/regions.ts'
import { findUnitById } from '#db/directory/units.ts'
import type { PlacedGrantRow } from '#db/identity/role-grants.ts'
import type { ScopeKind } from '#db/identity/tables.ts'
import { may, type Place } from '../access.ts'
import { listInstitutionsWhere } from '../directory/institutions.ts'
import { placeOfInstitution, placeOfUnit } from '../directory/place.ts'
import type { Zone } from '../directory/rules/days.ts'
import { listRegions } from '../directory/regions.ts'
import { listUnitsWhere } from '../directory/units.ts'
import type { Scope } from '../scope.ts'

/** What holds of the whole portal counts its days as the capital does. */
export const PORTAL_ZONE: Zone = 'Asia/Jakarta'

export interface FoundScope {
  /** As a grant keeps it: null, region code, institution path or unit id. */
  scopeId: string | null
  place: Place
  /** In which its days are counted. */
  zone: Zone
}

export interface ScopeChoice {
  /** For the field `scope` of an invitation. */
  value: string
  kind: ScopeKind
  /** Empty for the portal, which the words name. */
  name: string
}

/** Undefined when there is no such place. An institution may be named by its id or its path. */
export async function findScope(db: Scope['db'], kind: ScopeKind, id: string | null): Promise<FoundScope | undefined> {
  if (kind === 'portal') return { scopeId: null, place: {}, zone: PORTAL_ZONE }
  const found = id ? await findPlaced(db, kind, id) : undefined
  const region = found && (await findRegionByCode(db, found.place.regionCode ?? ''))
  return found && region && { ...found, zone: region.timezone }
}

async function findPlaced(db: Scope['db'], kind: ScopeKind, id: string): Promise<Omit<FoundScope, 'zone'> | undefined> {
  if (kind === 'region') return { scopeId: id, place: { regionCode: id } }
  if (kind === 'unit') {
    const unit = await findUnitById(db, id)
    return unit && { scopeId: id, place: placeOfUnit(unit) }
  }
  const institution = id.endsWith('/')
    ? (await listInstitutionChain(db, id)).find((one) => one.path === id)
    : await findInstitutionById(db, id)
  return institution && { scopeId: institution.path, place: placeOfInstitution(institution) }
}

/** Where a grant lies; for one at the portal that is nowhere narrower. */
export function placeOfGrant(grant: PlacedGrantRow): Place {
  return {
    regionCode: grant.regionCode ?? undefined,
    institutionPath: grant.institutionPath ?? undefined,
    unitId: grant.scopeKind === 'unit' ? (grant.scopeId ?? undefined) : undefined,
  }
}

/** The places in which the actor may give roles, the widest first. */
export async function listGrantableScopes(scope: Scope): Promise<ScopeChoice[]> {
  const choices: ScopeChoice[] = may(scope.actor, 'account.invite', {})
    ? [{ value: 'portal:', kind: 'portal', name: '' }]
    : []
  for (const { code, name } of await listRegions(scope)) {
    if (!may(scope.actor, 'account.invite', { regionCode: code })) continue
    choices.push({ value: `region:${code}`, kind: 'region', name })
  }
  for (const { id, name } of await listInstitutionsWhere(scope, 'account.invite')) {
    choices.push({ value: `institution:${id}`, kind: 'institution', name })
  }
  for (const { id, name } of await listUnitsWhere(scope, 'account.invite')) {
    choices.push({ value: `unit:${id}`, kind: 'unit', name })
  }
  return choices
}
