/** Walks over a batch's rows page by page, in sorted order, however many there are. */
import { listAnswersIn } from '#db/survey/answers.ts'
import { listReceiptHashesIn } from '#db/survey/receipts.ts'
import type { AnswerRow } from '#db/survey/tables.ts'
import type { Database } from '#db/database.ts'
import { growMerkle } from '../ledger/merkle.ts'

const AT_ONCE = 1000

/** By commitment. */
export async function* walkAnswers(db: Database, batchId: string): AsyncGenerator<AnswerRow> {
  let after: { commitment: string; id: string } | undefined
  for (;;) {
    const rows = await listAnswersIn(db, batchId, { after, limit: AT_ONCE })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = { commitment: last.commitment ?? '', id: last.id }
  }
}

export async function* walkReceiptHashes(db: Database, batchId: string): AsyncGenerator<string> {
  let after: string | undefined
  for (;;) {
    const hashes = await listReceiptHashesIn(db, batchId, { after, limit: AT_ONCE })
    yield* hashes
    if (hashes.length < AT_ONCE) return
    after = hashes.at(-1)
  }
}

/** Merkle root over the commitments as they are stored, sorted. */
export async function answersRoot(db: Database, batchId: string): Promise<string> {
  const tree = growMerkle()
  for await (const { commitment } of walkAnswers(db, batchId)) tree.add(commitment ?? '')
  return tree.root()
}
