import type { Database, Transaction } from '../database.ts'
import type { FollowerRow } from './tables.ts'

/** An address that asked before keeps its row; until it has confirmed, it is as if it asked now. */
export function insertFollower(db: Transaction, follower: FollowerRow): Promise<FollowerRow> {
  return db
    .insertInto('follower')
    .values(follower)
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'subjectId', 'email'])
        .doUpdateSet({ locale: follower.locale, askedAt: follower.askedAt }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function findFollower(db: Database, id: string): Promise<FollowerRow | undefined> {
  return db.selectFrom('follower').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findFollowerByToken(db: Database, tokenHash: string): Promise<FollowerRow | undefined> {
  return db.selectFrom('follower').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
}

export async function updateFollower(
  db: Database,
  id: string,
  change: Partial<Pick<FollowerRow, 'tokenHash' | 'confirmedAt'>>,
): Promise<void> {
  await db.updateTable('follower').set(change).where('id', '=', id).execute()
}

/** Those who confirmed. */
export function listFollowers(
  db: Database,
  { kind, id }: { kind: string; id: string },
): Promise<Pick<FollowerRow, 'id' | 'locale'>[]> {
  return db
    .selectFrom('follower')
    .select(['id', 'locale'])
    .where('kind', '=', kind)
    .where('subjectId', '=', id)
    .where('confirmedAt', 'is not', null)
    .orderBy('id')
    .execute()
}

export async function deleteFollower(db: Database, id: string): Promise<void> {
  await db.deleteFrom('follower').where('id', '=', id).execute()
}

/** Addresses that never said yes. */
export async function deleteUnconfirmedBefore(db: Database, askedBefore: string): Promise<void> {
  await db.deleteFrom('follower').where('confirmedAt', 'is', null).where('askedAt', '<', askedBefore).execute()
}
