import { expect, test } from 'vitest'
import { countWaitingAnswers } from '#db/survey/answers.ts'
import { openDatabase } from '#db/database.ts'
import { updateSurvey } from '#db/survey/surveys.ts'
import { scopeOf } from '#server/scope.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { getCounts } from '#server/survey/counts.ts'
import { openTestDatabase, onEachEngine } from '../support/engines.ts'
import { AFTER, BEFORE, bodyOf, drafted, DURING, makeWorld, newKey, openedSurvey, type World } from './world.ts'
import { beforeAll } from 'vitest'
import { sealWaiting } from '#server/survey/sealing.ts'

onEachEngine('answering', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const resident = (now = DURING) => world.as(null, now)

  test('gives a receipt, and the same one for the same key and body', async () => {
    const { slug } = await openedSurvey(world)
    const key = newKey()
    const first = await submitAnswer(resident(), slug, key, bodyOf(4))
    expect(first).toMatchObject({ kind: 'received', first: true })
    expect(first).toHaveProperty('receipt', expect.stringMatching(/^S[0-9A-Z]{3}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/))
    expect(await submitAnswer(resident(), slug, key, bodyOf(4))).toEqual({ ...first, first: false })
    expect((await getCounts(resident(), slug)).n).toBe(1)
  })

  test('keeps the first answer when another comes under its key', async () => {
    const { slug } = await openedSurvey(world)
    const key = newKey()
    await submitAnswer(resident(), slug, key, bodyOf(4))
    const other = await submitAnswer(resident(), slug, key, bodyOf(1))
    expect(other).toMatchObject({ kind: 'refused', reason: 'other-body', receipt: expect.any(String) })
    expect((await getCounts(resident(), slug)).n).toBe(1)
  })

  test('once sealed, gives the receipt whatever comes with the key', async () => {
    const { slug, id } = await openedSurvey(world)
    const keys = Array.from({ length: 30 }, newKey)
    await Promise.all(keys.map((key) => submitAnswer(resident(), slug, key, bodyOf(3))))
    await sealWaiting(resident(), id)
    const again = await Promise.all(keys.map((key) => submitAnswer(resident(), slug, key, bodyOf(1))))
    expect(again.filter(({ kind }) => kind === 'received')).toHaveLength(20)
    expect(again.filter(({ kind }) => kind === 'refused')).toHaveLength(10)
    expect(await getCounts(resident(), slug)).toMatchObject({ n: 30, sealed: 20, waiting: 10 })
  })

  test('says the receipt again after closing, but takes nothing new', async () => {
    const { slug } = await openedSurvey(world)
    const key = newKey()
    const first = await submitAnswer(resident(), slug, key, bodyOf(2))
    expect(await submitAnswer(resident(AFTER), slug, key, bodyOf(2))).toEqual({ ...first, first: false })
    expect(await submitAnswer(resident(AFTER), slug, newKey(), bodyOf(2))).toEqual({
      kind: 'refused',
      reason: 'closed',
    })
  })

  test('goes by the days that a survey has now, however often it was asked before and whoever moved them', async () => {
    const { slug, id } = await openedSurvey(world)
    const { db } = database()
    const submit = () => submitAnswer(resident(), slug, newKey(), bodyOf(2))
    expect(await submit()).toMatchObject({ kind: 'received' })
    expect(await submit()).toMatchObject({ kind: 'received' })
    const { endsAt } = await db.selectFrom('survey').select('endsAt').where('id', '=', id).executeTakeFirstOrThrow()
    await updateSurvey(db, id, { endsAt: BEFORE.toISOString() })
    expect(await submit()).toEqual({ kind: 'refused', reason: 'closed' })
    await updateSurvey(db, id, { endsAt })
    expect(await submit()).toMatchObject({ kind: 'received' })
    await updateSurvey(db, id, { openedAt: null })
    expect(await submit()).toEqual({ kind: 'refused', reason: 'not-open' })
    expect(await countWaitingAnswers(db, id)).toBe(3)
  })

  test('tells those that come in one lot under one key apart', async () => {
    const { slug } = await openedSurvey(world)
    await submitAnswer(resident(), slug, newKey(), bodyOf(4))
    const key = newKey()
    const lot = await Promise.all([4, 4, 1].map((level) => submitAnswer(resident(), slug, key, bodyOf(level))))
    expect(lot).toMatchObject([
      { kind: 'received', first: true },
      { kind: 'received', first: false },
      { kind: 'refused', reason: 'other-body' },
    ])
    expect((await getCounts(resident(), slug)).n).toBe(2)
  })

  test('counts the last day whole, in the zone of the region', async () => {
    const { slug } = await openedSurvey(world)
    const at = (instant: string) => submitAnswer(resident(new Date(instant)), slug, newKey(), bodyOf(4))
    expect(await at('2026-06-30T16:59:59.999Z')).toEqual({ kind: 'refused', reason: 'not-open' })
    expect(await at('2026-06-30T17:00:00.000Z')).toMatchObject({ kind: 'received' })
    expect(await at('2026-07-31T16:59:59.999Z')).toMatchObject({ kind: 'received' })
    expect(await at('2026-07-31T17:00:00.000Z')).toEqual({ kind: 'refused', reason: 'closed' })
  })

  test('refuses an answer to a draft and to no survey', async () => {
    const { slug } = await drafted(world)
    expect(await submitAnswer(resident(), slug, newKey(), bodyOf(4))).toEqual({ kind: 'refused', reason: 'not-open' })
    await expect(submitAnswer(resident(), 'tidak-ada', newKey(), bodyOf(4))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test.each([
    ['a key that is too short', 'abcdefghijklmnopqrstu'],
    ['a key of few characters', 'a'.repeat(22)],
    ['a key with a space', 'abcdefghijklmnopqrstuv w'],
    ['a key with other characters', 'abcdefghijklmnopqrstuvé'],
    ['a key that is too long', 'abcdefgh'.repeat(26)],
  ])('refuses %s', async (_, key) => {
    const { slug } = await openedSurvey(world)
    expect(await submitAnswer(resident(), slug, key, bodyOf(4))).toEqual({ kind: 'refused', reason: 'bad-key' })
  })

  test.each([
    ['a score beyond the scale', bodyOf(5), { 'answers.cost': 'score' }],
    ['a score as text', { answers: { cost: '3' } }, { 'answers.cost': 'score' }],
    ['a score that is true', { answers: { cost: true } }, { 'answers.cost': 'score' }],
    ['nine blanks', bodyOf('---------'), { answers: 'all-blank' }],
    ['an unknown element', { answers: { cost: 3, kebersihan: 4 } }, { 'answers.kebersihan': 'unknown-field' }],
    ['a name', { ...bodyOf(4), name: 'Siti' }, { name: 'unknown-field' }],
    ['an exact age', { ...bodyOf(4), respondent: { age: 34 } }, { 'respondent.age': 'unknown-field' }],
    ['a band that is none', { ...bodyOf(4), respondent: { sex: 'x' } }, { 'respondent.sex': 'choose' }],
    ['a comment that is too long', { ...bodyOf(4), comment: 'a'.repeat(2001) }, { comment: 'too-long' }],
    ['no answers', {}, { answers: 'required' }],
  ])('refuses %s and names the field', async (_, body, issues) => {
    const { slug } = await openedSurvey(world)
    const submission = await submitAnswer(resident(), slug, newKey(), body)
    expect(submission).toMatchObject({ kind: 'invalid', issues: expect.objectContaining(issues) })
    expect((await getCounts(resident(), slug)).n).toBe(0)
  })

  test('takes blanks, bands and a comment with characters that databases dislike', async () => {
    const { slug, id } = await openedSurvey(world)
    const body = bodyOf('44-4444-4', {
      comment: ' baik\u0000 \ud800 sekali\r\nya ',
      respondent: { sex: 'female', ageBand: '30_39' },
    })
    expect(await submitAnswer(resident(), slug, newKey(), body)).toMatchObject({ kind: 'received' })
    const row = await database()
      .db.selectFrom('answer')
      .selectAll()
      .where('answeredSurvey', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ scores: '44-4444-4', comment: 'baik \ufffd sekali\nya', sealedIn: null, salts: null })
    expect(JSON.parse(row.profile ?? '')).toEqual({ sex: 'female', ageBand: '30_39' })
  })

  test('takes more answers at once than there are connections, each once', async () => {
    const { slug } = await openedSurvey(world)
    const keys = Array.from({ length: 100 }, newKey)
    const submissions = await Promise.all(
      [...keys, ...keys].map((key) => submitAnswer(resident(), slug, key, bodyOf(3))),
    )
    expect(submissions.filter((one) => one.kind === 'received' && one.first)).toHaveLength(100)
    expect(submissions.filter((one) => one.kind === 'received')).toHaveLength(200)
    expect((await getCounts(resident(), slug)).n).toBe(100)
  })

  test('stores nothing before opening', async () => {
    const { slug, id } = await openedSurvey(world)
    expect(await submitAnswer(resident(BEFORE), slug, newKey(), bodyOf(4))).toEqual({
      kind: 'refused',
      reason: 'not-open',
    })
    expect(await countWaitingAnswers(database().db, id)).toBe(0)
  })
})

test('two nodes give the same receipt for the same key and store one answer', async () => {
  const { database, env, dispose } = await openTestDatabase('postgres')
  const other = openDatabase({ url: env.DATABASE_URL!, file: '', connections: 5 })
  try {
    const world = await makeWorld(database)
    const { slug } = await openedSurvey(world)
    const nodes = [scopeOf(database, { now: DURING }), scopeOf(other, { now: DURING })]
    const keys = Array.from({ length: 40 }, newKey)
    const receipts = await Promise.all(
      nodes.map((node) => Promise.all(keys.map((key) => submitAnswer(node, slug, key, bodyOf(3))))),
    )
    const codes = receipts.map((list) => list.map((one) => (one.kind === 'received' ? one.receipt : one.kind)))
    expect(codes[0]).toEqual(codes[1])
    expect(receipts.flat().filter((one) => one.kind === 'received' && one.first)).toHaveLength(40)
    expect((await getCounts(nodes[0]!, slug)).n).toBe(40)
  } finally {
    await other.close()
    await dispose()
  }
})
