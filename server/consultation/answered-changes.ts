/** Beside each changed passage, the inputs that caused it. */
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { countSharing, listChangingOutcomes, listNumbersSharing } from '#db/consultation/outcomes.ts'
import { listPassagesThrough, type NamedPassage } from '#db/consultation/passages-answered.ts'
import type { OutcomeRow } from '#db/consultation/answer-tables.ts'
import type { Database } from '#db/database.ts'
import { namePassages, type PassageName, type PassageNames } from './passage-names.ts'

/** Answers that changed the text: more than a draft has passages, and few enough to be read. */
const MOST = 200
const NUMBERS_SHOWN = 30

export interface ChangedPassage extends PassageName {
  block: string
  /** The version in which it stands changed. */
  version: number
  /** What it said in the version before, or null where it is new; and what it says since, or null where it is gone. */
  before: string | null
  after: string | null
  causes: ChangeCause[]
}

export interface ChangeCause {
  reason: string
  /** Numbers of the inputs, the lowest first; at most thirty of `inputs`. */
  numbers: number[]
  inputs: number
}

/** In the order of the draft, the latest version first. */
export async function listChangedPassages(
  db: Database,
  { id }: Pick<PlacedConsultation, 'id'>,
): Promise<ChangedPassage[]> {
  const outcomes = await listChangingOutcomes(db, id, MOST)
  const ids = outcomes.map((row) => row.id)
  const shared = await countSharing(db, id, ids)
  const numbers = await listNumbersSharing(db, id, ids, NUMBERS_SHOWN)
  const names = await namePassages(db, id)
  const passages = await listPassagesThrough(db, id, [...new Set(outcomes.map(({ blockId }) => blockId ?? ''))])
  const changed = new Map<string, ChangedPassage>()
  for (const outcome of outcomes) {
    const version = names.versions.get(outcome.versionId ?? '') ?? 0
    const key = `${version} ${outcome.blockId}`
    const entry = changed.get(key) ?? passageIn(outcome, version, passages, names)
    entry.causes.push({
      reason: outcome.reason,
      numbers: numbers.get(outcome.id) ?? [],
      inputs: shared.get(outcome.id) ?? 0,
    })
    changed.set(key, entry)
  }
  return [...changed.values()].sort((a, b) => b.version - a.version || placeOf(a, passages) - placeOf(b, passages))
}

function passageIn(
  { blockId, versionId }: OutcomeRow,
  version: number,
  passages: NamedPassage[],
  names: PassageNames,
): ChangedPassage {
  const block = blockId ?? ''
  const through = passages.filter((passage) => passage.blockId === block)
  const after = through.find((passage) => passage.version === version)
  const before = through.findLast((passage) => passage.version < version)
  const named = names.in(versionId ?? '', block) ?? { label: '', name: { id: '', en: '' } }
  return { block, ...named, version, before: before?.text ?? null, after: after?.text ?? null, causes: [] }
}

function placeOf({ block }: ChangedPassage, passages: NamedPassage[]): number {
  return passages.findLast(({ blockId }) => blockId === block)?.position ?? 0
}
