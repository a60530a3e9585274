/** By keyboard alone, and with everything twice as large: nothing is out of reach, and nothing is lost. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageName } from '#server/paths.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { wordsOf } from '#server/words/words.ts'
import { useBrowser } from '../support/browser.ts'
import { fitFaults, openAll, TWICE } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { countAnswers, fillTown, OFFICER, openTownSurvey, PASSWORD, tapAnswers } from '../journeys/town.ts'
import { readOn } from './reading-on.ts'

const t = wordsOf('id')
const MOST_TABS = 120
const OF_EACH_KIND = Number(process.env.BALAI_OF_EACH_KIND ?? 4)

let portal: TestPortal
let survey: SurveyView
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillTown })
  survey = await openTownSurvey(portal.database)
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

/** Goes on from field to field until one fits; each on the way shows that it has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < MOST_TABS; i += 1) {
    await page.keyboard.press('Tab')
    const { fits, shown, what } = await page.evaluate((wanted) => {
      const { activeElement: at } = document
      if (!at) return { fits: false, shown: false, what: 'nothing' }
      // A choice that is drawn as its label shows the focus there.
      const drawn = [at, at.nextElementSibling, at.closest('label')].filter((element) => element !== null)
      const styles = drawn.map((element) => getComputedStyle(element))
      const shown = styles.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none')
      return { fits: at.matches(wanted), shown, what: at.outerHTML.slice(0, 120) }
    }, selector)
    if (!/^<(html|body)/.test(what)) expect({ what, shown }).toEqual({ what, shown: true })
    if (fits) return
  }
  throw new Error(`No way leads to ${selector}.`)
}

test.each([true, false])('a resident answers by keyboard alone (scripts: %s)', async (javaScriptEnabled) => {
  const before = await countAnswers(portal.database, survey.slug)
  const { page } = await visit({ javaScriptEnabled })
  await page.goto(`/survei/${survey.slug}`)
  await tabTo(page, '.skip')
  await page.keyboard.press('Enter')
  for (const { key } of survey.content.elements) {
    await tabTo(page, `input[name=${key}]`)
    await page.keyboard.press('ArrowRight')
    expect(await page.locator(`input[name=${key}]:checked`).count()).toBe(1)
  }
  await tabTo(page, 'textarea')
  await page.keyboard.type('Diketik tanpa tetikus.')
  await tabTo(page, 'form.answers button[type=submit]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/cek\//)
  expect(await countAnswers(portal.database, survey.slug)).toBe(before + 1)
})

test('an officer signs in, and comes to the surveys, by keyboard alone', async () => {
  const { page } = await visit()
  await page.goto('/masuk')
  await tabTo(page, 'input[name=email]')
  await page.keyboard.type(OFFICER)
  await tabTo(page, 'input[name=password]')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/akun$/)
  await tabTo(page, 'a[href="/survei/kelola"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/survei\/kelola$/)
})

test(
  'at twice the size every page of strangers and of an officer fits, and a form can be sent',
  async () => {
    const { page } = await visit({ viewport: TWICE })
    const asStranger = await readOn(page, ['/', '/en', '/survei', '/wilayah'], { ofEachKind: OF_EACH_KIND, faultsOf })
    expect(asStranger).toEqual(expect.arrayContaining<PageName>(['survey', 'surveyResults', 'unit', 'check']))
    await page.goto(`/survei/${survey.slug}`)
    await tapAnswers(page, '343434343')
    await page.getByRole('button', { name: t.surveyForm.send }).click()
    await page.waitForURL(/\/cek\//)

    await page.goto('/masuk')
    await page.getByLabel(t.staff.signIn.email, { exact: true }).fill(OFFICER)
    await page.getByLabel(t.staff.signIn.password, { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: t.staff.signIn.button }).click()
    await page.waitForURL(/\/akun$/)
    const starts = ['/akun', '/survei/kelola', `/survei/kelola/${survey.slug}`]
    const asOfficer = await readOn(page, starts, { ofEachKind: OF_EACH_KIND, faultsOf })
    expect(asOfficer).toEqual(expect.arrayContaining<PageName>(['account', 'manageSurveys', 'manageSurvey']))
  },
  60_000 * OF_EACH_KIND,
)

/** Unfolds all first. */
async function faultsOf(page: Page): Promise<string[]> {
  await openAll(page)
  return fitFaults(page)
}
