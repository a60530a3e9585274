/** What everyone may know of a survey, as pages, files and the API say it. */
import type { PlacedSurveyRow } from '#db/survey/surveys.ts'
import type { Place } from '../access.ts'
import { placeOfUnit } from '../directory/place.ts'
import { daysBetween, type Zone } from '../directory/rules/days.ts'
import { surveyState, type SurveyState } from './rules/period.ts'
import type { WeightPolicy } from '../directory/rules/weight-policy.ts'

export interface SurveyFacts {
  /** Opaque; the subject of its entries in the ledger. */
  id: string
  slug: string
  shortCode: string
  title: string
  /** For example "Semester II 2026". */
  period: string
  year: number
  /** Both inclusive, in the region's zone: `2026-07-01`. */
  firstDay: string
  lastDay: string
  timezone: Zone
  /** Instants; the survey is open from the first up to, not including, the second. */
  startsAt: string
  endsAt: string
  openedAt: string | null
  publishedAt: string | null
  withdrawnAt: string | null
  handedIn: boolean
  state: SurveyState
  region: { code: string; slug: string; name: string; sample: boolean }
  institution: { name: string }
  unit: { slug: string; name: string; sector: string }
  service: { slug: string; name: string; paid: boolean } | null
  instrument: { key: string; version: number; hash: string }
  weight: WeightPolicy
  /** People served in the period, when known. */
  served: number | null
  sampleMode: 'formula' | 'table'
  showWhileOpen: boolean
  note: string | null
}

export function factsOf(row: PlacedSurveyRow, now: Date): SurveyFacts {
  const { serviceSlug, serviceName } = row
  return {
    id: row.id,
    slug: row.slug,
    shortCode: row.shortCode,
    title: row.title,
    period: row.period,
    year: row.year,
    ...daysBetween(row.startsAt, row.endsAt, row.timezone),
    timezone: row.timezone,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    openedAt: row.openedAt,
    publishedAt: row.publishedAt,
    withdrawnAt: row.withdrawnAt,
    handedIn: row.handedInAt !== null,
    state: surveyState(row, now),
    region: { code: row.regionCode, slug: row.regionSlug, name: row.regionName, sample: row.sample === 1 },
    institution: { name: row.institutionName },
    unit: { slug: row.unitSlug, name: row.unitName, sector: row.unitSector },
    service: serviceSlug && serviceName ? { slug: serviceSlug, name: serviceName, paid: row.servicePaid === 1 } : null,
    instrument: { key: row.instrumentKey, version: row.instrumentVersion, hash: row.instrumentHash },
    weight: row.weight as WeightPolicy,
    served: row.served,
    sampleMode: row.sampleMode,
    showWhileOpen: row.showWhileOpen === 1,
    note: row.note,
  }
}

/** Where a survey lies, for `may`. */
export function placeOf(row: PlacedSurveyRow): Place {
  return placeOfUnit({ id: row.unitId, regionCode: row.regionCode, institutionPath: row.institutionPath })
}
