import type { Place } from '../access.ts'

/** Where a meeting lies, for `may`. */
export function placeOf(meeting: { regionCode: string; institutionPath: string | null; unitId: string | null }): Place {
  const { regionCode, institutionPath, unitId } = meeting
  return {
    regionCode,
    ...(institutionPath === null ? {} : { institutionPath }),
    ...(unitId === null ? {} : { unitId }),
  }
}
