/** The draft as everyone reads it now, with how much was said of each passage. */
import * as versions from '#db/consultation/versions.ts'
import type { BlockKind, BlockTextRow } from '#db/consultation/tables.ts'
import type { Scope } from '../scope.ts'
import type { PublicVersion } from './comparing.ts'
import { namePassages, type PassageName } from './passage-names.ts'
import { placeBlocks } from './rules/citation.ts'

export interface Passage {
  blockId: string
  kind: BlockKind
  label: string
  text: string
  /** For setting it in, from 0. */
  depth: number
  /** Inputs received, also those that moderation keeps from sight. */
  inputs: number
}

/** A passage that inputs speak of and the draft no longer has. */
export interface GonePassage extends Omit<Passage, 'depth'> {
  /** The last version that had it, and what it was called there. */
  version: number
  name: PassageName['name']
}

export interface Draft {
  /** By their number; the last is the one that is shown. */
  versions: PublicVersion[]
  passages: Passage[]
  gone: GonePassage[]
  /** On the whole rather than on one passage. */
  inputsOnWhole: number
}

/** Undefined before the first version. Four queries, however long the draft. */
export async function getDraft({ db }: Pick<Scope, 'db'>, consultationId: string): Promise<Draft | undefined> {
  const published = (await versions.listVersions(db, consultationId)).filter(({ publishedAt }) => publishedAt !== null)
  const current = published.at(-1)
  if (!current) return undefined
  const blocks = await versions.listBlocks(db, current.id)
  const counts = await versions.countInputsByBlock(db, consultationId)
  const gone = published.length > 1 ? await versions.listGoneBlocks(db, consultationId, current.id) : []
  const names = gone.length > 0 ? await namePassages(db, consultationId) : undefined
  return {
    versions: published.map(({ number, note, publishedAt }) => ({ number, note, publishedAt: publishedAt ?? '' })),
    passages: passagesOf(blocks, counts),
    gone: gone.map(({ blockId, kind, label, text, number }) => ({
      blockId,
      kind,
      label,
      text,
      inputs: counts.get(blockId) ?? 0,
      version: number,
      name: names?.last(blockId)?.name ?? { id: label, en: label },
    })),
    inputsOnWhole: counts.get('') ?? 0,
  }
}

/** What is being written, for those who see the preview; else what was published. */
export async function getPreviewDraft(scope: Pick<Scope, 'db'>, consultationId: string): Promise<Draft | undefined> {
  const open = (await versions.listVersions(scope.db, consultationId)).at(-1)
  if (!open) return undefined
  const passages = passagesOf(await versions.listBlocks(scope.db, open.id), new Map())
  return { versions: [], passages, gone: [], inputsOnWhole: 0 }
}

function passagesOf(blocks: BlockTextRow[], counts: Map<string, number>): Passage[] {
  const placed = placeBlocks(blocks)
  return blocks.map(({ blockId, kind, label, text }, index) => ({
    blockId,
    kind,
    label,
    text,
    depth: placed[index]?.depth ?? 0,
    inputs: counts.get(blockId) ?? 0,
  }))
}
