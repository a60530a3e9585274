/** The whole way of a survey on paper, by people whose browsers run no scripts. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { DESK, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { csvOf } from '../survey/world.ts'
import { countAnswers, fillTown, OFFICER, openByHand, PUBLISHER, signIn, takeStep } from './town.ts'

const words = wordsOf('id')
const t = { ...words.staff, ...words.surveyStaff, ...words.answerFiles }
const ROWS = Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? '343434343' : '44-444444'))

let portal: TestPortal
let slug = ''
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillTown })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)
const staff = async (email: string) => {
  const { page } = await visit({ viewport: DESK, javaScriptEnabled: false })
  await signIn(page, email)
  return page
}

test('an officer opens a survey of a period that has passed, imports its paper and hands it in', async () => {
  const page = await staff(OFFICER)
  slug = await openByHand(page, { period: 'Semester lalu', firstDay: dayFromNow(-90), lastDay: dayFromNow(-10) })
  expect(await page.locator('.lead').textContent()).toContain(t.states.closed)

  await page.getByRole('link', { name: t.survey.steps.import }).click()
  const importing = async (text: string) => {
    const file = { name: 'kertas.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.getByLabel(t.import.file, { exact: true }).setInputFiles(file)
    await page.getByRole('button', { name: t.import.button, exact: true }).click()
  }
  await importing(csvOf([...ROWS, '345434343']))
  expect(await page.locator('main').textContent()).toContain(t.import.nothing)
  expect(await page.getByRole('row', { name: `${ROWS.length + 2}` }).count()).toBe(1)
  expect(await countAnswers(portal.database, slug)).toBe(0)
  await importing(csvOf(ROWS))
  expect(await page.locator('main').textContent()).toContain(t.import.done(String(ROWS.length)))
  await importing(csvOf(ROWS))
  expect(await page.locator('main').textContent()).toContain(t.import.before)
  expect(await countAnswers(portal.database, slug)).toBe(ROWS.length)

  await takeStep(page, slug, 'handIn')
  expect(await page.locator('main').textContent()).toContain(t.handIn.done)
  await page.goto(`/survei/kelola/${slug}/impor`)
  expect(await page.locator('main').textContent()).toContain(t.import.closed)
})

test('a publisher publishes it, and a stranger reads figure, table and files', async () => {
  const page = await staff(PUBLISHER)
  await takeStep(page, slug, 'publish')
  expect(await page.locator('main').textContent()).toContain(t.publish.done)

  const stranger = await visit({ javaScriptEnabled: false })
  await stranger.page.goto(`/survei/${slug}/hasil`)
  const text = (await stranger.page.locator('main').textContent()) ?? ''
  const [, shown] = /IKM (\d\d,\d\d)/.exec(text) ?? []
  const results = (await (await fetch(`${portal.url}/api/v1/survey/${slug}/results`)).json()) as { ikm: number }
  expect(shown).toBe(results.ikm.toFixed(2).replace('.', ','))
  const table = stranger.page.getByRole('table', { name: words.results.table.caption })
  expect(await table.locator('tbody tr').count()).toBe(9)
  expect(await stranger.page.locator('canvas:visible').count()).toBe(0)
})

test('a person who signs out is asked to sign in again', async () => {
  const page = await staff(OFFICER)
  await page.getByRole('button', { name: t.signOut.button }).click()
  expect((await page.goto('/survei/kelola'))?.status()).toBe(401)
})
