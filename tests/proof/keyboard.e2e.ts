/** By keyboard alone, and with everything twice as large: nothing is out of reach, and nothing is lost. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageName } from '#server/paths.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { wordsOf } from '#server/words/words.ts'
import { useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { fitFaults, openAll, TWICE } from '../support/inspection.ts'
import { follow, tabTo, typeDay, typeInto } from '../support/keyboard.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { countAnswers, fillTown, OFFICER, openTownSurvey, PASSWORD, PUBLISHER, tapAnswers } from '../journeys/town.ts'
import { codeOfNewPhone } from '../support/second-step.ts'
import { readOn } from './reading-on.ts'

const t = wordsOf('id')
const OF_EACH_KIND = Number(process.env.BALAI_OF_EACH_KIND ?? 4)

let portal: TestPortal
let survey: SurveyView
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillTown })
  survey = await openTownSurvey(portal.database)
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

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

test('a stranger looks a receipt up and reads a region, by keyboard alone', async () => {
  const { page } = await visit()
  await page.goto('/')
  await tabTo(page, 'main input[name=kode]')
  await page.keyboard.type('S7K4-M2QX-0A9B-W3TE-J')
  await page.keyboard.press('Enter')
  await page.getByText(t.check.notACode).first().waitFor()
  await page.goto('/')
  await follow(page, 'main a[href="/wilayah/kota-dumai"]')
  await page.waitForURL(/\/wilayah\/kota-dumai$/)
  await follow(page, 'main a[href="/unit/loket-disdukcapil"]')
  await page.waitForURL(/\/unit\/loket-disdukcapil$/)
})

test('a publisher signs in, sets a phone up and comes to the surveys, by keyboard alone', async () => {
  const { page } = await visit()
  await page.goto('/masuk')
  await tabTo(page, 'input[name=email]')
  await page.keyboard.type(PUBLISHER)
  await tabTo(page, 'input[name=password]')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/siapkan-kode$/)
  await tabTo(page, 'input[name=code]')
  await page.keyboard.type(codeOfNewPhone(await page.content()).code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: t.secondStep.recovery.title }).waitFor()
  await follow(page, 'main a[href="/akun"]')
  await page.waitForURL(/\/akun$/)
  await follow(page, 'a[href="/survei/kelola"]')
  await page.waitForURL(/\/survei\/kelola$/)
})

test('an officer signs in, draws a survey up and opens it, by keyboard alone', async () => {
  const { page } = await visit()
  await page.goto('/masuk')
  await tabTo(page, 'input[name=email]')
  await page.keyboard.type(OFFICER)
  await tabTo(page, 'input[name=password]')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/akun$/)
  await follow(page, 'a[href="/survei/kelola"]')
  await page.waitForURL(/\/survei\/kelola$/)
  await follow(page, 'main a[href="/survei/kelola/baru"]')
  await page.waitForURL(/\/baru$/)
  await tabTo(page, '#about')
  await page.keyboard.press('ArrowDown')
  await typeInto(page, '#period', 'Tanpa tetikus')
  await typeDay(page, '#firstDay', dayFromNow(-1))
  await typeDay(page, '#lastDay', dayFromNow(5))
  await follow(page, 'main form button[type=submit]')
  await page.waitForURL(/done=draft/)
  await follow(page, 'a[href*="step=open"]')
  await page.waitForURL(/step=open/)
  await tabTo(page, 'main form input[type=checkbox]')
  await page.keyboard.press('Space')
  await follow(page, 'main form button[type=submit]')
  await page.waitForURL(/done=open/)
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
