/** Versions of a draft and the passages in each. */
import type { Database } from '../database.ts'
import type { BlockTextRow, DraftVersionRow } from './tables.ts'

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
