/** Passages as answers name them: by their id, through all versions. */
import { chunks } from '../chunks.ts'
import type { Database } from '../database.ts'

const IDS_AT_ONCE = 500

export interface NamedPassage {
  blockId: string
  versionId: string
  /** Number of the version. */
  version: number
  position: number
  label: string
  text: string
}

/** Each of these passages in each published version, the oldest first. */
export async function listPassagesThrough(
  db: Database,
  consultationId: string,
  ids: string[],
): Promise<NamedPassage[]> {
  const found: NamedPassage[] = []
  for (const some of chunks(ids, IDS_AT_ONCE)) {
    const rows = await db
      .selectFrom('blockText')
      .innerJoin('draftVersion', 'draftVersion.id', 'blockText.versionId')
      .select([
        'blockText.blockId',
        'blockText.versionId',
        'draftVersion.number as version',
        'blockText.position',
        'blockText.label',
        'blockText.text',
      ])
      .where('draftVersion.consultationId', '=', consultationId)
      .where('draftVersion.publishedAt', 'is not', null)
      .where('blockText.blockId', 'in', some)
      .orderBy('draftVersion.number')
      .orderBy('blockText.position')
      .execute()
    found.push(...rows)
  }
  return found
}

/** Those of the passages that belong to the consultation. */
export async function listOwnPassages(db: Database, consultationId: string, ids: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('draftBlock')
    .select('id')
    .where('consultationId', '=', consultationId)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id }) => id)
}
