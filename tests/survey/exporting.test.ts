import { beforeAll, expect, test } from 'vitest'
import { submitAnswer } from '#server/survey/answers.ts'
import { exportSurvey, type SurveyExport } from '#server/survey/export.ts'
import { lookUp } from '#server/ledger/trace.ts'
import { handIn, publish } from '#server/survey/publication.ts'
import { sealWaiting } from '#server/survey/sealing.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER, bodyOf, makeWorld, newKey, openedSurvey, type World } from './world.ts'

onEachEngine('exporting', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const send = (slug: string, bodies: object[]) =>
    Promise.all(bodies.map((body) => submitAnswer(world.as(null), slug, newKey(), body)))
  const officer = () => world.as(world.officer, AFTER)

  test('writes scores and comments of sealed answers, in orders that join nothing', async () => {
    const { slug } = await openedSurvey(world)
    // The scores spell the number of the comment in base 4, so that a join would be seen.
    const code = (i: number) =>
      i
        .toString(4)
        .padStart(9, '0')
        .replace(/\d/g, (digit) => String(Number(digit) + 1))
    await send(
      slug,
      Array.from({ length: 80 }, (_, i) => bodyOf(code(i), { comment: `nomor ${i}` })),
    )
    await handIn(officer(), slug)
    const made = await exportSurvey(officer(), slug)
    const scores = (await rowsOf(made, 'scores.csv')).slice(1)
    const comments = (await rowsOf(made, 'comments.csv')).slice(1)
    expect(scores.toSorted()).toEqual(Array.from({ length: 80 }, (_, i) => [...code(i)].join(',')).sort())
    expect(comments.toSorted()).toEqual(Array.from({ length: 80 }, (_, i) => `nomor ${i}`).sort())
    const joined = comments.filter((comment, i) => [...code(Number(comment.slice(6)))].join(',') === scores[i])
    expect(joined.length).toBeLessThan(9)
  })

  test('leaves out what waits', async () => {
    const { slug, id } = await openedSurvey(world)
    await send(
      slug,
      Array.from({ length: 26 }, () => bodyOf(3, { comment: 'ya' })),
    )
    await sealWaiting(world.as(null), id)
    const made = await exportSurvey(officer(), slug)
    expect(made).toMatchObject({ answers: 16, tooFew: false, profileShown: false })
    expect(await rowsOf(made, 'scores.csv')).toHaveLength(17)
    expect(await rowsOf(made, 'comments.csv')).toHaveLength(17)
    expect(await rowsOf(made, 'profile.csv')).toEqual(['question,option,respondents,ikm,hidden'])
  })

  test('writes no row below ten answers', async () => {
    const { slug } = await openedSurvey(world)
    await send(
      slug,
      Array.from({ length: 9 }, () => bodyOf(3, { comment: 'ya' })),
    )
    await handIn(officer(), slug)
    const made = await exportSurvey(officer(), slug)
    expect(made).toMatchObject({ answers: 9, tooFew: true })
    expect(await rowsOf(made, 'scores.csv')).toHaveLength(1)
    expect(await rowsOf(made, 'comments.csv')).toEqual(['comment'])
  })

  test('hides small groups in the profile tables, which come with publication', async () => {
    const { slug } = await openedSurvey(world)
    const group = (count: number, score: number, ageBand: string) =>
      Array.from({ length: count }, () => bodyOf(score, { respondent: { ageBand } }))
    await send(slug, [
      ...group(2, 1, 'under_20'),
      ...group(31, 4, '20_29'),
      ...group(44, 3, '30_39'),
      ...group(23, 4, '40_49'),
    ])
    await handIn(officer(), slug)
    await publish(world.as(world.publisher, AFTER), slug)
    expect((await rowsOf(await exportSurvey(officer(), slug), 'profile.csv')).slice(1)).toEqual([
      'ageBand,under_20,,,yes',
      'ageBand,20_29,31,100,no',
      'ageBand,30_39,44,75,no',
      'ageBand,40_49,,,yes',
      'ageBand,50_59,0,,no',
      'ageBand,60_and_over,0,,no',
      'ageBand,unanswered,0,,no',
    ])
  })

  test('writes a comment that looks like a formula as text', async () => {
    const { slug } = await openedSurvey(world)
    await send(
      slug,
      Array.from({ length: 10 }, () => bodyOf(3, { comment: '=HYPERLINK("http://x","y")' })),
    )
    await handIn(officer(), slug)
    const [, first] = await rowsOf(await exportSurvey(officer(), slug), 'comments.csv')
    expect(first).toBe(`"'=HYPERLINK(""http://x"",""y"")"`)
  })

  test('keeps a comment in one cell where a semicolon parts cells, and knows wide formula signs', async () => {
    const { slug } = await openedSurvey(world)
    const comments = ['bagus;=1+1', 'ramah\t=1+1', '＝1+1', 'biasa saja']
    await send(
      slug,
      Array.from({ length: 12 }, (_, i) => bodyOf(3, { comment: comments[i % 4] })),
    )
    await handIn(officer(), slug)
    const rows = new Set((await rowsOf(await exportSurvey(officer(), slug), 'comments.csv')).slice(1))
    expect(rows).toEqual(new Set(['"bagus;=1+1"', '"ramah\t=1+1"', "'＝1+1", 'biasa saja']))
  })

  test('is for those who hold a role there', async () => {
    const { slug } = await openedSurvey(world)
    await expect(exportSurvey(world.as(world.stranger, AFTER), slug)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(exportSurvey(world.as(null, AFTER), slug)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a receipt leads to the batch it is counted in and to the publication, and to nothing else', async () => {
    const survey = await openedSurvey(world)
    const [first] = await send(
      survey.slug,
      Array.from({ length: 12 }, (_, i) => bodyOf(4, { comment: `rahasia ${i}` })),
    )
    const receipt = first?.kind === 'received' ? first.receipt : ''
    const waiting = await lookUp(world.as(null), receipt.toLowerCase().replaceAll('-', ' '))
    expect(waiting).toMatchObject({ title: survey.title, page: 'surveyResults', params: { slug: survey.slug } })
    expect(waiting?.steps.map(({ what }) => what)).toEqual(['received', 'waiting'])
    await handIn(officer(), survey.slug)
    await publish(world.as(world.publisher, AFTER), survey.slug)
    const trace = await lookUp(world.as(null, AFTER), receipt)
    expect(trace?.steps.map(({ what }) => what)).toEqual(['received', 'sealed', 'published'])
    expect(trace?.steps[1]).toMatchObject({ date: '2026-08-02', values: { batch: 1 } })
    expect(JSON.stringify(trace)).not.toContain('rahasia')
  })
})

async function rowsOf({ files }: SurveyExport, name: string): Promise<string[]> {
  let text = ''
  for await (const piece of files.find((file) => file.name === name)!.text) text += piece
  return text.trimEnd().split('\r\n')
}
