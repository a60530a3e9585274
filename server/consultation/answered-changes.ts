/** Beside each changed passage, the inputs that caused it. */
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { countSharing, listChangingOutcomes, listNumbersSharing } from '#db/consultation/outcomes.ts'
import { listPassagesThrough, type NamedPassage } from '#db/consultation/passages-answered.ts'
import type { OutcomeRow } from '#db/consultation/answer-tables.ts'
import type { Database } from '#db/database.ts'

/** Answers that changed the text: more than a draft has passages, and few enough to be read. */
const MOST = 200
const NUMBERS_SHOWN = 30

export interface ChangedPassage {
  block: string
  label: string
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
export async function listChangedPassages(db: Database, { id }: PlacedConsultation): Promise<ChangedPassage[]> {
  const outcomes = await listChangingOutcomes(db, id, MOST)
  const shared = await countSharing(
    db,
    id,
    outcomes.map((row) => row.id),
  )
  const passages = await listPassagesThrough(db, id, [...new Set(outcomes.map(({ blockId }) => blockId ?? ''))])
  const versionOf = new Map(passages.map(({ versionId, version }) => [versionId, version]))
  const changed = new Map<string, ChangedPassage>()
  for (const outcome of outcomes) {
    const version = versionOf.get(outcome.versionId ?? '') ?? 0
    const key = `${version} ${outcome.blockId}`
    const entry = changed.get(key) ?? passageIn(outcome, version, passages)
    const numbers = await listNumbersSharing(db, id, outcome.id, NUMBERS_SHOWN)
    entry.causes.push({
      reason: outcome.reason,
      numbers: numbers.map(({ number }) => number),
      inputs: shared.get(outcome.id) ?? 0,
    })
    changed.set(key, entry)
  }
  return [...changed.values()].sort((a, b) => b.version - a.version || placeOf(a, passages) - placeOf(b, passages))
}

function passageIn({ blockId }: OutcomeRow, version: number, passages: NamedPassage[]): ChangedPassage {
  const through = passages.filter((passage) => passage.blockId === blockId)
  const after = through.find((passage) => passage.version === version)
  const before = through.findLast((passage) => passage.version < version)
  const label = after?.label ?? before?.label ?? ''
  return { block: blockId ?? '', label, version, before: before?.text ?? null, after: after?.text ?? null, causes: [] }
}

function placeOf({ block }: ChangedPassage, passages: NamedPassage[]): number {
  return passages.findLast(({ blockId }) => blockId === block)?.position ?? 0
}
