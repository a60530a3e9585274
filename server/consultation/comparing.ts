/** Two versions of a draft side by side: each passage, and each word of those that changed. */
import * as versions from '#db/consultation/versions.ts'
import type { BlockTextRow, DraftVersionRow } from '#db/consultation/tables.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { namesOf, type PassageName } from './passage-names.ts'
import { diffTexts, type WordChange } from './word-diff.ts'

export type PassageChange = 'same' | 'changed' | 'renumbered' | 'added' | 'removed'

/** As it is called now; a removed one as it was. */
export interface ComparedPassage extends PassageName {
  blockId: string
  what: PassageChange
  kind: BlockTextRow['kind']
  /** How it was numbered, where that changed. */
  labelBefore: string | null
  words: WordChange[]
}

export interface PublicVersion {
  number: number
  note: string
  publishedAt: string
}

export interface Comparison {
  from: PublicVersion
  to: PublicVersion
  passages: ComparedPassage[]
  counts: Record<PassageChange, number>
}

/** Published versions by their number. */
export async function listPublicVersions({ db }: Pick<Scope, 'db'>, consultationId: string): Promise<PublicVersion[]> {
  return (await versions.listVersions(db, consultationId)).flatMap((version) => publicVersion(version) ?? [])
}

/**
 * Between two published versions; without numbers, the last with the one before it. Undefined while there are fewer than
 * two. @throws Refused not-found for a number that none has
 */
export async function compareVersions(
  { db }: Pick<Scope, 'db'>,
  consultationId: string,
  wanted: { from?: number | undefined; to?: number | undefined } = {},
): Promise<Comparison | undefined> {
  const all = (await versions.listVersions(db, consultationId)).filter(({ publishedAt }) => publishedAt !== null)
  if (all.length < 2) return undefined
  const to = numbered(all, wanted.to ?? all.at(-1)?.number ?? 0)
  const from = numbered(all, wanted.from ?? to.number - 1)
  const [before, after] = [await versions.listBlocks(db, from.id), await versions.listBlocks(db, to.id)]
  return { from: shown(from), to: shown(to), ...compareBlocks(before, after) }
}

/** What would change if what is being written were published now; undefined where nothing is. */
export async function compareWritten(
  { db }: Pick<Scope, 'db'>,
  consultationId: string,
): Promise<Pick<Comparison, 'passages' | 'counts'> | undefined> {
  const all = await versions.listVersions(db, consultationId)
  const open = all.find(({ publishedAt }) => publishedAt === null)
  if (!open) return undefined
  const last = all.findLast(({ publishedAt }) => publishedAt !== null)
  const before = last ? await versions.listBlocks(db, last.id) : []
  return compareBlocks(before, await versions.listBlocks(db, open.id))
}

/** In the order of the newer one; what was removed stands behind what came before it. */
export function compareBlocks(before: BlockTextRow[], after: BlockTextRow[]): Pick<Comparison, 'passages' | 'counts'> {
  const old = new Map(before.map((block) => [block.blockId, block]))
  const staying = new Set(after.map(({ blockId }) => blockId))
  const [oldNames, names] = [namesOf(before), namesOf(after)]
  const passages = after.map((block, index) => comparePassage(old.get(block.blockId), block, names[index]))
  for (const [index, block] of before.entries()) {
    if (staying.has(block.blockId)) continue
    const previous = before[index - 1]?.blockId
    const at = passages.findIndex(({ blockId }) => blockId === previous)
    passages.splice(at + 1, 0, removedPassage(block, oldNames[index]))
  }
  const counts = { same: 0, changed: 0, renumbered: 0, added: 0, removed: 0 }
  for (const { what } of passages) counts[what] += 1
  return { passages, counts }
}

function comparePassage(
  old: BlockTextRow | undefined,
  block: BlockTextRow,
  named: PassageName = NAMELESS,
): ComparedPassage {
  const { blockId, kind, label, text } = block
  const words = diffTexts(old?.text ?? '', text)
  if (!old) return { blockId, what: 'added', kind, ...named, labelBefore: null, words }
  const labelBefore = old.label === label ? null : old.label
  const what = old.text !== text ? 'changed' : labelBefore === null && old.kind === kind ? 'same' : 'renumbered'
  return { blockId, what, kind, ...named, labelBefore, words }
}

function removedPassage({ blockId, kind, text }: BlockTextRow, named: PassageName = NAMELESS): ComparedPassage {
  return { blockId, what: 'removed', kind, ...named, labelBefore: null, words: diffTexts(text, '') }
}

const NAMELESS: PassageName = { label: '', name: { id: '', en: '' } }

function numbered(all: DraftVersionRow[], number: number): DraftVersionRow {
  const found = all.find((version) => version.number === number)
  if (!found) throw new Refused('not-found')
  return found
}

function publicVersion({ number, note, publishedAt }: DraftVersionRow): PublicVersion | undefined {
  return publishedAt === null ? undefined : { number, note, publishedAt }
}

function shown({ number, note, publishedAt }: DraftVersionRow): PublicVersion {
  return { number, note, publishedAt: publishedAt ?? '' }
}
