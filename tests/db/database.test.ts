import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { transaction, scopeOf } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'

onEachEngine('database', (database) => {
  test('refuses a second connection inside a transaction', async () => {
    const scope = scopeOf(database())
    const attempt = transaction(scope, async () => {
      await scope.db.selectFrom('region').selectAll().execute()
    })
    await expect(attempt).rejects.toThrow(/second connection/)
  })
  test('lets the event loop turn during long work', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const end = performance.now() + 200
    while (performance.now() < end) await sql`select 1`.execute(database().db)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })
  test('answers a question asked before, also when the table has changed since', async () => {
    const { db } = database()
    await sql`create table shelf (place integer)`.execute(db)
    await sql`insert into shelf values (1), (2), (3)`.execute(db)
    const shelf = db.withTables<{ shelf: { place: number; label?: string | null } }>().selectFrom('shelf').selectAll()
    expect(await shelf.execute()).toEqual([{ place: 1 }, { place: 2 }, { place: 3 }])
    await sql`alter table shelf add column label text`.execute(db)
    expect((await shelf.execute())[0]).toEqual({ place: 1, label: null })
    await sql`drop table shelf`.execute(db)
    await expect(shelf.execute()).rejects.toThrow(/shelf/)
  })
  test('answers after a refused transaction', async () => {
    expect(await sql`select 1 as one`.execute(database().db)).toMatchObject({ rows: [{ one: 1 }] })
  })
})
