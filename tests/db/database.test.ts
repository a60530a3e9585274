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
  test('answers after a refused transaction', async () => {
    expect(await sql`select 1 as one`.execute(database().db)).toMatchObject({ rows: [{ one: 1 }] })
  })
})
