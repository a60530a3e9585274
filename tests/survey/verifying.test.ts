import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, OpenDatabase } from '#db/database.ts'
import { publicExport } from '#server/ledger/export.ts'
import { signHeads, type HeadKey } from '#server/ledger/heads.ts'
import { runExportVerifiers, runVerifiers, type ExportRecord } from '#server/ledger/verification.ts'
import { scopeOf } from '#server/scope.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { importAnswers } from '#server/survey/import.ts'
import { correct, handIn, publish } from '#server/survey/publication.ts'
import { sealWaiting } from '#server/survey/sealing.ts'
import { exporters, exportVerifiers, rowVerifiers } from '#server/verifiers.ts'
import { openTestDatabase, type TestDatabase } from '../support/engines.ts'
import { TAMPERINGS } from './tamperings.ts'
import { AFTER, bodyOf, csvOf, makeWorld, newKey, openedSurvey } from './world.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const KEY: HeadKey = { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') }

describe.each(['sqlite', 'postgres'] as const)('verifying surveys (%s)', (engine) => {
  let opened: TestDatabase
  let slug: string
  beforeAll(async () => {
    opened = await openTestDatabase(engine)
    slug = await tellStory(opened.database)
  })
  afterAll(() => opened.dispose())

  /** Looks at the story after something was changed by hand, and takes the change back. */
  async function after<T>(change: (db: Database) => Promise<unknown>, look: (db: Database) => Promise<T>): Promise<T> {
    let seen: { value: T } | undefined
    const undo = new Error('undo')
    const attempt = opened.database.db.transaction().execute(async (db) => {
      await change(db)
      seen = { value: await look(db) }
      throw undo
    })
    await expect(attempt).rejects.toBe(undo)
    return seen!.value
  }
  const verify = (db: Database) => runVerifiers(db, rowVerifiers({}))

  test('all fits, for an auditor and for a stranger', async () => {
    const checkedRows = { batches: 3, answers: 37, receipts: 34, publications: 2, tallies: 2 }
    expect(await verify(opened.database.db)).toMatchObject({ fits: true, checked: checkedRows })
    const records = await exported(opened.database)
    const checkedRecords = { batches: 3, receipts: 34, publications: 2 }
    expect(await checked(records)).toMatchObject({ fits: true, checked: checkedRecords })
    expect(JSON.stringify(records)).not.toContain('saran 1')
    // Three answers came by import, too few to open; so that they don't follow, the next smallest batch stays closed too.
    const batches = records.filter(({ type }) => type === 'batch')
    expect(batches.filter(({ movement }) => movement === null).map(({ answers }) => answers)).toEqual([3, 10])
  })

  test.each(TAMPERINGS)('names %s when changed by hand', async (_, statement, problem) => {
    const { fits, problem: found } = await after((db) => sql.raw(statement).execute(db), verify)
    expect(fits).toBe(false)
    expect(found).toMatchObject(problem)
    expect(found?.id).toMatch(problem.kind === 'instrument' ? /./ : slug)
  })

  test('names the answer that was changed, by batch and id', async () => {
    const { db } = opened.database
    const row = await db.selectFrom('answer').selectAll().where('comment', '=', 'saran 3').executeTakeFirstOrThrow()
    const { number } = await db
      .selectFrom('batch')
      .selectAll()
      .where('id', '=', row.sealedIn!)
      .executeTakeFirstOrThrow()
    const { problem } = await after(
      (db) => db.updateTable('answer').set({ scores: '111111111' }).where('id', '=', row.id).execute(),
      verify,
    )
    expect(problem).toMatchObject({ kind: 'answer', id: `${slug}/${number}/${row.id}` })
  })

  const FORGERIES: [string, (record: ExportRecord) => ExportRecord | null, string][] = [
    ['another index', figuresWith({ ikm: 99.99 }), 'publication-entry'],
    [
      'a batch less',
      (record) => (record.type === 'batch' && record.number === 1 ? null : record),
      'publication-recount',
    ],
    [
      'a receipt less',
      (record) => (record.type === 'receipts' ? { ...record, hashes: (record.hashes as string[]).slice(1) } : record),
      'batch-receipts-count',
    ],
    [
      'another receipt',
      (record) =>
        record.type === 'receipts' ? { ...record, hashes: [...(record.hashes as string[]).slice(1), 'ff'] } : record,
      'batch-receipts',
    ],
    [
      'another count',
      (record) => (record.type === 'batch' ? { ...record, answers: Number(record.answers) + 1 } : record),
      'batch-entry',
    ],
    [
      'another day of publication',
      (record) => (record.type === 'publication' ? { ...record, publishedAt: '2020-01-01T00:00:00.000Z' } : record),
      'publication-entry',
    ],
    [
      'a ralat called a result',
      (record) => (record.type === 'publication' ? { ...record, kind: 'result' } : record),
      'publication-entry',
    ],
    ['no publication', (record) => (record.type === 'publication' ? null : record), 'publication-missing'],
  ]

  test.each(FORGERIES)('a stranger finds %s in an export', async (_, forge, what) => {
    const records = (await exported(opened.database)).map(forge).filter((record) => record !== null)
    const { fits, problem } = await checked(records)
    expect(fits).toBe(false)
    expect(problem?.what).toBe(what)
  })
})

/** One survey, answered, imported into, published and corrected, and another that nobody answered. Says its slug. */
async function tellStory(database: OpenDatabase): Promise<string> {
  const world = await makeWorld(database)
  const { slug, id } = await openedSurvey(world, { served: 200 })
  const comments = Array.from({ length: 34 }, (_, i) => ({ comment: `saran ${i}`, respondent: { sex: 'male' } }))
  await Promise.all(comments.map((rest, i) => submitAnswer(world.as(null), slug, newKey(), bodyOf(1 + (i % 4), rest))))
  await sealWaiting(world.as(null), id)
  const file = { name: 'a.csv', read: () => linesOf(csvOf(['123412341', '4444444-4', '333333333'])) }
  await importAnswers(world.as(world.officer, AFTER), slug, file)
  await handIn(world.as(world.officer, AFTER), slug)
  await publish(world.as(world.publisher, AFTER), slug, { reason: 'Tidak semua sempat ditanya.' })
  await correct(world.as(world.publisher, AFTER), slug, { served: 210, reason: 'Jumlah dilayani dihitung ulang.' })
  await openedSurvey(world)
  return slug
}

async function* linesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

async function exported(database: OpenDatabase): Promise<ExportRecord[]> {
  const records: ExportRecord[] = []
  await signHeads(scopeOf(database, { now: new Date(AFTER.getTime() + 2 * 86_400_000) }), KEY)
  for await (const record of publicExport(database.db, { exporters, key: KEY, now: AFTER })) records.push(record)
  return records
}

function checked(records: ExportRecord[]) {
  return runExportVerifiers(records, exportVerifiers({}))
}

function figuresWith(change: object) {
  return (record: ExportRecord): ExportRecord => {
    if (record.type !== 'publication') return record
    const snapshot = record.snapshot as { figures: object }
    return { ...record, snapshot: { ...snapshot, figures: { ...snapshot.figures, ...change } } }
  }
}
