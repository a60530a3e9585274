/** Passages through the versions that were published. */
import type { Database } from '../database.ts'
import type { BlockKind } from './tables.ts'

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

/** What a passage is and how it is numbered: enough to name it by. */
export interface OutlineRow {
  versionId: string
  version: number
  blockId: string
  kind: BlockKind
  label: string
}

/** Each published version in the order of the draft, the oldest first. */
export function listOutlines(db: Database, consultationId: string): Promise<OutlineRow[]> {
  return db
    .selectFrom('blockText')
    .innerJoin('draftVersion', 'draftVersion.id', 'blockText.versionId')
    .select(['blockText.versionId', 'draftVersion.number as version', 'blockText.blockId'])
    .select(['blockText.kind', 'blockText.label'])
    .where('draftVersion.consultationId', '=', consultationId)
    .where('draftVersion.publishedAt', 'is not', null)
    .orderBy('draftVersion.number')
    .orderBy('blockText.position')
    .execute()
}
