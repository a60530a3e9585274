import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#db/database.ts'
import { listEntriesAfter } from '#db/ledger/entries.ts'
import { listTables } from '#db/schema.ts'
import { walkRows } from '#db/copy.ts'
import { main } from '#server/cli/main.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { openTestDatabase, type TestDatabase } from '../support/engines.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-backup-'))
const file = join(folder, 'balai.backup')
afterAll(() => rmSync(folder, { recursive: true }))

async function balai(args: string[], env: TestDatabase['env']) {
  let [out, err] = ['', '']
  process.env.DATA_DIR = env.DATA_DIR
  if (env.DATABASE_URL) process.env.DATABASE_URL = env.DATABASE_URL
  else delete process.env.DATABASE_URL
  const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text), terminal: false })
  return { code, out, err, json: () => JSON.parse(out) as Record<string, unknown> }
}

/** A database as a command finds it that has never been opened; on SQLite without a file. */
async function openEmpty(engine: 'sqlite' | 'postgres'): Promise<TestDatabase> {
  const opened = await openTestDatabase(engine)
  if (engine === 'postgres') {
    await sql`drop schema public cascade`.execute(opened.database.db)
    await sql`create schema public`.execute(opened.database.db)
    return opened
  }
  return { ...opened, env: { DATA_DIR: join(opened.env.DATA_DIR, 'new') } }
}

async function contents({ env }: TestDatabase): Promise<Record<string, unknown[]>> {
  const { db, engine, close } = openDatabase({ url: env.DATABASE_URL, file: join(env.DATA_DIR, 'balai.db') })
  const tables: Record<string, unknown[]> = {}
  for (const table of await listTables(db, engine)) {
    const rows: unknown[] = []
    for await (const row of walkRows(db, table)) rows.push(JSON.stringify(row))
    tables[table.name] = rows.sort()
  }
  await close()
  return tables
}

