import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/database.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { handIn, publish } from '#server/survey/publication.ts'
import { voidSheet } from '#server/survey/voiding.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { onEachEngine } from '../support/engines.ts'
import { enterPaper } from './paper.ts'
import { AFTER, bodyOf, makeWorld, newKey, openedSurvey } from './world.ts'

const TAMPERINGS: [string, string, string][] = [
  [
    'an answer moved from paper to the web',
    `update tally set marks = replace(marks, '"web":16', '"web":18')`,
    'marks-sum',
  ],
  [
    'the ways, adding up',
    `update tally set marks = replace(replace(marks, '"web":16', '"web":15'), '"paper":4', '"paper":5')`,
    'marks-recorded',
  ],
  ['the flags', `update tally set marks = replace(marks, '"all-best":6', '"all-best":5')`, 'marks-sum'],
  ['the tally without flags', `update tally set unflagged = integers`, 'marks-sum'],
  ['the sheets of a day', `update desk_total set entered = entered - 1`, 'desk-totals'],
  ['how many were read out', `update desk_total set read_out = 0`, 'desk-totals'],
  ['a voiding, removed', `delete from voided_sheet`, 'desk-totals'],
  ['the reason of a voiding', `update voided_sheet set reason = 'mistyped'`, 'desk-totals'],
]

onEachEngine('verifying ways, flags and the desk', (database) => {
  let slug: string
  beforeAll(async () => {
    const world = await makeWorld(database())
    const survey = await openedSurvey(world)
    slug = survey.slug
    for (let i = 0; i < 16; i++) {
      await submitAnswer(world.as(null), slug, newKey(), bodyOf(i < 6 ? 4 : 3), { channel: 'web', seconds: 60 })
    }
    const scores = ['333333333', '333333333', '343434343', '222222222', '1-1-1-1-1']
    const { sheets } = await enterPaper(world.as(world.officer), slug, scores, { readOut: true })
    await voidSheet(world.as(world.officer), slug, { code: sheets[0]!.code, reason: 'entered-twice' })
    await handIn(world.as(world.officer, AFTER), slug)
    await publish(world.as(world.publisher, AFTER), slug, { reason: 'Untuk mencoba.' })
  })
  const verify = (db: Database) => runVerifiers(db, rowVerifiers({}))

  test('all fits', async () => {
    expect(await verify(database().db)).toMatchObject({ fits: true })
  })

  test.each(TAMPERINGS)('names %s when changed by hand', async (_, statement, what) => {
    const undo = new Error('undo')
    let found: unknown
    const attempt = database()
      .db.transaction()
      .execute(async (db) => {
        await sql.raw(statement).execute(db)
        found = (await verify(db)).problem
        throw undo
      })
    await expect(attempt).rejects.toBe(undo)
    expect(found).toMatchObject({ kind: 'tally', id: slug, what })
  })
})
