import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type {
  GroupSetAsideTable,
  StakeholderGroupChangeRow,
  StakeholderGroupChangeTable,
  StakeholderGroupRow,
  StakeholderGroupTable,
} from './tables.ts'

/** The portal's own list and, with a region, what that adds to it; retired ones too, in their order. */
export function listStakeholderGroups(db: Database, regionCode: string | null): Promise<StakeholderGroupRow[]> {
  return db
    .selectFrom('stakeholderGroup')
    .selectAll()
    .where((eb) => eb.or([eb('regionCode', 'is', null), eb('regionCode', '=', regionCode)]))
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export function listStakeholderGroupsByIds(db: Database, ids: string[]): Promise<StakeholderGroupRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.selectFrom('stakeholderGroup').selectAll().where('id', 'in', ids).execute()
}

export function findStakeholderGroup(db: Database, id: string): Promise<StakeholderGroupRow | undefined> {
  return db.selectFrom('stakeholderGroup').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertStakeholderGroup(db: Transaction, group: Insertable<StakeholderGroupTable>): Promise<void> {
  await db.insertInto('stakeholderGroup').values(group).execute()
}

export async function updateStakeholderGroup(
  db: Transaction,
  id: string,
  change: Updateable<StakeholderGroupTable>,
): Promise<void> {
  await db.updateTable('stakeholderGroup').set(change).where('id', '=', id).execute()
}

/** The portal's groups that a region doesn't ask, each with the day since when. */
export async function listSetAside(db: Database, regionCode: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('groupSetAside').selectAll().where('regionCode', '=', regionCode).execute()
  return new Map(rows.map(({ groupId, since }) => [groupId, since]))
}

export async function setAside(db: Transaction, aside: Insertable<GroupSetAsideTable>): Promise<void> {
  await db.insertInto('groupSetAside').values(aside).execute()
}

export async function takeBack(db: Transaction, regionCode: string, groupId: string): Promise<void> {
  await db.deleteFrom('groupSetAside').where('regionCode', '=', regionCode).where('groupId', '=', groupId).execute()
}

export async function insertGroupChange(
  db: Transaction,
  change: Insertable<StakeholderGroupChangeTable>,
): Promise<void> {
  await db.insertInto('stakeholderGroupChange').values(change).execute()
}

/** Changes of one list, the latest first, each with the names the group bears now and who changed it. */
export function listGroupChanges(
  db: Database,
  regionCode: string | null,
  limit: number,
): Promise<(StakeholderGroupChangeRow & { nameId: string; nameEn: string })[]> {
  return db
    .selectFrom('stakeholderGroupChange as change')
    .innerJoin('stakeholderGroup as named', 'named.id', 'change.groupId')
    .selectAll('change')
    .select(['named.nameId', 'named.nameEn'])
    .where('change.regionCode', regionCode === null ? 'is' : '=', regionCode)
    .orderBy('change.at', 'desc')
    .orderBy('change.id')
    .limit(limit)
    .execute()
}
