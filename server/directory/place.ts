import type { Place } from '../access.ts'

/** Where a unit lies, for `may`. */
export function placeOfUnit(unit: { id: string; regionCode: string; institutionPath: string }): Place {
  return { regionCode: unit.regionCode, institutionPath: unit.institutionPath, unitId: unit.id }
}

export function placeOfInstitution(institution: { regionCode: string; path: string }): Place {
  return { regionCode: institution.regionCode, institutionPath: institution.path }
}
