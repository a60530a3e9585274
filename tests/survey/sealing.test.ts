import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
import { listEntriesOf } from '#db/ledger/entries.ts'
import { readSnapshot } from '#db/snapshot.ts'
import type { AnswerRow, ReceiptRow } from '#db/survey/tables.ts'
import { newId } from '#server/ids.ts'
import { receiptHash, surveyReceiptCode } from '#server/ledger/receipts.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { getCounts } from '#server/survey/counts.ts'
import { handIn } from '#server/survey/publication.ts'
import { sealEverywhere, sealWaiting } from '#server/survey/sealing.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER, bodyOf, makeWorld, newKey, openedSurvey, type World } from './world.ts'

onEachEngine('sealing', (database, engine) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
    // To look at the very bytes of tables and indexes.
    if (engine === 'postgres') await sql`create extension pageinspect`.execute(database().db)
  })
  const resident = () => world.as(null)
  const send = (slug: string, count: number, score: number | string = 3) =>
    Promise.all(Array.from({ length: count }, () => submitAnswer(resident(), slug, newKey(), bodyOf(score))))

  test('waits for twenty and keeps ten back', async () => {
    const { slug, id } = await openedSurvey(world)
    await send(slug, 19)
    expect(await sealWaiting(resident(), id)).toBe(0)
    await send(slug, 1)
    await sealWaiting(resident(), id)
    expect(await getCounts(resident(), slug)).toMatchObject({ n: 20, sealed: 10, waiting: 10 })
    const entries = await listEntriesOf(database().db, id, 'survey.sealed')
    expect(entries).toHaveLength(1)
  })

  test('seals by itself soon after the answers came', async () => {
    const { slug } = await openedSurvey(world)
    await send(slug, 25)
    await expect.poll(async () => (await getCounts(resident(), slug)).sealed, { timeout: 10_000 }).toBe(15)
  })

  test('seals the rest at hand-in, whole', async () => {
    const { slug } = await openedSurvey(world)
    await send(slug, 33)
    await sealEverywhere(resident())
    expect(await handIn(world.as(world.officer, AFTER), slug)).toEqual({ n: 33 })
    expect(await getCounts(resident(), slug)).toMatchObject({ n: 33, sealed: 33, waiting: 0 })
  })

  test('seals each answer once when nodes seal at the same time', async () => {
    const { slug, id } = await openedSurvey(world)
    await send(slug, 60)
    await Promise.all(Array.from({ length: 4 }, () => sealWaiting(resident(), id)))
    expect(await getCounts(resident(), slug)).toMatchObject({ n: 60, sealed: 50, waiting: 10 })
  })

  test('moves the tally by exactly what was answered', async () => {
    const { slug, id } = await openedSurvey(world)
    for (const score of [1, 2, 3, 4, '4444444-4']) await send(slug, 5, score)
    await handIn(world.as(world.officer, AFTER), slug)
    const { integers } = await database()
      .db.selectFrom('tally')
      .selectAll()
      .where('surveyId', '=', id)
      .executeTakeFirstOrThrow()
    const levels = JSON.parse(integers) as number[]
    expect(levels.slice(0, 5)).toEqual([5, 5, 5, 10, 0])
    expect(levels.slice(35, 40)).toEqual([5, 5, 5, 5, 5])
    expect(levels.slice(45).reduce((a, b) => a + b)).toBe(20)
  })

  test('leaves nothing that joins a receipt to its answer', async () => {
    const { slug, id } = await openedSurvey(world)
    const sent = Array.from({ length: 80 }, (_, i) => ({ key: newKey(), comment: `saran ${i} ${newId()}` }))
    // In small groups one after another, so that there is an order to find again.
    for (let from = 0; from < sent.length; from += 5) {
      const group = sent.slice(from, from + 5)
      await Promise.all(group.map(({ key, comment }) => submitAnswer(resident(), slug, key, bodyOf(3, { comment }))))
    }
    const before = await rowsOf<AnswerRow>('answer', id)
    await sealWaiting(resident(), id)
    await handIn(world.as(world.officer, AFTER), slug)
    const answers = await rowsOf<AnswerRow>('answer', id)
    const receipts = await rowsOf<ReceiptRow>('receipt', id)
    const hashes = sent.map(({ key }) => receiptHash(surveyReceiptCode(id, key)))
    expect(receipts.map(({ hash }) => hash).sort()).toEqual([...hashes].sort())
    expect(answers).toHaveLength(80)

    // A receipt and an answer have nothing in common but their survey and their batch, and no key stands anywhere.
    const theSame = new Set<unknown>([id, null, ...answers.map(({ sealedIn }) => sealedIn)])
    const ofReceipts = receipts.flatMap((row) => Object.values(row)).filter((value) => !theSame.has(value))
    const text = JSON.stringify(answers)
    for (const value of [...ofReceipts, ...sent.map(({ key }) => key)]) expect(text).not.toContain(value)
    // No answer keeps the id it came with, no receipt its tag.
    const earlier = new Set(before.map((row) => row.id))
    expect(answers.filter((row) => earlier.has(row.id))).toEqual([])
    expect(receipts.filter(({ tag }) => tag !== null)).toEqual([])
    expect(answers.filter(({ sealedIn }) => sealedIn === null)).toEqual([])

    // Neither in the order of the rows nor in that of any column does an answer stand where its receipt stands.
    const sentOrder = new Map(sent.map(({ comment }, i) => [comment, i]))
    const receiptOrder = new Map(hashes.map((hash, i) => [hash, i]))
    const orders = [answers, ...(['id', 'commitment', 'salts'] as const).map((name) => answers.toSorted(by(name)))]
    for (const order of orders) {
      const came = order.map(({ comment }) => sentOrder.get(comment ?? '') ?? -1)
      expect(Math.abs(rankCorrelation(came))).toBeLessThan(0.55)
      for (const other of [receipts, receipts.toSorted(by('hash'))]) {
        const theirs = other.map(({ hash }) => receiptOrder.get(hash) ?? -1)
        expect(theirs.filter((at, i) => at === came[i]).length).toBeLessThan(9)
      }
    }
  })

  test('wipes at the next round what could not be wiped while someone read', async () => {
    const { id, slug } = await openedSurvey(world)
    // Nineteen are never sealed, so these are seen as they came; the twentieth comes only once someone is reading.
    await send(slug, 19)
    const came = await rowsOf<AnswerRow>('answer', id)
    const [begun, sealed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const reading = readSnapshot(database(), async (reader) => {
      await reader.selectFrom('answer').select('id').execute()
      begun.resolve()
      await sealed.promise
    })
    await begun.promise
    await send(slug, 1)
    await sealEverywhere(resident())
    const still = new Set((await rowsOf<AnswerRow>('answer', id)).map((row) => row.id))
    const rewritten = came.find((row) => !still.has(row.id))?.id ?? ''
    // Counted before the reader goes: afterwards PostgreSQL may clear a page whenever somebody reads it.
    const kept = await traces(database().db, engine, rewritten)
    sealed.resolve()
    await reading
    expect(rewritten).not.toBe('')
    expect(kept).toBeGreaterThan(0)
    await expect
      .poll(async () => {
        await sealEverywhere(resident())
        return traces(database().db, engine, rewritten)
      })
      .toBe(0)
  })

  if (engine === 'postgres') {
    test('leaves in no index where answers with a comment stood', async () => {
      const { slug } = await openedSurvey(world)
      await send(slug, 12)
      await submitAnswer(resident(), slug, newKey(), bodyOf(3, { comment: 'satu-satunya' }))
      await handIn(world.as(world.officer, AFTER), slug)
      const { rows } = await sql<{ unsealed: string }>`
        select count(*) as unsealed
        from generate_series(1, pg_relation_size('answer_comments') / 8192 - 1) as block,
          bt_page_items('answer_comments', block) where nulls`.execute(database().db)
      expect(Number(rows[0]?.unsealed)).toBe(0)
    })

    test('gives all rows of a batch the mark of one transaction, in an order of their own', async () => {
      const { slug, id } = await openedSurvey(world)
      const keys = Array.from({ length: 60 }, newKey)
      for (const [i, key] of keys.entries()) {
        await submitAnswer(resident(), slug, key, bodyOf(3, { comment: String(i) }))
      }
      await handIn(world.as(world.officer, AFTER), slug)
      const { db } = database()
      const answers = await sql<{ xmin: string; comment: string; sealed_in: string }>`
        select xmin::text, comment, sealed_in from answer where answered_survey = ${id} order by ctid`.execute(db)
      const receipts = await sql<{ xmin: string; hash: string }>`
        select xmin::text, hash from receipt where receipt_of = ${id} order by ctid`.execute(db)
      const batches = new Set(answers.rows.map((row) => row.sealed_in)).size
      expect(new Set([...answers.rows, ...receipts.rows].map(({ xmin }) => xmin)).size).toBeLessThanOrEqual(batches)
      expect(Math.abs(rankCorrelation(answers.rows.map(({ comment }) => Number(comment))))).toBeLessThan(0.65)
      const hashes = keys.map((key) => receiptHash(surveyReceiptCode(id, key)))
      const positions = receipts.rows.map(({ hash }) => hashes.indexOf(hash))
      const matches = positions.filter((position, i) => String(position) === answers.rows[i]?.comment)
      expect(matches.length).toBeLessThan(9)
    })
  }

  async function rowsOf<T>(table: 'answer' | 'receipt', id: string): Promise<T[]> {
    const survey = table === 'answer' ? 'answeredSurvey' : 'receiptOf'
    const query = database().db.selectFrom(table).selectAll().where(sql.ref(survey), '=', id)
    return (await (engine === 'postgres' ? query.orderBy(sql`ctid`) : query).execute()) as T[]
  }
})

