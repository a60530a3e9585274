/** Binds an answer's row to what it holds, so that a batch can be proven without showing it. */
import type { AnswerRow } from '#db/survey/tables.ts'
import { commitmentOf, fieldDigest, newSalt } from '../ledger/commitments.ts'
import { newId } from '../ids.ts'

const FIELDS = ['scores', 'profile', 'comment'] as const
type Field = (typeof FIELDS)[number]

/** The row as it stands in its batch: a new random id, no mark, a salt for each value, and the commitment to them. */
export function sealAnswer(
  { answeredSurvey, scores, profile, comment }: Pick<AnswerRow, 'answeredSurvey' | Field>,
  batchId: string,
): AnswerRow & { commitment: string } {
  const values = { scores, profile, comment }
  const salts = Object.fromEntries(FIELDS.filter((field) => values[field] !== null).map((field) => [field, newSalt()]))
  const row = {
    id: newId(),
    answeredSurvey,
    sealedIn: batchId,
    ...values,
    salts: JSON.stringify(salts),
    erased: null,
    commitment: null,
    mark: null,
  }
  return { ...row, commitment: commitmentOfRow(row) ?? '' }
}

/** What a row's values commit to now; an erased value counts by its digest. Undefined if the row is broken. */
export function commitmentOfRow(row: Pick<AnswerRow, Field | 'salts' | 'erased'>): string | undefined {
  try {
    const salts = JSON.parse(row.salts ?? '{}') as Record<string, string>
    const erased = JSON.parse(row.erased ?? '{}') as Record<string, string>
    const digests: Record<string, string> = { ...erased }
    for (const field of FIELDS) {
      const value = row[field]
      if (value !== null) digests[field] = fieldDigest(salts[field] ?? '', value)
    }
    return commitmentOf(digests)
  } catch {
    return undefined
  }
}
