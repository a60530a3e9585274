import { beforeAll, expect, test } from 'vitest'
import { countWaitingAnswers } from '#db/survey/answers.ts'
import { listDeskTotals } from '#db/survey/desk.ts'
import { listEntriesOf } from '#db/ledger/entries.ts'
import { lookUp } from '#server/ledger/trace.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { getCounts } from '#server/survey/counts.ts'
import { enterSheets } from '#server/survey/desk.ts'
import { handIn } from '#server/survey/publication.ts'
import { sealEverywhere, sealWaiting } from '#server/survey/sealing.ts'
import { countSheetsLeft, listPrintedSheets, printSheets } from '#server/survey/sheets.ts'
import { voidSheet } from '#server/survey/voiding.ts'
import { onEachEngine } from '../support/engines.ts'
import { enterPaper, printed, rowOf } from './paper.ts'
import { AFTER, BEFORE, bodyOf, drafted, DURING, makeWorld, newKey, openedSurvey, type World } from './world.ts'

const NEXT_DAY = new Date(DURING.getTime() + 86_400_000)

onEachEngine('paper at the desk', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = (now = DURING) => world.as(world.officer, now)
  const n = async (slug: string) => (await getCounts(officer(), slug)).n

  test('prints sheets, each with a code and a receipt of its own, and the same ones again', async () => {
    const { slug } = await openedSurvey(world)
    const run = await printSheets(officer(), slug, { count: '30' })
    expect(run).toMatchObject({ ok: true, count: 30 })
    if (!run.ok) return
    const sheets = await listPrintedSheets(officer(), slug, run.run, run.count)
    expect(new Set(sheets.map(({ code }) => code)).size).toBe(30)
    expect(new Set(sheets.map(({ receipt }) => receipt)).size).toBe(30)
    for (const { code, receipt } of sheets) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(receipt).toMatch(/^S[0-9A-Z]{3}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/)
    }
    expect(await listPrintedSheets(officer(), slug, run.run, 100)).toEqual(sheets)
    expect(await listPrintedSheets(officer(), slug, 'lain', 30)).toEqual([])
    expect(await countSheetsLeft(officer(), slug)).toBe(30)
  })

  test.each([['0'], ['101'], ['dua'], ['']])('prints no "%s" sheets', async (count) => {
    const { slug } = await openedSurvey(world)
    expect(await printSheets(officer(), slug, { count })).toMatchObject({
      ok: false,
      issues: { count: expect.any(String) },
    })
    expect(await countSheetsLeft(officer(), slug)).toBe(0)
  })

  test('stores what was typed in the order of the questionnaire, blanks, bands and words with it', async () => {
    const { slug, id, content } = await openedSurvey(world)
    const [first, second] = await printed(officer(), slug, 2)
    const typed = { who: '21-0', comment: ' Loketnya  ramah. ' }
    const rows = [
      rowOf(first!, '123404321', typed),
      rowOf({ code: second!.code.toLowerCase().replace('-', ' ') }, '1 -2-3--4'),
    ]
    expect(await enterSheets(officer(), slug, rows)).toEqual({ ok: true, entered: 2, already: 0, readOut: 0 })
    const answers = await database().db.selectFrom('answer').selectAll().where('answeredSurvey', '=', id).execute()
    // The annex asks facilities eighth, the row holds complaint handling there.
    expect(content.elements.map(({ key }) => key).slice(7)).toEqual(['facilities', 'complaint_handling'])
    expect(answers.map(({ scores }) => scores).sort()).toEqual(['1--2-3-4-', '123404312'.replace('0', '-')])
    const whole = answers.find(({ comment }) => comment !== null)
    expect(whole?.comment).toBe('Loketnya  ramah.')
    expect(JSON.parse(whole?.profile ?? '')).toEqual({ sex: 'female', ageBand: 'under_20' })
    expect(answers.map(({ mark }) => mark)).toEqual(['p', 'p'])
  })

  test('enters nothing of a page while a row is wrong, and names each row and field', async () => {
    const { slug } = await openedSurvey(world)
    const sheets = await printed(officer(), slug, 4)
    const used = await enterPaper(officer(), slug, ['333333333'])
    const rows = [
      rowOf(sheets[0]!, '444444444'),
      rowOf({ code: '' }, ''),
      rowOf({ code: 'ABCD-EFGH' }, '444444444'),
      rowOf({ code: '' }, '44444444'),
      rowOf(sheets[0]!, '444444445'),
      rowOf(sheets[1]!, '000000000', { who: '9' }),
      rowOf(sheets[2]!, '444444444', { comment: 'a'.repeat(2001) }),
    ]
    expect(await enterSheets(officer(), slug, rows)).toEqual({
      ok: false,
      issues: {
        2: { code: 'sheet-code' },
        3: { code: 'required', scores: 'nine' },
        4: { code: 'twice', scores: 'nine' },
        5: { scores: 'nine', who: 'who' },
        6: { comment: 'too-long' },
      },
    })
    const foreign = await printed(officer(), (await openedSurvey(world)).slug, 1)
    expect(
      await enterSheets(officer(), slug, [
        rowOf(used.sheets[0]!, '111111111'),
        rowOf(foreign[0]!, '444444444'),
        rowOf(sheets[3]!, '444444444'),
      ]),
    ).toEqual({ ok: false, issues: { 0: { code: 'entered' }, 1: { code: 'unknown' } } })
    expect(await n(slug)).toBe(1)
    expect(await enterSheets(officer(), slug, [rowOf({ code: ' ' }, '')])).toEqual({
      ok: false,
      issues: { form: { form: 'nothing' } },
    })
  })

  test('stores a page once, however often and from how many desks at once it is sent', async () => {
    const { slug, id } = await openedSurvey(world)
    const rows = (await printed(officer(), slug, 20)).map((sheet) => rowOf(sheet, '343434343', { readOut: true }))
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => enterSheets(officer(), slug, rows)))
    expect(outcomes.map((one) => one.ok && one.entered).sort()).toEqual([0, 0, 0, 20])
    expect(outcomes.map((one) => one.ok && one.already).sort()).toEqual([0, 20, 20, 20])
    expect(await n(slug)).toBe(20)
    expect(await listDeskTotals(database().db, id)).toMatchObject([
      { entered: 20, readOut: 20, enteredOn: '2026-07-10' },
    ])
    expect(await countSheetsLeft(officer(), slug)).toBe(0)
    expect(await listEntriesOf(database().db, id, 'survey.sheets-entered')).toHaveLength(1)
  })

  test('takes sheets in after the last day, and none before opening, after hand-in or from anyone else', async () => {
    const { slug } = await openedSurvey(world)
    const sheets = await printed(officer(), slug, 3)
    const late = world.as(world.officer, AFTER)
    expect(await enterSheets(late, slug, [rowOf(sheets[0]!, '333333333')])).toMatchObject({ entered: 1 })
    const enter = (scope = late, at = slug) => enterSheets(scope, at, [rowOf(sheets[1]!, '333333333')])
    await expect(enter(world.as(world.publisher, AFTER))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(enter(world.as(world.stranger, AFTER))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(enter(world.as(null))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(printSheets(world.as(world.stranger), slug, { count: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(voidSheet(world.as(world.stranger), slug, { code: 'x', reason: 'mistyped' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const draft = await drafted(world)
    await expect(enter(world.as(world.officer, BEFORE), draft.slug)).rejects.toMatchObject({ code: 'conflict' })
    await handIn(late, slug)
    await expect(enter()).rejects.toThrow('handed-in')
    const { db } = database()
    expect(
      await db
        .selectFrom('slip')
        .selectAll()
        .where('slipOf', '=', (await openedId(slug)) ?? '')
        .execute(),
    ).toEqual([])
  })

  test('voids an entry: answer and receipt are gone, that it was voided stays to be read', async () => {
    const { slug, id } = await openedSurvey(world)
    const { sheets } = await enterPaper(officer(), slug, ['111111111', '444444444', '333333333'])
    const [wrong] = sheets
    expect(await lookUp(world.as(null), wrong!.receipt)).toMatchObject({
      steps: [{ what: 'received' }, { what: 'waiting' }],
    })
    const voided = await voidSheet(officer(), slug, { code: wrong!.code, reason: 'not-served' })
    expect(voided).toEqual({ ok: true, code: wrong!.code })
    expect(await n(slug)).toBe(2)
    expect(await lookUp(world.as(null), wrong!.receipt)).toMatchObject({
      steps: [{ date: '2026-07-10', what: 'voided-not-served' }],
    })
    expect(await enterSheets(officer(), slug, [rowOf(wrong!, '222222222')])).toEqual({
      ok: false,
      issues: { 0: { code: 'voided' } },
    })
    expect(await voidSheet(officer(), slug, { code: wrong!.code, reason: 'mistyped' })).toMatchObject({
      ok: false,
      issues: { code: 'voided' },
    })
    expect(await listEntriesOf(database().db, id, 'survey.sheet-voided')).toHaveLength(1)
  })

  test('lets a mistyped sheet be entered again', async () => {
    const { slug } = await openedSurvey(world)
    const { sheets } = await enterPaper(officer(), slug, ['111111111'])
    await voidSheet(officer(), slug, { code: sheets[0]!.code, reason: 'mistyped' })
    expect(await n(slug)).toBe(0)
    expect(await enterSheets(officer(), slug, [rowOf(sheets[0]!, '411111111')])).toMatchObject({ entered: 1 })
    expect(await n(slug)).toBe(1)
    expect(await lookUp(world.as(null), sheets[0]!.receipt)).toMatchObject({ steps: [{ what: 'received' }, {}] })
  })

  test.each([
    ['a code with a wrong letter', 'ABCD-EFGH', 'sheet-code'],
    ['no code', '', 'required'],
  ])('says of %s what is wrong with it', async (_, code, issue) => {
    const { slug } = await openedSurvey(world)
    expect(await voidSheet(officer(), slug, { code, reason: 'mistyped' })).toMatchObject({ issues: { code: issue } })
  })

  test('voids nothing that was not entered, that another survey has, or without a reason', async () => {
    const { slug } = await openedSurvey(world)
    const [sheet] = await printed(officer(), slug, 1)
    const tried = (reason: 'mistyped' | '', at = slug) =>
      voidSheet(officer(), at, { code: sheet!.code, reason: reason as never })
    expect(await tried('mistyped')).toMatchObject({ issues: { code: 'not-entered' } })
    expect(await tried('')).toMatchObject({ issues: { reason: 'choose' } })
    expect(await tried('mistyped', (await openedSurvey(world)).slug)).toMatchObject({ issues: { code: 'unknown' } })
  })

  test('keeps a day’s sheets from being sealed, so that they can be voided, and seals them with the next', async () => {
    const { slug, id } = await openedSurvey(world)
    const { sheets } = await enterPaper(
      officer(),
      slug,
      Array.from({ length: 25 }, () => '343434343'),
    )
    await sealWaiting(officer(), id)
    expect(await getCounts(officer(), slug)).toMatchObject({ sealed: 0, waiting: 25 })
    expect(await voidSheet(officer(), slug, { code: sheets[3]!.code, reason: 'entered-twice' })).toMatchObject({
      ok: true,
    })
    await sealEverywhere(officer(NEXT_DAY))
    expect(await getCounts(officer(), slug)).toMatchObject({ n: 24, sealed: 14, waiting: 10 })
    const outcomes = []
    for (const { code } of sheets.filter((_, i) => i !== 3)) {
      outcomes.push(await voidSheet(officer(NEXT_DAY), slug, { code, reason: 'mistyped' }))
    }
    const issues = outcomes.map((one) => (one.ok ? '' : one.issues.code))
    expect(issues).toContain('sealed')
    // Ten hide one another: of those that wait none may leave.
    expect(issues.filter((issue) => issue !== 'sealed' && issue !== 'few-waiting')).toEqual([])
    expect(await n(slug)).toBe(24)
  })

  test('voids what waits as long as ten more do', async () => {
    const { slug, id } = await openedSurvey(world)
    for (let i = 0; i < 20; i++) await submitAnswer(world.as(null), slug, newKey(), bodyOf(3))
    await sealWaiting(officer(), id)
    const { sheets } = await enterPaper(officer(), slug, ['333333333', '222222222'])
    for (const { code } of sheets) {
      expect(await voidSheet(officer(), slug, { code, reason: 'unreadable' })).toMatchObject({ ok: true })
    }
    expect(await countWaitingAnswers(database().db, id)).toBe(10)
  })

  async function openedId(slug: string): Promise<string | undefined> {
    const row = await database().db.selectFrom('survey').select('id').where('slug', '=', slug).executeTakeFirst()
    return row?.id
  }
})
