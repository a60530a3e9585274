/** An auditor with the database and a stranger with the public export, each checking for themselves. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { main } from '#server/cli/main.ts'
import { granted } from '#server/demo/fill-places.ts'
import { newSubmissionKey } from '#server/ids.ts'
import type { Verification } from '#server/ledger/verification.ts'
import { scopeOf } from '#server/scope.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { importAnswers } from '#server/survey/import.ts'
import { correct, handIn, publish } from '#server/survey/publication.ts'
import { wordsOf } from '#server/words/words.ts'
import { actorWith } from '../directory/actors.ts'
import { BARE_ENV } from '../support/bare-env.ts'
import { useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { onEachPortal } from '../support/portal.ts'
import { bodyOf, csvOf } from '../survey/world.ts'
import { fillTown, openTownSurvey } from './town.ts'

const t = wordsOf('id')
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'balai-stranger-'))
const saved = join(folder, 'balai.jsonl')
afterAll(() => rmSync(folder, { recursive: true }))

const [NOW, PAST] = ['loket-disdukcapil-ktp-el-kini', 'loket-disdukcapil-ktp-el-lalu']

/** A row to change, and how it is named afterwards. */
interface Row {
  table: string
  key: string
  where: string
  kind: string
  name: (id: string) => RegExp
}

const SEALED_ANSWER: Row = {
  table: 'answer',
  key: 'id',
  where: 'sealed_in is not null and comment is not null',
  kind: 'answer',
  name: (id) => new RegExp(`^${NOW}/\\d+/${id}$`),
}
const COUNTED_RECEIPT: Row = {
  table: 'receipt',
  key: 'hash',
  where: 'counted_in is not null',
  kind: 'batch',
  name: () => new RegExp(`^${NOW}/\\d+$`),
}
/** The last row of the survey that was published. */
function rowOf(table: string, column = 'survey_id'): Row {
  const where = `${column} = (select id from survey where slug = '${PAST}')`
  const key = table === 'tally' ? 'survey_id' : 'id'
  return { table, key, where, kind: table, name: () => new RegExp(`^${PAST}(/\\d+)?$`) }
}

/** One survey with residents' answers that are sealed, and one from paper that was published and corrected. */
async function fill(database: OpenDatabase): Promise<void> {
  await fillTown(database)
  const officer = scopeOf(database, { actor: actorWith('officer', 'portal') })
  const publisher = scopeOf(database, { actor: actorWith('publisher', 'portal') })
  const reason = 'Alasan yang cukup panjang.'
  const open = await openTownSurvey(database, { period: 'Kini' })
  const bodies = Array.from({ length: 32 }, () => bodyOf('343434343', { comment: 'Antreannya cepat.' }))
  for (const body of bodies) await submitAnswer(scopeOf(database), open.slug, newSubmissionKey(), body)
  const days = { firstDay: dayFromNow(-90), lastDay: dayFromNow(-10) }
  const { slug } = await openTownSurvey(database, { period: 'Lalu', served: 40, ...days })
  const rows = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? '432143214' : '344434433'))
  await importAnswers(officer, slug, { name: 'kertas.csv', read: () => new Blob([csvOf(rows)]).stream() })
  await handIn(officer, slug)
  granted(await publish(publisher, slug, { reason }))
  granted(await correct(publisher, slug, { served: 44, reason }))
}

