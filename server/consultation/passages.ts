/** One passage of a draft as its page shows it. */
import { listPassages } from '#db/consultation/passages.ts'
import { listBlocks } from '#db/consultation/versions.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { Locale } from '../paths.ts'
import type { InputPlace } from './input-lists.ts'
import { asHeading, namePassages, namesOf, type PassageName } from './passage-names.ts'

/** Characters of a passage that are enough to know it by. */
const BEGINNING = 60

export interface PassageView extends PassageName {
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
  const { name } = (await namePassages(db, consultation.id)).last(blockId) ?? { name: { id: label, en: label } }
  return {
    label,
    name,
    text,
    version: last.version,
    versionId,
    current: versionId === version?.id,
    seen: seen?.text ?? null,
  }
}

/** The passages of the latest version in their order, each by its name and how it begins. */
export async function listBlockNames(
  { db }: Pick<Scope, 'db'>,
  { version }: Pick<InputPlace, 'version'>,
  locale: Locale,
): Promise<{ blockId: string; name: string }[]> {
  if (!version) return []
  const blocks = await listBlocks(db, version.id)
  const names = namesOf(blocks)
  return blocks.map(({ blockId, text }, index) => {
    const begins = text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text
    return { blockId, name: [asHeading(names[index]?.name[locale] ?? ''), begins].filter(Boolean).join(' · ') }
  })
}
