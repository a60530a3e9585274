import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { main } from '#server/cli/main.ts'
import { publicExport } from '#server/ledger/export.ts'
import { listHeads, loadHeadKey, signHeads } from '#server/ledger/heads.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { writeSealed } from '#server/sealed-lines.ts'
import { openTestDatabase, type TestDatabase } from '../support/engines.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-verify-'))
const [exportFile, headsFile] = [join(folder, 'export.jsonl.gz'), join(folder, 'heads.json')]
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(['sqlite', 'postgres'] as const)('verify (%s)', (engine) => {
  let opened: TestDatabase
  const at = (date: string) => scopeOf(opened.database, { now: new Date(`${date}T12:00:00+07:00`) })
  const balai = async (args: string[], { env = opened.env, terminal = false } = {}) => {
    let [out, err] = ['', '']
    process.env.DATA_DIR = env.DATA_DIR
    if (env.DATABASE_URL) process.env.DATABASE_URL = env.DATABASE_URL
    else delete process.env.DATABASE_URL
    const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text), terminal })
    return { code, out, err, json: () => JSON.parse(out) as unknown }
  }
  const nowhere = { DATA_DIR: join(folder, 'no-database') }
  const alter = async () => {
    const off = engine === 'sqlite' ? sql`drop trigger entry_no_update` : sql`alter table entry disable trigger user`
    await off.execute(opened.database.db)
    await sql`update entry set subject = 'x' where seq = 2`.execute(opened.database.db)
  }

  beforeEach(async () => {
    opened = await openTestDatabase(engine)
    for (const date of ['2026-01-05', '2026-01-05', '2026-01-06']) {
      await transaction(at(date), async (scope) => scope.record({ kind: 'test.done', subject: 's', fields: { a: 1 } }))
    }
    const key = loadHeadKey(opened.env.DATA_DIR)
    await signHeads(at('2026-01-08'), key)
    writeFileSync(headsFile, JSON.stringify(await listHeads(at('2026-01-08'))))
    await writeSealed(exportFile, publicExport(opened.database.db, { exporters: [], key, now: new Date(0) }))
  })
  afterEach(() => opened.dispose())

  test('says that all fits and how much was checked', async () => {
    expect(await balai(['verify', '--heads', headsFile])).toMatchObject({ code: 0 })
    // Beside what the ledger counts stand the counts of each module that has rows to check.
    expect((await balai(['verify', '--heads', headsFile])).json()).toMatchObject({
      fits: true,
      problem: null,
      checked: { entries: 3, fields: 3, heads: 2, savedHeads: 2 },
    })
    expect((await balai(['verify'], { terminal: true })).out).toContain('3 catatan')
  })
  test('names the altered entry to a person and to a program', async () => {
    await alter()
    const program = await balai(['verify', '--json'], { terminal: true })
    expect(program).toMatchObject({ code: 1 })
    expect(program.json()).toMatchObject({ fits: false, problem: { kind: 'entry', id: '2', what: 'entry-hash' } })
    expect((await balai(['verify'], { terminal: true })).out).toMatch(/^Tidak cocok: Catatan 2: sidiknya/)
  })
  test('a stranger verifies an export, and the heads they saved, without a database', async () => {
    const verified = await balai(['verify', '--export', exportFile, '--heads', headsFile], { env: nowhere })
    expect(verified.code).toBe(0)
    expect(verified.json()).toMatchObject({ fits: true, checked: { entries: 3, heads: 2, savedHeads: 2 } })
  })
  test('an export of an altered chain does not fit', async () => {
    await alter()
    const key = loadHeadKey(opened.env.DATA_DIR)
    await writeSealed(exportFile, publicExport(opened.database.db, { exporters: [], key, now: new Date(0) }))
    const verified = await balai(['verify', '--export', exportFile], { env: nowhere })
    expect(verified.code).toBe(1)
    expect(verified.json()).toMatchObject({ problem: { kind: 'entry', id: '2' } })
  })
  test('heads signed with a key that the data folder does not hold are named', async () => {
    rmSync(join(opened.env.DATA_DIR, 'head-key.pem'))
    loadHeadKey(opened.env.DATA_DIR)
    expect((await balai(['verify'])).json()).toMatchObject({ problem: { kind: 'head', what: 'head-key' } })
  })
  test('a file that is no export or no list of heads is told from one', async () => {
    writeFileSync(exportFile, '{"type":"header","format":"something"}\n')
    expect((await balai(['verify', '--export', exportFile])).json()).toMatchObject({
      problem: { what: 'export-foreign' },
    })
    expect((await balai(['verify', '--export', join(folder, 'missing')])).code).toBe(2)
    writeFileSync(headsFile, '[{"seq":1}]')
    expect(await balai(['verify', '--heads', headsFile])).toMatchObject({ code: 2, out: '' })
  })
  test('without a database it ends in 2 and says so', async () => {
    const { code, err } = await balai(['verify'], { env: nowhere })
    expect(code).toBe(2)
    expect(err).toContain('Belum ada basis data')
  })
})