describe.each(['sqlite', 'postgres'] as const)('backup (%s)', (engine) => {
  const otherEngine = engine === 'sqlite' ? ('postgres' as const) : ('sqlite' as const)
  let source: TestDatabase
  const record = (subject: string) =>
    transaction(scopeOf(source.database), async (scope) => {
      scope.record({
        kind: 'test.done',
        subject,
        fields: { text: `baris\n"${subject}" \u{1f600}`, number: 1.5 },
        closed: ['number'],
      })
    })
  const recordMany = (count: number) =>
    transaction(scopeOf(source.database), async (scope) => {
      for (let index = 0; index < count; index++) scope.record({ kind: 'test.bulk', subject: 's', fields: { index } })
    })

  beforeEach(async () => {
    source = await openTestDatabase(engine)
    const { db } = source.database
    await db
      .insertInto('region')
      .values({
        code: '12.71',
        slug: 'medan',
        name: 'Kota Medan',
        kind: 'kota',
        timezone: 'Asia/Jakarta',
        parents: '[]',
        areas: '[]',
        population: null,
        sample: 1,
      })
      .execute()
    // The parent sorts behind its child, so references must be allowed to be filled in later.
    const institution = { regionCode: '12.71', kind: 'agency', name: 'Dinas' } as const
    await db
      .insertInto('institution')
      .values({ ...institution, id: 'z', slug: 'z', parentId: null, path: 'z/' })
      .execute()
    await db
      .insertInto('institution')
      .values({ ...institution, id: 'a', slug: 'a', parentId: 'z', path: 'z/a/' })
      .execute()
    for (let index = 0; index < 3; index++) await record(`first ${index}`)
  })
  afterEach(() => source.dispose())

  test.each([engine, otherEngine] as const)('comes back whole on %s and verifies', async (target) => {
    expect(await balai(['backup', file], source.env)).toMatchObject({ code: 0 })
    const empty = await openEmpty(target)
    const restored = await balai(['restore', file], empty.env)
    expect(restored).toMatchObject({ code: 0 })
    expect(restored.json().rows).toMatchObject({ entry: 3, entry_field: 6, institution: 2, region: 1, answer: 0 })
    expect(await contents(empty)).toEqual(await contents(source))
    expect((await balai(['verify'], empty.env)).json()).toMatchObject({
      fits: true,
      checked: { entries: 3, fields: 6 },
    })
    await empty.dispose()
  })

  test('taken while others write holds one moment of the chain', async () => {
    let writing = true
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      // Like requests, each write waits for its turn in the event loop.
      for (let index = 0; writing; index++) await Promise.all([record(`writer ${writer} ${index}`), setImmediate()])
    })
    for (let bulk = 0; bulk < 6; bulk++) await recordMany(500)
    const backup = await balai(['backup', file], source.env)
    writing = false
    await Promise.all(writers)
    expect(backup.code).toBe(0)
    const empty = await openEmpty(otherEngine)
    expect(await balai(['restore', file], empty.env)).toMatchObject({ code: 0 })
    const verified = (await balai(['verify'], empty.env)).json() as { fits: boolean; checked: { entries: number } }
    expect(verified.fits).toBe(true)
    expect(verified.checked.entries).toBeGreaterThanOrEqual(3003)
    expect(verified.checked.entries).toBeLessThanOrEqual(
      (await listEntriesAfter(source.database.db, 0, 100_000)).length,
    )
    await empty.dispose()
  })

  test.each<[string, (packed: Buffer) => Buffer | string]>([
    ['cut in its packing', (packed) => packed.subarray(0, packed.length - 30)],
    ['cut at a line', (packed) => gunzipSync(packed).toString().split('\n').slice(0, -3).join('\n') + '\n'],
    ['cut within a line', (packed) => gunzipSync(packed).toString().slice(0, -150)],
    ['altered', (packed) => gzipSync(gunzipSync(packed).toString().replace('Kota Medan', 'Kota Lain'))],
    ['not ours', () => '{"some":"json"}\n'],
    ['no JSON', () => 'kode,nama\n1,a\n'],
    ['empty', () => ''],
  ])('that is %s is refused and leaves nothing behind', async (_, spoil) => {
    await balai(['backup', file], source.env)
    writeFileSync(file, spoil(readFileSync(file)))
    const empty = await openTestDatabase(otherEngine)
    const before = await contents(empty)
    const refused = await balai(['restore', file], empty.env)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/Tidak dipulihkan.*(terpotong|berubah|bukan cadangan)/)
    expect(await contents(empty)).toEqual(before)
    expect(before).toMatchObject({ entry: [], region: [] })
    await empty.dispose()
  })

  test('is not restored over a database that holds anything', async () => {
    await balai(['backup', file], source.env)
    const before = await contents(source)
    const refused = await balai(['restore', file], source.env)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('sudah berisi')
    expect(await contents(source)).toEqual(before)
  })

  test('leaves the restored ledger guarded and its references checked', async () => {
    await balai(['backup', file], source.env)
    const empty = await openEmpty(engine)
    await balai(['restore', file], empty.env)
    const { db, close } = openDatabase({ url: empty.env.DATABASE_URL, file: join(empty.env.DATA_DIR, 'balai.db') })
    await expect(sql`delete from entry`.execute(db)).rejects.toThrow('append-only')
    await expect(
      sql`insert into institution (id, slug, region_code, parent_id, path, kind, name)
        values ('b', 'b', 'nowhere', null, 'b/', 'agency', 'B')`.execute(db),
    ).rejects.toThrow(/foreign key/i)
    await close()
    await empty.dispose()
  })

  test('is readable by its owner alone and replaces an older one whole', async () => {
    writeFileSync(file, 'old')
    await balai(['backup', file], source.env)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(gunzipSync(readFileSync(file)).toString()).toContain('"format":"balai-backup"')
  })

  test('with a wrong call ends in 2 and says why', async () => {
    expect(await balai(['backup'], source.env)).toMatchObject({ code: 2, out: '' })
    expect((await balai(['backup', join(folder, 'no', 'such', 'place')], source.env)).code).toBe(2)
    expect((await balai(['restore', join(folder, 'missing')], source.env)).code).toBe(2)
    const nowhere = await balai(['backup', file], { DATA_DIR: join(folder, 'nowhere') })
    expect(nowhere.code).toBe(2)
    expect(nowhere.err).toContain('Belum ada basis data')
  })

  test('migrate makes what is missing and says what it did', async () => {
    const empty = await openEmpty(engine)
    expect((await balai(['verify'], engine === 'postgres' ? empty.env : { DATA_DIR: empty.env.DATA_DIR })).code).toBe(2)
    expect((await balai(['migrate'], empty.env)).json().applied).toContain('0001-ledger')
    expect((await balai(['migrate'], empty.env)).json().applied).toEqual([])
    await empty.dispose()
  })
})
