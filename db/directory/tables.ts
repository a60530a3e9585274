/** Regions (Kemendagri codes), the institution tree, service units and the services they give. */
import type { Generated, Selectable } from 'kysely'

export interface DirectoryTables {
  region: RegionTable
  regionWeight: RegionWeightTable
  institution: InstitutionTable
  unit: UnitTable
  service: ServiceTable
  treeImport: TreeImportTable
  stakeholderGroup: StakeholderGroupTable
  groupSetAside: GroupSetAsideTable
  stakeholderGroupChange: StakeholderGroupChangeTable
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
  version: Generated<number>
}

/** Which weight policy a region has fixed for a year; a year without a row uses `exact`. */
export interface RegionWeightTable {
  regionCode: string
  year: number
  weight: string
}

/** What is kept up: who saves says which version was read. What is closed stays, with an instant and a word to residents. */
interface Kept {
  version: Generated<number>
  closedAt: string | null
  closedNote: string | null
}

export interface InstitutionTable extends Kept {
  id: string
  slug: string
  regionCode: string
  parentId: string | null
  /** Ids from the root down to this one, joined and closed by "/": a prefix test answers "lies below". */
  path: string
  kind: InstitutionKind
  name: string
  /** The region's own number for it, e.g. "1.02.01"; lists stand in its order. */
  code: string | null
}

export interface UnitTable extends Kept {
  id: string
  slug: string
  institutionId: string
  regionCode: string
  name: string
  sector: string
  address: string | null
  contact: string | null
  code: string | null
}

export interface ServiceTable extends Kept {
  id: string
  slug: string
  unitId: string
  name: string
  paid: 0 | 1
  /** In free text, as it was kept before its parts were. */
  standard: string | null
  /** JSON: text by part; parts that aren't stated are left out. */
  standardParts: string | null
  contact: string | null
  complaintUrl: string
}

/** One import of a region's tree: what it did, and whether it was undone. */
export interface TreeImportTable {
  id: string
  regionCode: string
  /** JSON: each thing it made or changed, with what was there before and the version it left behind. */
  steps: string
  added: number
  changed: number
  importedBy: string
  importedAt: string
  undoneBy: string | null
  undoneAt: string | null
}

/** Whom a consultation asks. Without a region it is the portal's own, and each region's list begins with it. */
export interface StakeholderGroupTable {
  id: string
  key: string
  nameId: string
  nameEn: string
  position: number
  regionCode: string | null
  /** A day; from then on it is offered no more, and what names it still does. */
  retiredOn: string | null
  version: Generated<number>
}

/** A region doesn't ask one of the portal's groups. */
export interface GroupSetAsideTable {
  regionCode: string
  groupId: string
  since: string
}

export type GroupChangeKind = 'added' | 'changed' | 'retired' | 'restored' | 'set-aside' | 'taken-back'

export interface StakeholderGroupChangeTable {
  id: string
  groupId: string
  /** Whose list it changed; null is the portal's. */
  regionCode: string | null
  what: GroupChangeKind
  /** Names before and after, where they changed. */
  before: string | null
  after: string | null
  byAccount: string
  at: string
}

export type StakeholderGroupRow = Selectable<StakeholderGroupTable>
export type StakeholderGroupChangeRow = Selectable<StakeholderGroupChangeTable>
export type TreeImportRow = Selectable<TreeImportTable>
export type RegionRow = Selectable<RegionTable>
export type InstitutionRow = Selectable<InstitutionTable>
export type UnitRow = Selectable<UnitTable>
export type ServiceRow = Selectable<ServiceTable>
