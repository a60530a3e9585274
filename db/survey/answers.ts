import { sql, type ExpressionBuilder, type Insertable } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database, Tables, Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'
import type { AnswerRow, AnswerTable } from './tables.ts'

const ROWS_AT_ONCE = 500

/** In the order given: whoever cares about order sorts first. */
export async function insertAnswers(db: Transaction, rows: Insertable<AnswerTable>[]): Promise<void> {
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('answer').values(some).execute()
}

/** How many of a survey's answers wait to be sealed. */
export async function countWaitingAnswers(db: Database, surveyId: string): Promise<number> {
  const row = await db
    .selectFrom('answer')
    .select((eb) => eb.fn.countAll().as('waiting'))
    .where('answeredSurvey', '=', surveyId)
    .where('sealedIn', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.waiting)
}

/**
 * Ids of waiting answers, the smallest first; ids are random, so that says nothing of when they came. Without those that
 * were entered at the desk on the day `held`.
 */
export async function listWaitingAnswerIds(
  db: Database,
  surveyId: string,
  { limit, held }: { limit: number; held: string | null },
): Promise<string[]> {
  const rows = await db
    .selectFrom('answer')
    .select('id')
    .where('answeredSurvey', '=', surveyId)
    .where('sealedIn', 'is', null)
    .$if(held !== null, (query) =>
      query.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('deskEntry')
              .select('sheet')
              .whereRef('waitingAnswer', '=', 'answer.id')
              .where('heldOn', '>=', held ?? ''),
          ),
        ),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Removes an answer that waits. Says whether it was there. */
export async function deleteWaitingAnswer(db: Transaction, id: string): Promise<boolean> {
  const result = await db.deleteFrom('answer').where('id', '=', id).where('sealedIn', 'is', null).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Takes answers out of the table, as they were. */
export async function takeAnswers(db: Transaction, ids: string[]): Promise<AnswerRow[]> {
  const taken: AnswerRow[] = []
  for (const some of chunks(ids, ROWS_AT_ONCE)) {
    taken.push(...(await db.deleteFrom('answer').where('id', 'in', some).returningAll().execute()))
  }
  return taken
}

export async function countAnswersIn(db: Database, batchId: string): Promise<number> {
  const row = await db
    .selectFrom('answer')
    .select((eb) => eb.fn.countAll().as('sealed'))
    .where('sealedIn', '=', batchId)
    .executeTakeFirstOrThrow()
  return Number(row.sealed)
}

/** Removes at most so many answers of a batch that never was sealed, and says how many it removed. */
export async function deleteSomeAnswersIn(db: Database, batchId: string, limit: number): Promise<number> {
  const result = await db
    .deleteFrom('answer')
    .where('id', 'in', (eb) => eb.selectFrom('answer').select('id').where('sealedIn', '=', batchId).limit(limit))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** A batch's answers by commitment, page by page: `after` is the last commitment and id of the page before. */
export function listAnswersIn(
  db: Database,
  batchId: string,
  { after, limit }: { after?: { commitment: string; id: string } | undefined; limit: number },
): Promise<AnswerRow[]> {
  return db
    .selectFrom('answer')
    .selectAll()
    .where('sealedIn', '=', batchId)
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('commitment', 'id'), '>', eb.tuple(after?.commitment ?? '', after?.id ?? ''))),
    )
    .orderBy('commitment')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Batches named by some sealed answer. */
export async function listBatchesOfAnswers(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('answer').select('sealedIn').distinct().where('sealedIn', 'is not', null).execute()
  return rows.flatMap((row) => row.sealedIn ?? [])
}

/**
 * Sealed scores over all batches in order of random id, page by page: the page's lines as one text, and the id of its last,
 * null beyond the end. The database joins them, so that nothing is made for each of a million rows. An arriving import isn't
 * sealed.
 */
export async function pageOfSealedScores(
  db: Database,
  surveyId: string,
  { after = '', limit }: { after?: string; limit: number },
): Promise<{ lines: string; last: string | null }> {
  const page = db
    .selectFrom('answer')
    .select(['id', 'scores'])
    .where('answeredSurvey', '=', surveyId)
    .where('sealedIn', 'is not', null)
    .where(isInSealedBatch)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .as('page')
  const joined = sql<string | null>`string_agg(scores, ${sql.lit('\n')} order by id)`
  const { lines, last } = await db
    .selectFrom(page)
    .select((eb) => [joined.as('lines'), eb.fn.max('id').as('last')])
    .executeTakeFirstOrThrow()
  return { lines: lines ?? '', last }
}

/** Sealed comments in order of commitment, which has nothing to do with the order of the scores. */
export async function listSealedComments(
  db: Database,
  surveyId: string,
  { after = '', limit }: { after?: string | undefined; limit: number },
): Promise<{ commitment: string; comment: string }[]> {
  const rows = await db
    .selectFrom('answer')
    .select(['commitment', 'comment'])
    .where('answeredSurvey', '=', surveyId)
    .where('comment', 'is not', null)
    .where('sealedIn', 'is not', null)
    .where(isInSealedBatch)
    .where('commitment', '>', after)
    .orderBy('commitment')
    .limit(limit)
    .execute()
  return rows.map(({ commitment, comment }) => ({ commitment: commitment ?? '', comment: comment ?? '' }))
}

/**
 * Wipes what rewriting left behind in the database's files: in PostgreSQL's tables a row's earlier version still names the
 * transaction that brought it, in SQLite's log stand the pages as they were. Gives way to anyone who is reading. Indexes
 * hold nothing that tells, and clearing them would cost the more the more answers there are.
 */
export async function wipeRewritten(db: Database, engine: Engine): Promise<void> {
  if (engine === 'postgres') {
    await sql`vacuum (skip_locked, index_cleanup off, truncate off) answer, receipt, slip, desk_entry`.execute(db)
    return
  }
  await db.connection().execute(async (connection) => {
    await sql`pragma busy_timeout = 0`.execute(connection)
    try {
      await sql`pragma wal_checkpoint(truncate)`.execute(connection)
    } finally {
      await sql`pragma busy_timeout = 10000`.execute(connection)
    }
  })
}

function isInSealedBatch(eb: ExpressionBuilder<Tables, 'answer'>) {
  return eb.exists(
    eb
      .selectFrom('batch')
      .select('batch.id')
      .whereRef('batch.id', '=', 'answer.sealedIn')
      .where('batch.sealedOn', 'is not', null),
  )
}
