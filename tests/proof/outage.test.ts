/** The database goes away, or its disk is full: who asks is told to come back, and nothing that was acknowledged is lost. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import SqliteFile from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase, type OpenDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { wordsOf } from '#server/words/words.ts'
import { dayFromNow } from '../support/days.ts'
import { openTestDatabase } from '../support/engines.ts'
import { startNode, visitorOf, type Reply } from '../support/portal.ts'
import { startPostgresServer } from '../support/postgres.ts'
import { makeWorld, newKey, openedSurvey } from '../survey/world.ts'
import { streamAnswers, type AnswerStream } from './answer-stream.ts'
import { expectNothingLost } from './books.ts'

const LATER = /^[1-9]\d?$/
const FORM = Object.fromEntries(ELEMENT_KEYS.map((key) => [key, '4']))
const unavailable = (locale: 'id' | 'en') => wordsOf(locale).common.refusals.unavailable

test('PostgreSQL goes away and comes back', async () => {
  const server = await startPostgresServer()
  const folder = mkdtempSync(join(tmpdir(), 'balai-outage-'))
  const env = { DATA_DIR: folder, DATABASE_URL: `${server.url}/postgres` }
  const database = openDatabase({ url: env.DATABASE_URL, file: '', connections: 3 })
  try {
    const survey = await fill(database)
    const node = await startNode({ ...env, DATABASE_CONNECTIONS: '5' })
    const visitor = visitorOf(node)
    const stream = streamAnswers(node.url, survey.slug)
    await stream.acknowledgeMore(50)
    expect((await visitor.get('/survei')).status).toBe(200)

    await server.pause()
    await expectRefusals(stream, 20)
    expectLater(await visitor.get(`/survei/${survey.slug}/hasil`), unavailable('id').title)
    expectLater(await visitor.get(`/en/surveys/${survey.slug}/results`), unavailable('en').title)
    expectLater(await visitor.get(`/survei/${survey.slug}`, { cookie: `balai_session=${'a'.repeat(40)}` }))
    expectLater(await visitor.post(`/survei/${survey.slug}`, { ...FORM, key: newKey() }), unavailable('id').title)
    expectLater(await visitor.post('/masuk', { email: 'a@contoh.go.id', password: 'sandi yang panjang' }))
    expectLater(await visitor.get('/api/v1/survey?state=closed'))
    expectLater(await visitor.get('/readyz'))
    expect((await visitor.get('/healthz')).status).toBe(200)
    // What is kept is still told, for as long as it is kept anyway.
    expect((await visitor.get('/survei')).status).toBe(200)

    await server.resume()
    await stream.acknowledgeMore(50)
    expect((await visitor.get(`/survei/${survey.slug}/hasil`)).status).toBe(200)
    expect((await visitor.get('/readyz')).status).toBe(200)
    await expectAllTaken(stream)
    // Hundreds were refused, and the log says so in a line or two.
    const said = node.complaints().filter((line) => line.includes('"error"'))
    expect(said[0]).toContain('the database is away, held or full')
    expect(said.length).toBeLessThanOrEqual(2)
    await node.stop()
    await expectNothingLost(database, env, survey, stream.acknowledged())
  } finally {
    await database.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)

test('the disk under PostgreSQL is full, and later has room again', async () => {
  const { database, env, dispose } = await openTestDatabase('postgres')
  const survey = await fill(database)
  const node = await startNode(env)
  const visitor = visitorOf(node)
  const stream = streamAnswers(node.url, survey.slug)
  await stream.acknowledgeMore(20)
  const { db } = database
  // What the server says when a table can't grow.
  await sql`create function full_disk() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(db)
  await sql`create trigger full_disk before insert on answer execute function full_disk()`.execute(db)
  await expectRefusals(stream, 20)
  expectLater(await visitor.post(`/survei/${survey.slug}`, { ...FORM, key: newKey() }), unavailable('id').title)
  expect((await visitor.get(`/survei/${survey.slug}/hasil`)).status).toBe(200)
  await sql`drop trigger full_disk on answer`.execute(db)
  await stream.acknowledgeMore(20)
  await expectAllTaken(stream)
  await node.stop()
  await expectNothingLost(database, env, survey, stream.acknowledged())
  await dispose()
}, 60_000)

test('another program keeps SQLite to itself, and lets go of it', async () => {
  const { database, env, dispose } = await openTestDatabase('sqlite')
  const survey = await fill(database)
  const node = await startNode(env)
  const stream = streamAnswers(node.url, survey.slug)
  await stream.acknowledgeMore(20)
  const other = new SqliteFile(join(env.DATA_DIR, 'balai.db'))
  other.exec('begin immediate')
  // The first are refused when the portal has waited long enough for it.
  await expectRefusals(stream, 1)
  other.exec('rollback')
  other.close()
  await stream.acknowledgeMore(20)
  await expectAllTaken(stream)
  await node.stop()
  await expectNothingLost(database, env, survey, stream.acknowledged())
  await dispose()
}, 60_000)

test('the disk under SQLite is full, and later has room again', async () => {
  const opened = await openTestDatabase('sqlite')
  const { database, env } = opened
  const survey = await fill(database)
  await database.close()
  const room = statSync(join(env.DATA_DIR, 'balai.db')).size + 1_500_000
  const node = await startNode(env, { under: ['prlimit', `--fsize=${room}:unlimited`] })
  const visitor = visitorOf(node)
  const stream = streamAnswers(node.url, survey.slug, { comment: 'Antreannya panjang. '.repeat(99) })
  await stream.acknowledgeMore(20)
  await expectRefusals(stream, 20)
  expect((await visitor.get(`/survei/${survey.slug}/hasil`)).status).toBe(200)
  expect((await visitor.get('/api/v1/survey?state=open')).text).toContain(survey.slug)
  // A small one may still fit where several no longer did.
  const form = { ...FORM, comment: 'Antreannya panjang. '.repeat(99) }
  let reply = await visitor.post(`/survei/${survey.slug}`, { ...form, key: newKey() })
  while (reply.status === 303) reply = await visitor.post(`/survei/${survey.slug}`, { ...form, key: newKey() })
  expectLater(reply, unavailable('id').title)

  execFileSync('prlimit', ['--pid', String(node.pid), '--fsize=unlimited'])
  await stream.acknowledgeMore(50)
  await expectAllTaken(stream)
  await node.stop()
  const after = openDatabase({ file: join(env.DATA_DIR, 'balai.db') })
  await expectNothingLost(after, env, survey, stream.acknowledged())
  await after.close()
  await opened.dispose()
}, 60_000)

async function fill(database: OpenDatabase): Promise<SurveyView> {
  await migrate(database)
  return openedSurvey(await makeWorld(database), { firstDay: dayFromNow(-3), lastDay: dayFromNow(3) })
}

/** Nothing but 503, each saying when to come back. */
async function expectRefusals({ refusals }: AnswerStream, count: number): Promise<void> {
  await expect.poll(() => refusals.length, { timeout: 25_000 }).toBeGreaterThanOrEqual(count)
  const kinds = new Set(
    refusals.map(({ status, type, retryAfter }) => `${status} ${type} ${LATER.test(retryAfter ?? '')}`),
  )
  expect([...kinds]).toEqual(['503 application/problem+json true'])
}

function expectLater({ status, headers, text }: Reply, words = ''): void {
  expect([status, text.slice(0, 300)]).toEqual([503, expect.anything()])
  expect(headers.get('retry-after')).toMatch(LATER)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(text).toContain(words)
}

async function expectAllTaken(stream: AnswerStream): Promise<void> {
  await stream.stop()
  await stream.sendRestAgain()
  expect(stream.acknowledged()).toHaveLength(stream.sendings.length)
}
