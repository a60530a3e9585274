/** Passages as one speaks of them, in both languages: "Pasal 5 ayat (2) huruf a". */
import { listOutlines, type OutlineRow } from '#db/consultation/passages.ts'
import type { Database } from '#db/database.ts'
import type { Locale } from '../paths.ts'
import { consultation as english } from '../words/en/consultation.ts'
import { consultation as indonesian } from '../words/id/consultation.ts'
import { citeBlocks } from './rules/citation.ts'

export interface PassageName {
  /** As the draft numbers it, without what it lies in; empty where it has no number. */
  label: string
  name: Record<Locale, string>
}

export interface PassageNames {
  /** In the last version that has it. */
  last(blockId: string): PassageName | undefined
  /** In one version; where that has it no more, as it was last called. */
  in(versionId: string, blockId: string): PassageName | undefined
  /** Numbers of the published versions by their id. */
  versions: Map<string, number>
}

/** Of all published versions. One query; nothing is worked out before it is asked for. */
export async function namePassages(db: Database, consultationId: string): Promise<PassageNames> {
  const outlines = Map.groupBy(await listOutlines(db, consultationId), ({ versionId }) => versionId)
  const worked = new Map<string, Map<string, PassageName>>()
  const namesIn = (versionId: string): Map<string, PassageName> => {
    const known = worked.get(versionId) ?? namesById(outlines.get(versionId) ?? [])
    worked.set(versionId, known)
    return known
  }
  const latestFirst = [...outlines.keys()].reverse()
  const last = (blockId: string) => {
    for (const versionId of latestFirst) {
      const found = namesIn(versionId).get(blockId)
      if (found) return found
    }
    return undefined
  }
  return {
    last,
    in: (versionId, blockId) => namesIn(versionId).get(blockId) ?? last(blockId),
    versions: new Map([...outlines].map(([versionId, [first]]) => [versionId, first?.version ?? 0])),
  }
}

/** The names of a version's passages, in their order. */
export function namesOf(blocks: Parameters<typeof citeBlocks>[0]): PassageName[] {
  const [id, en] = [citeBlocks(blocks, indonesian.cite), citeBlocks(blocks, english.cite)]
  return blocks.map(({ label }, index) => ({ label, name: { id: id[index] ?? label, en: en[index] ?? label } }))
}

/** A name that begins a line: "Bagian ke-3". */
export function asHeading(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function namesById(blocks: OutlineRow[]): Map<string, PassageName> {
  const names = namesOf(blocks)
  return new Map(blocks.map(({ blockId }, index) => [blockId, names[index] ?? { label: '', name: { id: '', en: '' } }]))
}
