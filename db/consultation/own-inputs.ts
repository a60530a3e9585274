/** Inputs by the resident's account that they belong to. */
import type { Database, Transaction } from '../database.ts'

export interface OwnInputKey {
  arrivedAt: string
  id: string
}

/** With the consultation and the answer, the latest first. */
export function listInputsOfAccount(
  db: Database,
  accountId: string,
  { before, limit }: { before?: OwnInputKey | undefined; limit: number },
) {
  return db
    .selectFrom('input')
    .innerJoin('consultation', 'consultation.id', 'input.consultationId')
    .innerJoin('region', 'region.code', 'consultation.regionCode')
    .leftJoin('outcome', 'outcome.id', 'input.outcomeId')
    .select(['input.id', 'input.number', 'input.blockId', 'input.text', 'input.proposal', 'input.arrivedAt'])
    .select(['consultation.slug', 'consultation.title', 'consultation.answerBy', 'region.timezone'])
    .select(['outcome.hasil', 'outcome.reason', 'outcome.answeredAt'])
    .where('input.accountId', '=', accountId)
    .$if(before !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('input.arrivedAt', '<', before?.arrivedAt ?? ''),
          eb.and([eb('input.arrivedAt', '=', before?.arrivedAt ?? ''), eb('input.id', '<', before?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('input.arrivedAt', 'desc')
    .orderBy('input.id', 'desc')
    .limit(limit)
    .execute()
}

export function findInputOfAccount(db: Database, accountId: string, id: string) {
  return db.selectFrom('input').selectAll().where('id', '=', id).where('accountId', '=', accountId).executeTakeFirst()
}

/** Gives an input that is nobody's to an account. @returns whether it was nobody's, or this account's before */
export async function claimInput(db: Transaction, id: string, accountId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('input')
    .set({ accountId })
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .where((eb) => eb.or([eb('accountId', 'is', null), eb('accountId', '=', accountId)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lets go of all inputs of an account, and of the addresses by which their writer was told. */
export async function releaseInputsOf(db: Transaction, accountId: string): Promise<string[]> {
  const rows = await db
    .updateTable('input')
    .set({ accountId: null, email: null })
    .where('accountId', '=', accountId)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
