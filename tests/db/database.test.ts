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
  test('answers after a refused transaction', async () => {
    expect(await sql`select 1 as one`.execute(database().db)).toMatchObject({ rows: [{ one: 1 }] })
  })
})
