/** Passages through the versions that were published. */
import type { Database } from '../database.ts'

export interface PassageRow {
  blockId: string
  versionId: string
  version: number
  position: number
  kind: string
  label: string
  text: string
  textHash: string
}

/** What these passages of a consultation said in each published version that has them, oldest first. */
export function listPassages(db: Database, consultationId: string, blockIds: string[]): Promise<PassageRow[]> {
  return db
    .selectFrom('blockText')
    .innerJoin('draftVersion', 'draftVersion.id', 'blockText.versionId')
    .select(['blockText.blockId', 'blockText.versionId', 'draftVersion.number as version', 'blockText.position'])
    .select(['blockText.kind', 'blockText.label', 'blockText.text', 'blockText.textHash'])
    .where('draftVersion.consultationId', '=', consultationId)
    .where('draftVersion.publishedAt', 'is not', null)
    .where('blockText.blockId', 'in', blockIds)
    .orderBy('draftVersion.number')
    .execute()
}
