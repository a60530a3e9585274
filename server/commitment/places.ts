/** Who can own a commitment or a policy: a region, an institution or a unit, and those among them that the actor keeps. */
import { findInstitutionById } from '#db/directory/institutions.ts'
import { findRegionByCode, listRegions } from '#db/directory/regions.ts'
import { findUnitById } from '#db/directory/units.ts'
import { may, type Action, type Place } from '../access.ts'
import { listInstitutionsWhere } from '../directory/institutions.ts'
import { placeOfInstitution, placeOfUnit } from '../directory/place.ts'
import type { Zone } from '../directory/rules/days.ts'
import { listUnitsWhere } from '../directory/units.ts'
import type { Scope } from '../scope.ts'

export interface OwnerPlace {
  regionCode: string
  institutionId: string | null
  unitId: string | null
  timezone: Zone
  /** For `may`. */
  place: Place
}

/** Of `region:<code>`, `institution:<id>` or `unit:<id>`; undefined where there is none. */
export async function findOwner({ db }: Pick<Scope, 'db'>, text: string): Promise<OwnerPlace | undefined> {
  const [kind, id = ''] = text.split(':')
  if (kind === 'region') {
    const region = await findRegionByCode(db, id)
    const place = { regionCode: id }
    return region && { ...place, institutionId: null, unitId: null, timezone: region.timezone, place }
  }
  const unit = kind === 'unit' ? await findUnitById(db, id) : undefined
  const institution = unit ? undefined : await findInstitutionById(db, id)
  const thing = unit ?? institution
  const region = thing && (await findRegionByCode(db, thing.regionCode))
  if (!region) return undefined
  return {
    regionCode: region.code,
    institutionId: unit?.institutionId ?? institution?.id ?? null,
    unitId: unit?.id ?? null,
    timezone: region.timezone,
    place: unit ? placeOfUnit(unit) : institution ? placeOfInstitution(institution) : {},
  }
}

export interface OwnerChoice {
  /** As `findOwner` takes it. */
  value: string
  kind: 'region' | 'institution' | 'unit'
  name: string
  regionCode: string
}

/** Those for which the actor may do `action`: what a form offers to choose from. */
export async function listOwners(scope: Scope, action: Action): Promise<OwnerChoice[]> {
  const regions = (await listRegions(scope.db)).filter(({ code }) => may(scope.actor, action, { regionCode: code }))
  const institutions = await listInstitutionsWhere(scope, action)
  const units = await listUnitsWhere(scope, action)
  return [
    ...regions.map(({ code, name }) => choice('region', code, name, code)),
    ...institutions.map(({ id, name, regionCode }) => choice('institution', id, name, regionCode)),
    ...units.map(({ id, name, regionCode }) => choice('unit', id, name, regionCode)),
  ]
}

function choice(kind: OwnerChoice['kind'], id: string, name: string, regionCode: string): OwnerChoice {
  return { value: `${kind}:${id}`, kind, name, regionCode }
}
