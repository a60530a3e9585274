/**
 * Whom a consultation asks: the portal's list, and what a region adds to it or sets aside. Nothing is ever deleted: an input
 * that names a group goes on naming it.
 */
import { findRegionByCode } from '#db/directory/regions.ts'
import * as groups from '#db/directory/stakeholder-groups.ts'
import type { GroupChangeKind, RegionRow, StakeholderGroupRow } from '#db/directory/tables.ts'
import type { Database } from '#db/database.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'

export interface StakeholderGroup {
  id: string
  /** The same word in every region that has the group. */
  key: string
  name: { id: string; en: string }
}

/** A group as a list's keeper sees it. */
export interface KeptGroup extends StakeholderGroup {
  position: number
  version: number
  /** Whether it stands in this list, or in the portal's that this list begins with. */
  own: boolean
  /** Day since which this list doesn't offer it; null while it does. */
  offeredUntil: string | null
}

export interface GroupList {
  /** Null: the portal's own. */
  region: { code: string; slug: string; name: string; sample: boolean } | null
  groups: KeptGroup[]
  history: GroupHistory[]
}

export interface GroupHistory {
  at: string
  what: GroupChangeKind
  name: { id: string; en: string }
  /** Names before and after, where they changed. */
  before: string | null
  after: string | null
}

const SHOWN_CHANGES = 100

/** The groups that a region offers on a day (YYYY-MM-DD, in its zone), in their order. */
export async function listGroups(db: Database, regionCode: string, on: string): Promise<StakeholderGroup[]> {
  const rows = await groups.listStakeholderGroups(db, regionCode)
  const aside = await groups.listSetAside(db, regionCode)
  const ended = (day: string | null | undefined) => typeof day === 'string' && day <= on
  return rows.filter(({ id, retiredOn }) => !ended(retiredOn) && !ended(aside.get(id))).map(groupOf)
}

/** Groups by id, also those that are offered no more: to name what an input says of its writer. */
export async function findGroups(db: Database, ids: Iterable<string>): Promise<Map<string, StakeholderGroup>> {
  const rows = await groups.listStakeholderGroupsByIds(db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, groupOf(row)]))
}

/** A list with its history, for who keeps it up; `regionCode` null is the portal's. @throws Refused not-found, forbidden */
export async function getGroupList(scope: Scope, regionCode: string | null): Promise<GroupList> {
  const region = await regionOfList(scope, regionCode)
  const rows = await groups.listStakeholderGroups(scope.db, regionCode)
  const aside = regionCode === null ? new Map<string, string>() : await groups.listSetAside(scope.db, regionCode)
  const listed = rows.filter((row) => row.regionCode === regionCode || row.retiredOn === null)
  const history = await groups.listGroupChanges(scope.db, regionCode, SHOWN_CHANGES)
  return {
    region: region && { code: region.code, slug: region.slug, name: region.name, sample: region.sample === 1 },
    groups: listed.map((row) => ({
      ...groupOf(row),
      position: row.position,
      version: row.version,
      own: row.regionCode === regionCode,
      offeredUntil: row.retiredOn ?? aside.get(row.id) ?? null,
    })),
    history: history.map(({ at, what, before, after, nameId, nameEn }) => {
      return { at, what, before, after, name: { id: nameId, en: nameEn } }
    }),
  }
}

/** Whether the actor keeps up a list; the portal's is kept by who administers the whole portal. */
export function keepsGroups(scope: Pick<Scope, 'actor'>, regionCode: string | null): boolean {
  if (regionCode === null) return may(scope.actor, 'portal.administer', {})
  return may(scope.actor, 'directory.edit', { regionCode })
}

/** @throws Refused not-found, forbidden */
export async function regionOfList(scope: Scope, regionCode: string | null): Promise<RegionRow | null> {
  const region = regionCode === null ? undefined : await findRegionByCode(scope.db, regionCode)
  if (regionCode !== null && !region) throw new Refused('not-found')
  if (!keepsGroups(scope, regionCode)) throw new Refused('forbidden')
  return region ?? null
}

export function groupOf({
  id,
  key,
  nameId,
  nameEn,
}: Pick<StakeholderGroupRow, 'nameId' | 'nameEn'> & { id: string; key: string }): StakeholderGroup {
  return { id, key, name: { id: nameId, en: nameEn } }
}
