import type { Place } from '../access.ts'

/** Where a consultation lies, for `may`: with one responsible unit in that unit, else in the institution. */
export function placeOf(consultation: {
  regionCode: string
  institutionPath: string | null
  unitIds: readonly string[]
}): Place {
  const { regionCode, institutionPath, unitIds } = consultation
  const [unitId, ...others] = unitIds
  return {
    regionCode,
    ...(institutionPath === null ? {} : { institutionPath }),
    ...(unitId === undefined || others.length > 0 ? {} : { unitId }),
  }
}
