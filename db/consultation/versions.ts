/** Versions of a draft and the passages in each. */
import type { Updateable } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database } from '../database.ts'
import type { BlockTextRow, DraftVersionRow, DraftVersionTable } from './tables.ts'

const ROWS_AT_ONCE = 500

/** The version that people see now: the last one that was published. */
export function findPublishedVersion(db: Database, consultationId: string): Promise<DraftVersionRow | undefined> {
  return db
    .selectFrom('draftVersion')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('publishedAt', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** All versions by their number, also the one that is being written. */
export function listVersions(db: Database, consultationId: string): Promise<DraftVersionRow[]> {
  return db
    .selectFrom('draftVersion')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('number')
    .execute()
}

/** The passages of a version in the order of the draft. */
export function listBlocks(db: Database, versionId: string): Promise<BlockTextRow[]> {
  return db.selectFrom('blockText').selectAll().where('versionId', '=', versionId).orderBy('position').execute()
}

/** What a passage says in a version; undefined if that version doesn't have it. */
export function findBlockText(db: Database, versionId: string, blockId: string): Promise<BlockTextRow | undefined> {
  return db
    .selectFrom('blockText')
    .selectAll()
    .where('versionId', '=', versionId)
    .where('blockId', '=', blockId)
    .executeTakeFirst()
}

export async function insertVersion(db: Database, version: DraftVersionRow): Promise<void> {
  await db.insertInto('draftVersion').values(version).execute()
}

export async function updateVersion(db: Database, id: string, change: Updateable<DraftVersionTable>): Promise<void> {
  await db.updateTable('draftVersion').set(change).where('id', '=', id).execute()
}

/** Says whether it was still being written. */
export async function markPublished(
  db: Database,
  id: string,
  change: Pick<DraftVersionRow, 'note' | 'publishedAt' | 'publishedBy'>,
): Promise<boolean> {
  const result = await db
    .updateTable('draftVersion')
    .set(change)
    .where('id', '=', id)
    .where('publishedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Puts passages into a version that is being written, in the place of what it had; ids that are new become known. */
export async function replaceBlocks(
  db: Database,
  { consultationId, versionId }: { consultationId: string; versionId: string },
  blocks: Omit<BlockTextRow, 'versionId'>[],
  freshIds: string[],
): Promise<void> {
  const dropped = await db.deleteFrom('blockText').where('versionId', '=', versionId).returning('blockId').execute()
  const ids = dropped.map(({ blockId }) => blockId)
  for (const some of chunks(ids, ROWS_AT_ONCE)) {
    await db
      .deleteFrom('draftBlock')
      .where('id', 'in', some)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('blockText').select('blockId').whereRef('blockText.blockId', '=', 'draftBlock.id'))),
      )
      .execute()
  }
  for (const some of chunks(freshIds, ROWS_AT_ONCE)) {
    await db
      .insertInto('draftBlock')
      .values(some.map((id) => ({ id, consultationId })))
      .execute()
  }
  for (const some of chunks(blocks, ROWS_AT_ONCE)) {
    await db
      .insertInto('blockText')
      .values(some.map((block) => ({ versionId, ...block })))
      .execute()
  }
}

export async function deleteVersion(db: Database, id: string): Promise<void> {
  await db.deleteFrom('draftVersion').where('id', '=', id).execute()
}

/** How many inputs each passage has received; the whole's are under "". */
export async function countInputsByBlock(db: Database, consultationId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('input')
    .select(({ fn }) => ['blockId', fn.countAll<number | string>().as('count')])
    .where('consultationId', '=', consultationId)
    .groupBy('blockId')
    .execute()
  return new Map(rows.map(({ blockId, count }) => [blockId ?? '', Number(count)]))
}

/** Passages that inputs speak of and a version doesn't have, each as it last read, with the number of that version. */
export function listGoneBlocks(
  db: Database,
  consultationId: string,
  versionId: string,
): Promise<(BlockTextRow & { number: number })[]> {
  return db
    .selectFrom('blockText')
    .innerJoin('draftVersion', 'draftVersion.id', 'blockText.versionId')
    .selectAll('blockText')
    .select('draftVersion.number')
    .where('draftVersion.consultationId', '=', consultationId)
    .where('draftVersion.publishedAt', 'is not', null)
    .where(({ and, exists, not, selectFrom }) =>
      and([
        exists(
          selectFrom('input')
            .select('input.id')
            .where('input.consultationId', '=', consultationId)
            .whereRef('input.blockId', '=', 'blockText.blockId'),
        ),
        not(
          exists(
            selectFrom('blockText as now')
              .select('now.blockId')
              .where('now.versionId', '=', versionId)
              .whereRef('now.blockId', '=', 'blockText.blockId'),
          ),
        ),
        not(
          exists(
            selectFrom('blockText as later')
              .innerJoin('draftVersion as laterVersion', 'laterVersion.id', 'later.versionId')
              .select('later.blockId')
              .whereRef('later.blockId', '=', 'blockText.blockId')
              .where('laterVersion.publishedAt', 'is not', null)
              .whereRef('laterVersion.number', '>', 'draftVersion.number'),
          ),
        ),
      ]),
    )
    .orderBy('draftVersion.number')
    .orderBy('blockText.position')
    .execute()
}
