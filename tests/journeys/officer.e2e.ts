/** An officer draws a survey up, opens it and puts its poster on the counter. */
import { encode } from 'uqr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { DESK, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { countAnswers, fillTown, OFFICER, send, SERVICE, signIn, tapAnswers, UNIT } from './town.ts'

const words = wordsOf('id')
const t = { ...words.staff, ...words.surveyStaff }
const A4_POINTS = { width: 595, height: 842 }

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillTown })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

test('from an empty form to a poster that leads residents to the questions', async () => {
  const { page } = await visit({ viewport: DESK })
  await signIn(page, OFFICER)
  await page.getByRole('link', { name: t.account.surveys }).click()
  await page.getByRole('link', { name: t.surveys.new }).click()

  await page.getByRole('button', { name: t.form.draft }).click()
  await page.getByRole('alert').waitFor()
  await page.getByRole('alert').getByRole('link').first().click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('about')

  await page.getByLabel(t.form.about, { exact: true }).selectOption({ label: t.form.subject(UNIT, SERVICE) })
  await page.getByLabel(t.form.period, { exact: true }).fill('Semester II 2026')
  await page.getByLabel(t.form.firstDay, { exact: true }).fill(dayFromNow(-1))
  await page.getByLabel(t.form.lastDay, { exact: true }).fill(dayFromNow(20))
  await page.getByLabel(t.form.served, { exact: true }).fill('sekian')
  await page.getByRole('button', { name: t.form.draft }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel(t.form.period, { exact: true }).inputValue()).toBe('Semester II 2026')
  expect(await page.getByLabel(t.form.served, { exact: true }).inputValue()).toBe('sekian')
  await page.getByLabel(t.form.served, { exact: true }).fill('120')
  await page.getByRole('button', { name: t.form.draft }).click()
  await page.waitForURL(/\/survei\/kelola\/.*done=draft/)
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  const stranger = await visit()
  expect((await stranger.page.goto(`/survei/${slug}`))?.status()).toBe(404)

  await page.getByRole('link', { name: t.survey.preview }).click()
  expect(await page.getByRole('button', { name: words.surveyForm.send }).isDisabled()).toBe(true)
  await page.goBack()

  await page.getByRole('link', { name: t.survey.steps.open }).click()
  await page.getByRole('button', { name: t.open.button }).click()
  expect(await page.getByRole('alert').textContent()).toContain(t.issues.confirm)
  await page.getByLabel(t.open.confirm, { exact: true }).check()
  await page.getByRole('button', { name: t.open.button }).click()
  await page.waitForURL(/done=open/)
  expect(await page.locator('.lead').textContent()).toContain(t.states.open)

  await page.getByRole('link', { name: t.survey.poster }).click()
  await page.getByRole('button', { name: words.surveyForm.poster.print }).waitFor()
  const readable = (await page.locator('.poster-address').textContent())?.trim() ?? ''
  expect(readable).toMatch(/^127\.0\.0\.1:\d+\/s\/[0-9A-Za-z]{4,6}$/)
  expect(await page.locator('.poster-code').getAttribute('aria-label')).toContain(readable)
  const drawn = (await page.locator('.poster-code path').getAttribute('d')) ?? ''
  expect(darkModules(drawn)).toEqual(darkModulesOf(`http://${readable}`))
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual([A4_POINTS])

  await stranger.page.goto(`http://${readable}`)
  expect(new URL(stranger.page.url()).pathname).toBe(`/survei/${slug}`)
  await tapAnswers(stranger.page, '444444444')
  await send(stranger.page)
  await stranger.page.waitForURL(/\/cek\//)
  expect(await countAnswers(portal.database, slug)).toBe(1)
  await page.goto(`/survei/kelola/${slug}`)
  expect(await page.locator('.total').textContent()).toBe('1')
})

/** Every page of a document with its size in points, to the nearest. */
function pagesOf(pdf: Buffer): { width: number; height: number }[] {
  const boxes = pdf.toString('latin1').matchAll(/\/Type \/Page\n[^]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)
  return [...boxes].map(([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }))
}

/** What a camera sees: `x y` of each dark square of a path of runs. */
function darkModules(path: string): string[] {
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)]
  expect(runs.map(([run]) => run).join('')).toBe(path)
  return runs.flatMap(([, x, y, length]) => Array.from({ length: Number(length) }, (_, i) => `${Number(x) + i} ${y}`))
}

function darkModulesOf(text: string): string[] {
  const { data } = encode(text, { ecc: 'M', border: 4 })
  return data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${x} ${y}`] : [])))
}