/** How much of earlier versions of rows the database's files still hold: on SQLite, of the answer with this id. */
async function traces(db: Database, engine: Engine, id: string): Promise<number> {
  if (engine === 'postgres') {
    const { rows } = await sql<{ dead: string }>`
      select count(*) as dead
      from generate_series(0, pg_relation_size('answer') / 8192 - 1) as block,
        heap_page_items(get_raw_page('answer', block::int)) where lp_len > 0 and t_xmax::text <> '0'`.execute(db)
    return Number(rows[0]?.dead)
  }
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(db)
  const files = [rows[0]?.file ?? '', `${rows[0]?.file}-wal`]
  return files.filter((file) => readFileSync(file).includes(id)).length
}

function by<K extends string>(name: K) {
  return (a: Partial<Record<K, unknown>>, b: Partial<Record<K, unknown>>) =>
    String(a[name]) < String(b[name]) ? -1 : 1
}

/** Spearman's, of the numbers 0…n−1 in the order given with that order. By chance it goes beyond five times 1/√n once in a million. */
function rankCorrelation(ranks: number[]): number {
  const n = ranks.length
  const squares = ranks.reduce((sum, rank, i) => sum + (rank - i) ** 2, 0)
  return 1 - (6 * squares) / (n * (n * n - 1))
}
