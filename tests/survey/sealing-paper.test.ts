import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { walkRows } from '#db/copy.ts'
import { listTables } from '#db/schema.ts'
import { receiptHash, parseCode } from '#server/ledger/receipts.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { handIn } from '#server/survey/publication.ts'
import { sealEverywhere } from '#server/survey/sealing.ts'
import { readSheet, sheetSecret } from '#server/survey/sheet-codes.ts'
import { voidSheet } from '#server/survey/voiding.ts'
import { onEachEngine } from '../support/engines.ts'
import { enterPaper } from './paper.ts'
import { AFTER, bodyOf, DURING, makeWorld, newKey, openedSurvey, type World } from './world.ts'

const NEXT_DAY = new Date(DURING.getTime() + 86_400_000)

onEachEngine('sealing answers from paper', (database, engine) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
    if (engine === 'postgres') await sql`create extension pageinspect`.execute(database().db)
  })
  const officer = (now = DURING) => world.as(world.officer, now)

  /** Where in the whole database each of some values stands: names of tables and columns. */
  async function placesOf(values: string[]): Promise<Map<string, string[]>> {
    const { db } = database()
    const found = new Map(values.map((value): [string, string[]] => [value, []]))
    for (const table of await listTables(db, engine)) {
      for await (const row of walkRows(db, table)) {
        for (const [i, cell] of row.entries()) {
          for (const value of values) {
            if (String(cell).includes(value)) found.get(value)?.push(`${table.name}.${table.columns[i]}`)
          }
        }
      }
    }
    return found
  }
  const links = () => database().db.selectFrom('deskEntry').selectAll().execute()
  async function paper(slug: string, id: string, count: number) {
    const { sheets } = await enterPaper(
      officer(),
      slug,
      Array.from({ length: count }, () => '343434343'),
    )
    const secret = await sheetSecret(database().db)
    return sheets.map(({ code, receipt }) => ({
      code,
      sheet: readSheet(secret, id, code)?.hash ?? '',
      receipt: receiptHash(parseCode(receipt) ?? ''),
    }))
  }

  test('forgets a sheet as soon as its answer or its receipt is sealed', async () => {
    const { slug, id } = await openedSurvey(world)
    await paper(slug, id, 40)
    const before = await links()
    await sealEverywhere(world.as(null, NEXT_DAY))
    const waiting = await database()
      .db.selectFrom('answer')
      .select('id')
      .where('answeredSurvey', '=', id)
      .where('sealedIn', 'is', null)
      .execute()
    const unbound = await database()
      .db.selectFrom('receipt')
      .select('hash')
      .where('receiptOf', '=', id)
      .where('countedIn', 'is', null)
      .execute()
    expect([before.length, waiting.length, unbound.length]).toEqual([40, 10, 10])
    const [answers, receipts] = [new Set(waiting.map((row) => row.id)), new Set(unbound.map(({ hash }) => hash))]
    const both = before.filter((link) => answers.has(link.waitingAnswer) && receipts.has(link.waitingReceipt))
    expect((await links()).map(({ sheet }) => sheet).sort()).toEqual(both.map(({ sheet }) => sheet).sort())
  })

  test('leaves nothing in the whole database that joins a sheet, a receipt and an answer', async () => {
    const { slug, id } = await openedSurvey(world)
    for (let i = 0; i < 15; i++) await submitAnswer(world.as(null), slug, newKey(), bodyOf(3))
    const sheets = await paper(slug, id, 15)
    const [spoiled, ...others] = sheets
    const ids = (await links()).filter(({ deskOf }) => deskOf === id).map(({ waitingAnswer }) => waitingAnswer)
    expect(ids).toHaveLength(15)
    await voidSheet(officer(), slug, { code: spoiled!.code, reason: 'unreadable' })
    await handIn(officer(AFTER), slug)
    expect((await links()).filter(({ deskOf }) => deskOf === id)).toEqual([])
    for (const [value, places] of await placesOf([...ids, ...others.map(({ sheet }) => sheet)])) {
      expect({ value, places }).toEqual({ value, places: [] })
    }
    for (const [value, places] of await placesOf(others.map(({ receipt }) => receipt))) {
      expect({ value, places }).toEqual({ value, places: ['receipt.hash'] })
    }
    const ofVoided = await placesOf([spoiled!.sheet, spoiled!.receipt])
    expect([...ofVoided.values()]).toEqual([['voided_sheet.sheet'], ['voided_sheet.voided_receipt']])
    // Nor does a sealed answer say how it came, or have anything that another table has but its survey and its batch.
    const answers = await database().db.selectFrom('answer').selectAll().where('answeredSurvey', '=', id).execute()
    expect(answers.filter(({ mark }) => mark !== null)).toEqual([])
    const own = answers.flatMap(({ id, commitment }) => [id, commitment ?? ''])
    for (const [value, places] of await placesOf(own)) {
      expect(places, value).toHaveLength(1)
      expect(places[0]).toMatch(/^answer\.(id|commitment)$/)
    }
  })

  test('leaves no earlier version of the link in the database’s files', async () => {
    const { slug, id } = await openedSurvey(world)
    await paper(slug, id, 12)
    const gone = (await links()).filter(({ deskOf }) => deskOf === id).map(({ waitingAnswer }) => waitingAnswer)
    await handIn(officer(AFTER), slug)
    await expect.poll(async () => (await sealEverywhere(world.as(null)), traces(gone))).toBe(0)
  })

  /** How many of the answers' first ids the files still hold; on PostgreSQL, how many dead rows the tables of sheets have. */
  async function traces(ids: string[]): Promise<number> {
    const { db } = database()
    if (engine === 'postgres') {
      const { rows } = await sql<{ dead: string }>`
        select count(*) as dead from (values ('slip'), ('desk_entry')) as tables(name),
          generate_series(0, pg_relation_size(name::regclass) / 8192 - 1) as block,
          heap_page_items(get_raw_page(name, block::int)) where lp_len > 0 and t_xmax::text <> '0'`.execute(db)
      return Number(rows[0]?.dead)
    }
    const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(db)
    const files = [rows[0]?.file ?? '', `${rows[0]?.file}-wal`].map((file) => readFileSync(file))
    return ids.filter((id) => files.some((file) => file.includes(id))).length
  }
})
