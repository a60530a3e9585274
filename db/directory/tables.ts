/** Regions (Kemendagri codes), the institution tree, service units and the services they give. */
import type { Selectable } from 'kysely'

export interface DirectoryTables {
  region: RegionTable
  regionWeight: RegionWeightTable
  institution: InstitutionTable
  unit: UnitTable
  service: ServiceTable
}

export type RegionKind = 'kecamatan' | 'kabupaten' | 'kota' | 'provinsi'
export type TimeZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
export type InstitutionKind =
  'agency' | 'technical_unit' | 'health_centre' | 'school' | 'ward' | 'village_government' | 'village_council' | 'other'

export interface RegionTable {
  code: string
  slug: string
  name: string
  kind: RegionKind
  timezone: TimeZone
  /** JSON: names of what it lies in, widest first. */
  parents: string
  /** JSON: names of what lies in it. */
  areas: string
  population: number | null
  /** 1 = demonstration data, said so on every page. */
  sample: 0 | 1
}

/** Which weight policy a region has fixed for a year; a year without a row uses `exact`. */
export interface RegionWeightTable {
  regionCode: string
  year: number
  weight: string
}

export interface InstitutionTable {
  id: string
  slug: string
  regionCode: string
  parentId: string | null
  /** Ids from the root down to this one, joined and closed by "/": a prefix test answers "lies below". */
  path: string
  kind: InstitutionKind
  name: string
}

export interface UnitTable {
  id: string
  slug: string
  institutionId: string
  regionCode: string
  name: string
  sector: string
  address: string | null
  contact: string | null
}

export interface ServiceTable {
  id: string
  slug: string
  unitId: string
  name: string
  paid: 0 | 1
  standard: string | null
  contact: string | null
  complaintUrl: string
}

export type RegionRow = Selectable<RegionTable>
export type InstitutionRow = Selectable<InstitutionTable>
export type UnitRow = Selectable<UnitTable>
export type ServiceRow = Selectable<ServiceTable>
