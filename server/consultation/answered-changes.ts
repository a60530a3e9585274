/** Beside each changed passage, the inputs that caused it. */
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import {
  countChangingOutcomes,
  countSharing,
  listChangingOutcomes,
  listNumbersSharing,
} from '#db/consultation/outcomes.ts'
import { listPassagesThrough, type NamedPassage } from '#db/consultation/passages-answered.ts'
import type { OutcomeRow } from '#db/consultation/answer-tables.ts'
import type { Database } from '#db/database.ts'
import { namePassages, type PassageName, type PassageNames } from './passage-names.ts'

/** Answers that changed the text: few enough to be read. Of more, the page says so. */
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

export interface ChangedPassages {
  /** In the order of the draft, the latest version first. */
  passages: ChangedPassage[]
  /** How many answers changed the text, and how many of them stand here; null where all do. */
  cut: { shown: number; all: number } | null
}

/** @param between only what changed after one version, up to and with another */
export async function listChangedPassages(
  db: Database,
  { id }: Pick<PlacedConsultation, 'id'>,
  between: { after: number; until: number } = { after: 0, until: Infinity },
): Promise<ChangedPassages> {
  const names = await namePassages(db, id)
  const versions = [...names.versions].flatMap(([versionId, number]) =>
    number > between.after && number <= between.until ? [versionId] : [],
  )
  if (versions.length === 0) return { passages: [], cut: null }
  const outcomes = await listChangingOutcomes(db, id, versions, MOST)
  const ids = outcomes.map((row) => row.id)
  const shared = await countSharing(db, id, ids)
  const numbers = await listNumbersSharing(db, id, ids, NUMBERS_SHOWN)
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
  const all = outcomes.length < MOST ? outcomes.length : await countChangingOutcomes(db, id, versions)
  const inOrder = (a: ChangedPassage, b: ChangedPassage) =>
    b.version - a.version || placeOf(a, passages) - placeOf(b, passages)
  return {
    passages: [...changed.values()].sort(inOrder),
    cut: all > outcomes.length ? { shown: outcomes.length, all } : null,
  }
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
