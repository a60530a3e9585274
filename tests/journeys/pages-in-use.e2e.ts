/** What must hold of the residents' pages while they are used: notices shown, answers missing, something refused. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathTo } from '#server/paths.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { wordsOf } from '#server/words/words.ts'
import { useBrowser } from '../support/browser.ts'
import { inspect, openAll } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { fillTown, openTownSurvey, tapAnswers } from './town.ts'

/** What a thumb can hit, in CSS pixels (WCAG 2.2, 2.5.5). */
const THUMB = 44

let portal: TestPortal
let survey: SurveyView
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillTown })
  survey = await openTownSurvey(portal.database)
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

describe.each(['id', 'en'] as const)('in %s', (locale) => {
  const t = wordsOf(locale)
  const path = () => pathTo(locale, 'survey', { slug: survey.slug })
  const button = (page: Page, name: string) => page.getByRole('button', { name })

  test('the form, its notices and its summary of what is missing', async () => {
    const { page } = await visit()
    await page.goto(path())
    await openAll(page)
    expect(await tooSmall(page)).toEqual([])
    await tapAnswers(page, '432-43-14')
    await page.locator('[data-notice=kept]').waitFor()
    expect(await inspect(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
    await page.reload()
    await page.locator('[data-notice=restored]').waitFor()
    expect(await inspect(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
    await button(page, t.surveyForm.send).click()
    await page.locator('#kurang').waitFor()
    expect(await inspect(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
  })

  test('the form as it comes back from the portal', async () => {
    const { page } = await visit()
    await page.goto(path())
    await tapAnswers(page, '4-------1')
    await page.locator('textarea').fill('Antreannya cepat.')
    await page.locator('form.answers').evaluate((form: HTMLFormElement) => form.submit())
    await page.getByRole('alert').waitFor()
    expect(await inspect(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
  })

  test('a dead line, on one’s own phone and on a shared one', async () => {
    const { context, page } = await visit()
    await page.goto(path())
    await tapAnswers(page, '444444444')
    await context.setOffline(true)
    await button(page, t.surveyForm.send).click()
    await page.locator('[data-notice=failed]').waitFor()
    expect(await inspect(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
    await context.setOffline(false)
    await page.waitForURL(`**${pathTo(locale, 'check')}/**`)
    expect(await inspect(page)).toEqual([])
    await page.goto(path())
    await tapAnswers(page, '4--------')
    await button(page, t.surveyForm.draft.shared).first().click()
    await page.locator('[data-notice=shared]').waitFor()
    expect(await inspect(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
  })

  test('a code that is mistyped, and a password that is wrong', async () => {
    const { page } = await visit()
    await page.goto(pathTo(locale, 'check'))
    await page.getByLabel(t.check.code, { exact: true }).fill('S7K4-M2QX')
    await button(page, t.check.look).click()
    await page.getByText(t.check.notACode).first().waitFor()
    expect(await inspect(page)).toEqual([])
    await page.goto(pathTo(locale, 'signIn'))
    await page.getByLabel(t.staff.signIn.email, { exact: true }).fill('petugas@contoh.go.id')
    await page.getByLabel(t.staff.signIn.password, { exact: true }).fill('bukan sandinya')
    await button(page, t.staff.signIn.button).click()
    await page.getByRole('alert').waitFor()
    expect(await inspect(page)).toEqual([])
  })

  test('a tablet that asks whether anyone is there, and then thanks', async () => {
    const { page } = await visit()
    await page.clock.install()
    await page.goto(pathTo(locale, 'surveyCounter', { slug: survey.slug, code: 'loket-1' }))
    await page.clock.runFor(91_000)
    await page.locator('#masih').waitFor()
    expect(await inspect(page)).toEqual([])
    expect(await page.locator('#masih').isVisible()).toBe(true)
    expect(await tooSmall(page)).toEqual([])
    await button(page, t.desk.tablet.more).click()
    await tapAnswers(page, '444444444')
    await button(page, t.surveyForm.send).click()
    await page.locator('.counter-thanks').waitFor()
    // That it goes by itself is essential (WCAG 2.2.1): the next person must not find it. It says when.
    await page.getByText(t.desk.tablet.resets(30)).waitFor()
    expect((await inspect(page)).filter((fault) => !fault.includes('meta-refresh'))).toEqual([])
  })

  test('lists that were narrowed down', async () => {
    const { page } = await visit()
    await page.goto(pathTo(locale, 'surveys'))
    await page.locator('nav.choices a').last().click()
    await page.waitForURL(/state=/)
    expect(await inspect(page)).toEqual([])
  })

  test('a receipt can be copied, and says so', async () => {
    const { context, page } = await visit()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(path())
    await tapAnswers(page, '333333333')
    await button(page, t.surveyForm.send).click()
    await page.waitForURL(`**${pathTo(locale, 'check')}/**`)
    await button(page, t.check.receipt.copy).click()
    await button(page, t.check.receipt.copied).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe((await page.locator('.receipt-code').textContent())?.trim())
    const link = await page.getByRole('link', { name: t.check.receipt.whatsApp }).getAttribute('href')
    expect(decodeURIComponent(link ?? '')).toContain(`${copied}`)
    expect(await inspect(page)).toEqual([])
  })
})

/** Controls of the survey form that a thumb could miss. What is tapped for an input is its label. */
async function tooSmall(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 740 })
  const controls = page.locator(
    'form.answers :is(label:has(input[type=radio]), select, textarea, summary), main button, .choice',
  )
  const faults = await Promise.all((await controls.all()).map(faultOf))
  return faults.filter((fault) => fault !== null)
}

async function faultOf(control: Locator): Promise<string | null> {
  const box = await control.boundingBox()
  if (!box || (box.height >= THUMB && box.width >= THUMB)) return null
  return `${await control.evaluate((element) => element.outerHTML.slice(0, 120))}: ${box.width} × ${box.height}`
}
