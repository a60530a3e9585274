/** Inputs as those see them who answer, and as the public matrix lists them: filtered, by number, a page at a time. */
import { sql } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database } from '../database.ts'
import type { Hasil } from './answer-tables.ts'
import type { InputRow } from './input-tables.ts'

const IDS_AT_ONCE = 500

export interface InputFilter {
  /** Null: those on the whole. */
  blockId?: string | null | undefined
  state?: 'waiting' | 'answered' | 'objected' | undefined
  hasil?: Hasil | undefined
  groupId?: string | undefined
  bundleId?: string | undefined
  ownerAccount?: string | undefined
  tag?: string | undefined
  stance?: string | undefined
}

/** In order of their number, after `after`. */
export function pageOfInputs(
  db: Database,
  consultationId: string,
  filter: InputFilter,
  { after, limit }: { after: number; limit: number },
): Promise<InputRow[]> {
  return filtered(db, consultationId, filter)
    .selectAll('input')
    .where('input.number', '>', after)
    .orderBy('input.number')
    .limit(limit)
    .execute()
}

/** Those inputs of the consultation that have these numbers. */
export async function listInputsByNumber(db: Database, consultationId: string, numbers: number[]): Promise<InputRow[]> {
  const found: InputRow[] = []
  for (const some of chunks(numbers, IDS_AT_ONCE)) {
    const query = db.selectFrom('input').selectAll().where('consultationId', '=', consultationId)
    found.push(...(await query.where('number', 'in', some).orderBy('number').execute()))
  }
  return found
}

/** The first that waits for an answer: with the lowest number, so the longest. */
export function findLongestWaiting(
  db: Database,
  consultationId: string,
): Promise<Pick<InputRow, 'number' | 'arrivedAt'> | undefined> {
  return db
    .selectFrom('input')
    .select(['number', 'arrivedAt'])
    .where('consultationId', '=', consultationId)
    .where('outcomeId', 'is', null)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
}

/** By passage (null: on the whole) how many inputs there are and how many wait. */
export async function countByBlock(
  db: Database,
  consultationId: string,
): Promise<{ blockId: string | null; inputs: number; waiting: number }[]> {
  const rows = await db
    .selectFrom('input')
    .select(['blockId', ({ fn }) => fn.countAll().as('inputs'), ({ fn }) => fn.count('outcomeId').as('answered')])
    .where('consultationId', '=', consultationId)
    .groupBy('blockId')
    .execute()
  return rows.map(({ blockId, inputs, answered }) => ({
    blockId,
    inputs: Number(inputs),
    waiting: Number(inputs) - Number(answered),
  }))
}

/** By the group that writers say they belong to, how many inputs came; null: no group was named. */
export async function countByGroup(
  db: Database,
  consultationId: string,
): Promise<{ groupId: string | null; count: number }[]> {
  const rows = await db
    .selectFrom('input')
    .select(['groupId', ({ fn }) => fn.countAll().as('count')])
    .where('consultationId', '=', consultationId)
    .groupBy('groupId')
    .execute()
  return rows.map(({ groupId, count }) => ({ groupId, count: Number(count) }))
}

/** Whether anybody wrote from outside the office's own entering; and how many by each way. */
export async function countByVia(db: Database, consultationId: string): Promise<{ via: string; count: number }[]> {
  const rows = await db
    .selectFrom('input')
    .select(['via', ({ fn }) => fn.countAll().as('count')])
    .where('consultationId', '=', consultationId)
    .groupBy('via')
    .execute()
  return rows.map(({ via, count }) => ({ via, count: Number(count) }))
}

function filtered(db: Database, consultationId: string, filter: InputFilter) {
  const { blockId, state, hasil, groupId, bundleId, ownerAccount, tag, stance } = filter
  return db
    .selectFrom('input')
    .where('input.consultationId', '=', consultationId)
    .$if(blockId === null, (query) => query.where('input.blockId', 'is', null))
    .$if(typeof blockId === 'string', (query) => query.where('input.blockId', '=', blockId ?? ''))
    .$if(state === 'waiting', (query) => query.where('input.outcomeId', 'is', null))
    .$if(state === 'answered', (query) => query.where('input.outcomeId', 'is not', null))
    .$if(groupId !== undefined, (query) => query.where('input.groupId', '=', groupId ?? ''))
    .$if(bundleId !== undefined, (query) => query.where('input.bundleId', '=', bundleId ?? ''))
    .$if(ownerAccount !== undefined, (query) => query.where('input.ownerAccount', '=', ownerAccount ?? ''))
    .$if(stance !== undefined, (query) => query.where(sql`input.stance`, '=', stance ?? ''))
    .$if(hasil !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('outcome')
            .select('outcome.id')
            .whereRef('outcome.id', '=', 'input.outcomeId')
            .where(sql`outcome.hasil`, '=', hasil ?? ''),
        ),
      ),
    )
    .$if(tag !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('inputTag')
            .select('inputTag.inputId')
            .whereRef('inputTag.inputId', '=', 'input.id')
            .where('inputTag.tag', '=', tag ?? ''),
        ),
      ),
    )
    .$if(state === 'objected', (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('objection')
            .select('objection.id')
            .whereRef('objection.inputId', '=', 'input.id')
            .where('objection.settledAt', 'is', null),
        ),
      ),
    )
}
