/** Answers as everyone reads them beside an input: the outcome, the reason, and the passage that it changed. */
import type { Hasil, OutcomeRow } from '#db/consultation/answer-tables.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { countSharing } from '#db/consultation/outcomes.ts'
import { listCommitmentsOf } from '#db/commitment/commitments.ts'
import type { Database } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import type { PassageName, PassageNames } from './passage-names.ts'

export interface GivenAnswer {
  hasil: Hasil
  reason: string
  /** The day it was given, in the region's zone. */
  day: string
  /** How many inputs share it. */
  shared: number
  /** The passage that it changed, as it is called in the version in which it stands changed. */
  change: (PassageName & { block: string; version: number }) | null
  /** Slug of what was promised with it. */
  commitment: string | null
}

/** By the id of the outcome. Two queries for any number of them, none for none. */
export async function givenAnswers(
  db: Database,
  { id, timezone }: Pick<PlacedConsultation, 'id' | 'timezone'>,
  outcomes: OutcomeRow[],
  names: PassageNames,
): Promise<Map<string, GivenAnswer>> {
  const ids = outcomes.map((row) => row.id)
  const shared = await countSharing(db, id, ids)
  const carrying = outcomes.filter(({ commitmentId }) => commitmentId !== null).map((row) => row.id)
  const promised = carrying.length === 0 ? [] : await listCommitmentsOf(db, 'outcome', carrying)
  const commitments = new Map(promised.map(({ sourceId, slug }) => [sourceId, slug]))
  return new Map(
    outcomes.map((row) => [
      row.id,
      {
        hasil: row.hasil,
        reason: row.reason,
        day: dayIn(new Date(row.answeredAt), timezone),
        shared: shared.get(row.id) ?? 0,
        change: changeOf(row, names),
        commitment: commitments.get(row.id) ?? null,
      },
    ]),
  )
}

function changeOf({ blockId, versionId }: OutcomeRow, names: PassageNames): GivenAnswer['change'] {
  const version = versionId === null ? undefined : names.versions.get(versionId)
  if (blockId === null || versionId === null || version === undefined) return null
  const named = names.in(versionId, blockId) ?? { label: '', name: { id: '', en: '' } }
  return { block: blockId, ...named, version }
}