onEachPortal('verification', fill, (portal, engine) => {
  const visit = useBrowser(portal)
  const audit = () => verifyHere([], portal().env)
  const ask = async (statement: string) =>
    (await sql.raw<Record<string, string>>(statement).execute(portal().database.db)).rows

  test('tells the auditor that all holds, and how much was checked', async () => {
    const { code, found } = await verify([], portal().env)
    expect(found).toMatchObject({ fits: true, problem: null })
    expect(code).toBe(0)
    expect(found.checked).toMatchObject({ publications: 2, receipts: 22, answers: 52 })
  })

  test('tells a stranger with the public export that all holds, without a database', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto('/cek/catatan')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: t.check.entries.download }).click(),
    ])
    await download.saveAs(saved)
    const { code, found } = await verify(['--export', saved], { DATA_DIR: join(folder, 'none') })
    expect(found).toMatchObject({ fits: true, problem: null })
    expect(code).toBe(0)
    expect(found.checked).toMatchObject({ publications: 2, receipts: 22 })
    expect(readFileSync(saved, 'utf8')).not.toContain('Antreannya')
  })

  test.each([
    ['first', 0],
    ['early', 0.1],
    ['middle', 0.5],
    ['late', 0.9],
    ['last', 1],
  ] as const)('names an export of which one byte was changed: the %s', async (_, part) => {
    const bytes = readFileSync(saved)
    const place = Math.round(part * (bytes.length - 2))
    bytes[place] = bytes[place]! ^ 1
    const altered = join(folder, 'altered.jsonl')
    writeFileSync(altered, bytes)
    const { code, found } = await verifyHere(['--export', altered], { DATA_DIR: join(folder, 'none') })
    expect(code).toBe(1)
    expect(found.problem).toEqual(expect.objectContaining({ id: expect.stringMatching(/./), what: expect.any(String) }))
  })

  test.each([
    { what: 'an answer’s score', row: SEALED_ANSWER, column: 'scores', to: `replace(scores, '3', '4')` },
    { what: 'an answer’s words', row: SEALED_ANSWER, column: 'comment', to: `'Semua baik.'` },
    { what: 'a receipt', row: COUNTED_RECEIPT, column: 'counted_in', to: 'null' },
    { what: 'a tally', row: rowOf('tally'), column: 'integers', to: `replace(integers, '1', '2')` },
    { what: 'a batch', row: rowOf('batch'), column: 'movement', to: `replace(movement, '1', '2')` },
    { what: 'a figure', row: rowOf('publication'), column: 'snapshot', to: `replace(snapshot, '4', '5')` },
    { what: 'a survey', row: rowOf('survey', 'id'), column: 'starts_at', to: `'2020-01-01T00:00:00.000Z'` },
  ])('names the row that somebody changed by hand: $what', async ({ row, column, to }) => {
    const { table, key, where, kind, name } = row
    const [{ id, value } = {}] = await ask(
      `select ${key} as id, ${column} as value from ${table} where ${where} limit 1`,
    )
    await ask(`update ${table} set ${column} = ${to} where ${key} = '${id}'`)
    const { code, found } = await audit()
    await ask(`update ${table} set ${column} = '${value?.replaceAll("'", "''")}' where ${key} = '${id}'`)
    expect(found.problem).toMatchObject({ kind, id: expect.stringMatching(name(id ?? '')) })
    expect(code).toBe(1)
    expect((await audit()).found.problem).toBeNull()
  })

  test('names an entry of the ledger that somebody changed by going round its guards', async () => {
    const guard = engine === 'sqlite' ? 'drop trigger entry_no_update' : 'alter table entry disable trigger user'
    await expect(ask(`update entry set subject = 'x' where seq = 3`)).rejects.toThrow(/append-only/)
    await ask(guard)
    await ask(`update entry set subject = 'x' where seq = 3`)
    const { code, found } = await audit()
    expect(found.problem).toMatchObject({ kind: 'entry', id: '3' })
    expect(code).toBe(1)
  })
})

interface Said {
  code: number | null
  found: Verification
}

/** Runs the command as a person would, in a process of its own. */
function verify(args: string[], env: Record<string, string>): Promise<Said> {
  const program = join(root, 'server/cli/main.ts')
  const child = spawn(process.execPath, [program, 'verify', '--json', ...args], {
    env: { ...BARE_ENV, ...env },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += String(text)))
  child.stderr.on('data', (text: Buffer) => (err += String(text)))
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (out === '') reject(new Error(`verify ended with ${code}: ${err}`))
      else resolve({ code, found: JSON.parse(out) as Verification })
    })
  })
}

/** The same command again and again, without a new process for each. */
async function verifyHere(args: string[], env: Record<string, string>): Promise<Said> {
  delete process.env.DATABASE_URL
  Object.assign(process.env, env)
  let [out, err] = ['', '']
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text), terminal: false }
  const code = await main(['verify', ...args], io)
  expect(err).toBe('')
  return { code, found: JSON.parse(out) as Verification }
}
