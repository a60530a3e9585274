/** Which passage of the published version each written one was taken for, and another pairing where that was wrong. */
import * as versions from '#db/consultation/versions.ts'
import type { BlockTextRow } from '#db/consultation/tables.ts'
import type { Database, Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import type { Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { compareBlocks, type PassageChange } from './comparing.ts'
import { getConsultationFor } from './consultations.ts'
import { namesOf, type PassageName } from './passage-names.ts'

/** Characters of a passage that are enough to know it by. */
const BEGINNING = 80

export interface WrittenMatch {
  blockId: string
  name: PassageName['name']
  begins: string
  what: Exclude<PassageChange, 'removed'>
  /** What it is taken to go on; null for one that counts as new. */
  before: PassageName['name'] | null
  /** Inputs that come with it. */
  inputs: number
}

export interface OldPassage {
  blockId: string
  name: PassageName['name']
  begins: string
  /** Whether a written passage goes on it. One that none goes on leaves its inputs in the tray. */
  goesOn: boolean
  inputs: number
}

export interface Matches {
  written: WrittenMatch[]
  old: OldPassage[]
}

/** Undefined where nothing is being written, or nothing was published before it. */
export async function listMatches({ db }: Pick<Scope, 'db'>, consultationId: string): Promise<Matches | undefined> {
  const { old, written } = await bothVersions(db, consultationId)
  if (!old || !written) return undefined
  const counts = await versions.countInputsByBlock(db, consultationId)
  const oldNames = namesOf(old).map(({ name }) => name)
  const names = new Map(old.map(({ blockId }, index) => [blockId, oldNames[index] ?? null]))
  const whats = new Map(compareBlocks(old, written).passages.map(({ blockId, what }) => [blockId, what]))
  const staying = new Set(written.map(({ blockId }) => blockId))
  const known = ({ blockId, text }: BlockTextRow) => ({
    blockId,
    begins: text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text,
    inputs: counts.get(blockId) ?? 0,
  })
  const writtenNames = namesOf(written).map(({ name }) => name)
  return {
    written: written.map((block, index) => ({
      ...known(block),
      name: writtenNames[index] ?? NAMELESS,
      what: (whats.get(block.blockId) ?? 'added') as WrittenMatch['what'],
      before: names.get(block.blockId) ?? null,
    })),
    old: old.map((block, index) => ({
      ...known(block),
      name: oldNames[index] ?? NAMELESS,
      goesOn: staying.has(block.blockId),
    })),
  }
}

const NAMELESS = { id: '', en: '' }

/**
 * Says that a written passage goes on another one, or (`old` empty) that it is new. A passage that went on that one so
 * far counts as new from now on. Issues: block, old: unknown. @throws Refused conflict with nothing to match, once closed
 */
export async function correctMatch(
  scope: Scope,
  slug: string,
  { block, old }: { block: string; old: string },
): Promise<Outcome<object>> {
  return transaction(scope, async (inner): Promise<Outcome<object>> => {
    const row = await getConsultationFor(inner, slug, 'consultation.keep')
    if (row.closedAt) throw new Refused('conflict', 'consultation-closed')
    const both = await bothVersions(inner.db, row.id)
    if (!both.old || !both.written || !both.versionId) throw new Refused('conflict', 'no-draft')
    const known = new Set(both.old.map(({ blockId }) => blockId))
    const values = { block, old }
    if (!both.written.some(({ blockId }) => blockId === block))
      return { ok: false, issues: { block: 'unknown' }, values }
    if (old !== '' && !known.has(old)) return { ok: false, issues: { old: 'unknown' }, values }
    const idOf = (blockId: string) => {
      if (blockId === block) return old === '' ? newId() : old
      return blockId === old ? newId() : blockId
    }
    const blocks = both.written.map((one) => ({ ...one, blockId: idOf(one.blockId) }))
    await store(inner, { consultationId: row.id, versionId: both.versionId }, blocks, known)
    return { ok: true }
  })
}

async function store(
  { db }: Scope<Transaction>,
  at: { consultationId: string; versionId: string },
  blocks: BlockTextRow[],
  known: Set<string>,
): Promise<void> {
  const fresh = blocks.map(({ blockId }) => blockId).filter((blockId) => !known.has(blockId))
  await versions.replaceBlocks(db, at, blocks, fresh)
}

async function bothVersions(db: Database, consultationId: string) {
  const all = await versions.listVersions(db, consultationId)
  const open = all.find(({ publishedAt }) => publishedAt === null)
  const before = all.findLast(({ publishedAt }) => publishedAt !== null)
  return {
    versionId: open?.id,
    old: before && (await versions.listBlocks(db, before.id)),
    written: open && (await versions.listBlocks(db, open.id)),
  }
}
