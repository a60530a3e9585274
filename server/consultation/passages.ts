/** One passage of a draft as its page shows it. */
import { listPassages } from '#db/consultation/passages.ts'
import { listBlocks } from '#db/consultation/versions.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { InputPlace } from './input-lists.ts'

/** Characters of a passage that are enough to know it by. */
const BEGINNING = 60

export interface PassageView {
  /** As the draft numbers it; empty where it doesn't. */
  label: string
  text: string
  /** Number and id of the version that this is the text of. */
  version: number
  versionId: string
  /** Whether the latest version has it. */
  current: boolean
  /** What it said in the version that a writer read. */
  seen: string | null
}

/** @throws Refused not-found */
export async function getPassage(
  { db }: Pick<Scope, 'db'>,
  { consultation, version }: Pick<InputPlace, 'consultation' | 'version'>,
  blockId: string,
  seenVersion?: string,
): Promise<PassageView> {
  const texts = await listPassages(db, consultation.id, [blockId])
  const last = texts.at(-1)
  if (!last) throw new Refused('not-found')
  const seen = texts.find(({ versionId }) => versionId === seenVersion)
  const { label, text, versionId } = last
  return { label, text, version: last.version, versionId, current: versionId === version?.id, seen: seen?.text ?? null }
}

/** The passages of the latest version in their order, each by its label and how it begins. */
export async function listBlockNames(
  { db }: Pick<Scope, 'db'>,
  { version }: Pick<InputPlace, 'version'>,
): Promise<{ blockId: string; name: string }[]> {
  if (!version) return []
  const blocks = await listBlocks(db, version.id)
  return blocks.map(({ blockId, label, text }) => {
    const begins = text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text
    return { blockId, name: [label, begins].filter(Boolean).join(' · ') }
  })
}
