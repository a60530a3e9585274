import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { eraseFields } from '#db/ledger/fields.ts'
import { entryHash } from '#server/ledger/chain.ts'
import { publicExport } from '#server/ledger/export.ts'
import {
  currentHead,
  getHead,
  isSigned,
  listHeads,
  listKnownKeys,
  loadHeadKey,
  signHeads,
  type HeadKey,
} from '#server/ledger/heads.ts'
import { runExportVerifiers, runVerifiers, type ExportRecord } from '#server/ledger/verification.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { exportVerifiers, rowVerifiers } from '#server/verifiers.ts'
import { openTestDatabase, type TestDatabase } from '../support/engines.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-heads-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(['sqlite', 'postgres'] as const)('verification (%s)', (engine) => {
  let opened: TestDatabase
  let database: OpenDatabase
  let key: HeadKey
  const at = (date: string) => scopeOf(database, { now: new Date(`${date}T12:00:00+07:00`) })
  const record = (date: string, subject: string) =>
    transaction(at(date), async (scope) => {
      scope.record({ kind: 'test.done', subject, fields: { count: 3, movement: [1, 2] }, closed: ['movement'] })
      scope.record({ kind: 'test.done', subject, fields: { note: subject } })
    })
  const verify = (options: Parameters<typeof rowVerifiers>[0] = {}) => runVerifiers(database.db, rowVerifiers(options))
  const exported = async () => {
    const records: ExportRecord[] = []
    for await (const each of publicExport(database.db, { exporters: [], key, now: new Date(0) })) records.push(each)
    return records
  }
  const verifyExported = async (records: ExportRecord[], options: Parameters<typeof exportVerifiers>[0] = {}) =>
    runExportVerifiers(records, exportVerifiers(options))
  /** What someone with all rights over the database could do: guards off, then any statement. */
  const tamper = async (statement: string) => {
    const { db } = database
    if (engine === 'sqlite') {
      const guards = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(db)
      for (const { name } of guards.rows) await sql`drop trigger ${sql.ref(name)}`.execute(db)
    } else {
      for (const table of ['entry', 'entry_field', 'head']) {
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(db)
      }
    }
    await sql.raw(statement).execute(db)
  }

  beforeAll(() => {
    key = loadHeadKey(folder)
  })
  beforeEach(async () => {
    opened = await openTestDatabase(engine)
    database = opened.database
    await record('2026-01-05', 'a')
    await record('2026-01-05', 'b')
    await record('2026-01-07', 'c')
    await record('2026-01-08', 'd')
    await signHeads(at('2026-01-08'), key)
  })
  afterEach(() => opened.dispose())

  test('an untouched ledger fits, and says what was checked', async () => {
    expect(await verify({ knownKeys: listKnownKeys(folder) })).toMatchObject({
      fits: true,
      problem: null,
      checked: { entries: 8, fields: 12, heads: 2 },
    })
  })
  test('an empty ledger fits', async () => {
    const empty = await openTestDatabase(engine)
    expect(await runVerifiers(empty.database.db, rowVerifiers({}))).toMatchObject({ fits: true })
    expect(await currentHead(empty.database.db, key)).toBeUndefined()
    await empty.dispose()
  })
  test('an erased field still verifies, by row and by export', async () => {
    await transaction(at('2026-01-08'), (scope) => eraseFields(scope.db, 1, ['count', 'movement']))
    expect(await verify()).toMatchObject({ fits: true, checked: { fields: 12 } })
    expect(await verifyExported(await exported())).toMatchObject({ fits: true, checked: { entries: 8 } })
  })

  test.each([
    [`update entry set subject = 'x' where seq = 3`, 'entry', '3', 'entry-hash'],
    [`update entry set on_date = '2026-01-06' where seq = 4`, 'entry', '4', 'entry-hash'],
    [`update entry_field set value = '4' where seq = 3 and name = 'count'`, 'field', '3/count', 'field-value'],
    [`update entry_field set salt = null where seq = 3 and name = 'count'`, 'field', '3/count', 'field-half-erased'],
    [`delete from entry_field where seq = 3 and name = 'count'`, 'entry', '3', 'entry-fields'],
    [`insert into entry_field values (4, 'more', null, null, 'abcd', 1)`, 'entry', '4', 'entry-fields'],
    [`update entry set seq = 9 where seq = 8; update entry_field set seq = 9 where seq = 8`, 'entry', '9', 'entry-gap'],
    [`update head set hash = 'abcd' where on_date = '2026-01-07'`, 'head', '2026-01-07', 'head-signature'],
    [`update head set signature = 'abcd' where on_date = '2026-01-05'`, 'head', '2026-01-05', 'head-signature'],
    [`delete from head where on_date = '2026-01-05'`, 'head', '2026-01-05', 'head-missing'],
  ])('names what was altered: %s', async (statements, kind, id, what) => {
    if (statements.includes('seq = 9')) {
      if (engine === 'postgres')
        await sql`alter table entry_field drop constraint entry_field_seq_fkey`.execute(database.db)
      else await sql`pragma foreign_keys = off`.execute(database.db)
    }
    for (const statement of statements.split(';')) await tamper(statement)
    expect(await verify()).toMatchObject({ fits: false, problem: { kind, id, what } })
  })

  test('a rewritten entry whose hash was made to fit is named by the next entry', async () => {
    const { db } = database
    const row = await db.selectFrom('entry').selectAll().where('seq', '=', 3).executeTakeFirstOrThrow()
    const hash = entryHash({ ...row, on: row.onDate, subject: 'x' })
    await tamper(`update entry set subject = 'x', hash = '${hash}' where seq = 3`)
    expect(await verify()).toMatchObject({
      problem: { kind: 'entry', id: '4', what: 'entry-previous', expected: hash },
    })
  })
  test('a chain rewritten to its end fits itself, but neither its heads nor the heads that others saved', async () => {
    const saved = [await currentHead(database.db, key)].filter((head) => head !== undefined)
    expect(await verify({ savedHeads: saved })).toMatchObject({ fits: true, checked: { savedHeads: 1 } })
    const records = await exported()
    const other = await openTestDatabase(engine)
    const [mine, theirs] = [database, other.database]
    database = theirs
    await record('2026-01-05', 'x')
    await record('2026-01-08', 'd')
    await signHeads(at('2026-01-08'), key)
    expect(await verify()).toMatchObject({ fits: true })
    expect(await verify({ savedHeads: saved })).toMatchObject({
      problem: { kind: 'saved-head', id: '2026-01-08', what: 'head-entry', expected: '8' },
    })
    expect(await verifyExported(records, { savedHeads: saved })).toMatchObject({ fits: true })
    expect(await verifyExported(await exported(), { savedHeads: saved })).toMatchObject({
      problem: { kind: 'saved-head', what: 'head-entry' },
    })
    database = mine
    await other.dispose()
  })
  test('heads signed by another key are named when the portal\u2019s own key is known', async () => {
    const stranger = mkdtempSync(join(tmpdir(), 'balai-heads-'))
    expect(await verify({ knownKeys: [loadHeadKey(stranger).publicKey] })).toMatchObject({
      problem: { kind: 'head', id: '2026-01-05', what: 'head-key', found: key.publicKey },
    })
    rmSync(stranger, { recursive: true })
  })

  test('signs each finished day with entries once, at whatever number of nodes', async () => {
    const [first, second] = await Promise.all([signHeads(at('2026-01-10'), key), signHeads(at('2026-01-10'), key)])
    expect([...first, ...second].map(({ on, seq }) => [on, seq])).toEqual([['2026-01-08', 8]])
    const { items, next } = await listHeads(at('2026-01-10'), { limit: 2 })
    expect(items.map(({ on }) => on)).toEqual(['2026-01-08', '2026-01-07'])
    expect(next).toBe('2026-01-07')
    expect(await listHeads(at('2026-01-10'), { limit: 2, cursor: '2026-01-07' })).toMatchObject({
      items: [{ on: '2026-01-05', seq: 4 }],
      next: null,
    })
    expect(isSigned((await getHead(at('2026-01-10'), '2026-01-08')) ?? items[1]!)).toBe(true)
    expect(await getHead(at('2026-01-10'), '2026-01-06')).toBeUndefined()
  })
  test('nothing enters a day whose head is signed', async () => {
    await signHeads(at('2026-01-09'), key)
    await record('2026-01-08', 'late')
    expect(await verify()).toMatchObject({ fits: true, checked: { heads: 3, entries: 10 } })
    expect(await currentHead(database.db, key)).toMatchObject({ on: '2026-01-09', seq: 10 })
  })

  test('the export shows open fields whole and closed ones by digest alone', async () => {
    const entry = (await exported()).find(({ type, seq }) => type === 'entry' && seq === 1)
    expect(entry?.fields).toEqual({
      count: { salt: expect.stringMatching(/^[0-9a-f]{32}$/) as string, value: 3 },
      movement: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    })
  })
  test('the export fits, down to the signed present end', async () => {
    expect(await verifyExported(await exported())).toEqual({
      fits: true,
      problem: null,
      checked: { entries: 8, fields: 12, heads: 3 },
    })
  })
  test.each<[string, (records: ExportRecord[]) => unknown, object]>([
    ['an entry left out', (records) => records.splice(3, 1), { kind: 'entry', id: '4', what: 'entry-gap' }],
    [
      'a changed value',
      (records) => (records[1]!.fields = { count: { salt: 'ab', value: 4 } }),
      { id: '1', what: 'entry-fields' },
    ],
    ['a changed kind', (records) => (records[2]!.kind = 'x'), { kind: 'entry', id: '2', what: 'entry-hash' }],
    ['an unreadable entry', (records) => (records[2]!.hash = 7), { kind: 'entry', id: '2', what: 'unreadable' }],
    [
      'the last entry left out',
      (records) => records.splice(8, 1),
      { kind: 'head', id: '2026-01-08', what: 'head-last' },
    ],
    ['a head left out', (records) => records.splice(9, 1), { kind: 'head', id: '2026-01-05', what: 'head-missing' }],
  ])('the export names %s', async (_, change, problem) => {
    const records = await exported()
    change(records)
    expect(await verifyExported(records)).toMatchObject({ fits: false, problem })
  })
})

describe('head key', () => {
  test('is made once, for its owner alone', () => {
    const fresh = join(folder, 'fresh')
    const { publicKey } = loadHeadKey(fresh)
    expect(loadHeadKey(fresh).publicKey).toBe(publicKey)
    expect(listKnownKeys(fresh)).toEqual([publicKey])
    expect(statSync(join(fresh, 'head-key.pem')).mode & 0o777).toBe(0o600)
  })
})
