import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listEntriesAfter } from '#db/ledger/entries.ts'
import { eraseFields, listFieldsBetween, openFields } from '#db/ledger/fields.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import type { Json } from '#server/ledger/jcs.ts'
import { onEachEngine } from '../support/engines.ts'

const sha256 = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

onEachEngine('ledger', (database, engine) => {
  const noon = (date: string) => scopeOf(database(), { now: new Date(`${date}T12:00:00+07:00`) })
  const record = (date: string, subject: string, fields: Record<string, Json>, closed: string[] = []) =>
    transaction(noon(date), async (scope) => scope.record({ kind: 'test.done', subject, fields, closed }))
  const entries = () => listEntriesAfter(database().db, 0, 1000)

  test('binds an entry to the one before it and to its fields', async () => {
    await record('2026-01-05', 'first', { count: 3, note: 'a' })
    await record('2026-01-06', 'second', {})
    const [first, second] = await entries()
    expect(first).toMatchObject({ seq: 1, onDate: '2026-01-05', previous: '0'.repeat(64) })
    const fields = await listFieldsBetween(database().db, 1, 1)
    const [count, note] = fields.map(({ salt, value }) => sha256(Buffer.from(salt ?? '', 'hex'), value ?? ''))
    expect(first?.commitment).toBe(sha256(`{"count":"${count}","note":"${note}"}`))
    expect(second).toMatchObject({ seq: 2, previous: first?.hash, commitment: sha256('{}') })
    expect(second?.hash).toBe(
      sha256(
        `{"commitment":"${second?.commitment}","kind":"test.done","on":"2026-01-06","previous":"${first?.hash}","seq":2,"subject":"second"}`,
      ),
    )
  })
  test('salts every field anew', async () => {
    await record('2026-01-07', 'same', { a: 1, b: 1 })
    const fields = await listFieldsBetween(database().db, 3, 3)
    expect(new Set(fields.map(({ digest }) => digest)).size).toBe(2)
    expect(fields.every(({ salt }) => /^[0-9a-f]{32}$/.test(salt ?? ''))).toBe(true)
  })
  test('dates an entry in Jakarta and never before the one before it', async () => {
    await transaction(scopeOf(database(), { now: new Date('2026-01-07T17:30:00Z') }), async (scope) => {
      scope.record({ kind: 'test.done', subject: 'late', fields: {} })
    })
    await record('2025-12-31', 'early', {})
    expect((await entries()).slice(-2).map(({ onDate }) => onDate)).toEqual(['2026-01-08', '2026-01-08'])
  })
  test('a transaction that fails leaves no entry', async () => {
    const before = await entries()
    const failing = transaction(noon('2026-01-09'), async (scope) => {
      scope.record({ kind: 'test.done', subject: 'never', fields: {} })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await expect(record('2026-01-09', 'broken', { a: NaN })).rejects.toThrow(TypeError)
    await expect(record('2026-01-09', 'broken', { a: undefined as unknown as Json })).rejects.toThrow(TypeError)
    await expect(record('2026-01-09', 'broken', { a: 1 }, ['b'])).rejects.toThrow('"b" is closed')
    expect(await entries()).toEqual(before)
  })
  test('appends thousands of acts of one transaction in their order', async () => {
    const before = (await entries()).length
    await transaction(noon('2026-01-10'), async (scope) => {
      for (let index = 0; index < 2500; index++)
        scope.record({ kind: 'test.bulk', subject: `${index}`, fields: { index } })
    })
    const added = await listEntriesAfter(database().db, before, 5000)
    expect(added.map(({ subject }) => subject)).toEqual(Array.from({ length: 2500 }, (_, index) => `${index}`))
  })
  test('opens closed fields of one entry for good', async () => {
    await record('2026-01-11', 'sealed', { total: 1, movement: [1, 2] }, ['movement'])
    await record('2026-01-11', 'sealed', { total: 2, movement: [3, 4] }, ['movement'])
    const [first, second] = (await entriesOf('sealed')) as [number, number]
    const open = async () => (await listFieldsBetween(database().db, first, second)).map((field) => field.open)
    expect(await open()).toEqual([0, 1, 0, 1])
    await transaction(noon('2026-01-11'), (scope) => openFields(scope.db, second, ['movement']))
    expect(await open()).toEqual([0, 1, 1, 1])
  })
  test('does not fork under 32 transactions at once', async () => {
    const before = (await entries()).length
    await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        transaction(noon('2026-01-12'), async (scope) => {
          await scope.db.selectFrom('region').selectAll().execute()
          scope.record({ kind: 'test.done', subject: `at once ${index}`, fields: { index } })
          scope.record({ kind: 'test.done', subject: `at once ${index}`, fields: {} })
        }),
      ),
    )
    const added = await listEntriesAfter(database().db, before, 5000)
    const chain = [...(await listEntriesAfter(database().db, 0, 5000))]
    expect(added.length).toBeGreaterThanOrEqual(64)
    expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_, index) => index + 1))
    expect(chain.slice(1).map(({ previous }) => previous)).toEqual(chain.slice(0, -1).map(({ hash }) => hash))
  })

  test('an erased field keeps its digest alone', async () => {
    await record('2026-01-13', 'erased', { secret: 'x' })
    const [seq] = (await entriesOf('erased')) as [number]
    const [before] = await listFieldsBetween(database().db, seq, seq)
    await transaction(noon('2026-01-13'), (scope) => eraseFields(scope.db, seq, ['secret']))
    const [after] = await listFieldsBetween(database().db, seq, seq)
    expect(before?.value).toBe('"x"')
    expect(after).toEqual({ ...before, salt: null, value: null })
  })

  test.each([
    `update entry set subject = 'x' where seq = 1`,
    `delete from entry where seq = 1`,
    `update entry_field set value = '4' where seq = 1 and name = 'count'`,
    `update entry_field set value = null where seq = 1 and name = 'count'`,
    `update entry_field set digest = 'x' where seq = 1`,
    `update entry_field set open = 0 where seq = 1`,
    `delete from entry_field where seq = 1`,
    `update entry_field set salt = 'x', value = '"y"' where value is null`,
    ...(engine === 'sqlite'
      ? [
          `insert or replace into entry select seq, on_date, kind, 'x', commitment, previous, hash from entry where seq = 1`,
          `insert or replace into entry_field select seq, name, salt, '4', digest, open from entry_field where seq = 1`,
        ]
      : [`truncate entry, entry_field, head`, `truncate entry_field`]),
  ])('refuses: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database().db)).rejects.toThrow('the ledger is append-only')
  })

  async function entriesOf(subject: string): Promise<number[]> {
    const all = await listEntriesAfter(database().db, 0, 10_000)
    return all.filter((entry) => entry.subject === subject).map(({ seq }) => seq)
  }
})
