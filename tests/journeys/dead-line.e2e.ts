/** A resident whose line is cut: nothing that was filled in is lost, and nothing is counted twice. */
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SurveyView } from '#server/survey/surveys.ts'
import { wordsOf } from '#server/words/words.ts'
import { useBrowser, type Visitor } from '../support/browser.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { countAnswers, fillTown, openTownSurvey, send, tapAnswers } from './town.ts'

const t = wordsOf('id').surveyForm

describe('a resident whose line is cut', () => {
  let portal: TestPortal
  let survey: SurveyView
  beforeAll(async () => {
    portal = await startPortal('sqlite', { fill: fillTown })
  })
  afterAll(() => portal?.stop())
  const visit = useBrowser(() => portal)
  let period = 0
  beforeEach(async () => {
    survey = await openTownSurvey(portal.database, { period: `Kali ke-${(period += 1)}` })
  })

  const count = () => countAnswers(portal.database, survey.slug)
  const path = () => `/survei/${survey.slug}`
  const answered = async (scores = '343434343'): Promise<Visitor> => {
    const visitor = await visit()
    await visitor.page.goto(path())
    await tapAnswers(visitor.page, scores)
    return visitor
  }
  const receiptOf = async (page: Page): Promise<string> => {
    await page.waitForURL(/\/cek\/S/)
    return (await page.locator('.receipt-code').textContent()) ?? ''
  }
  const failed = (page: Page) => page.locator('[data-notice=failed]')
  const draft = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))
  const checked = (page: Page) => page.locator('input[type=radio]:checked').count()

  test('is told that it is kept, and it is sent by itself when the line is back', async () => {
    const { context, page } = await answered()
    await context.setOffline(true)
    await send(page)
    await failed(page).waitFor()
    expect(await failed(page).textContent()).toContain(t.draft.failed)
    expect(await page.getByRole('button', { name: t.sendAgain }).isEnabled()).toBe(true)
    expect(await checked(page)).toBe(9)
    expect(await count()).toBe(0)
    await context.setOffline(false)
    await receiptOf(page)
    expect(await count()).toBe(1)
    expect(await draft(page)).toEqual([])
  })

  test('sends again by hand', async () => {
    const { page } = await answered()
    const cut = (route: Route) => route.abort('connectionreset')
    await page.route(`**${path()}`, cut)
    await send(page)
    await failed(page).waitFor()
    await page.unroute(`**${path()}`, cut)
    await page.getByRole('button', { name: t.sendAgain }).click()
    await receiptOf(page)
    expect(await count()).toBe(1)
  })

  test('gets the receipt of the first sending when only the reply was lost', async () => {
    const { page } = await answered()
    let lost = ''
    await page.route(`**${path()}`, async (route) => {
      const reply = await route.fetch()
      lost = ((await reply.json()) as { address: string }).address
      await route.abort('connectionreset')
    })
    await send(page)
    await failed(page).waitFor()
    expect(await count()).toBe(1)
    await page.unrouteAll()
    await page.getByRole('button', { name: t.sendAgain }).click()
    const receipt = await receiptOf(page)
    expect(lost).toContain(receipt)
    expect(await count()).toBe(1)
  })

  test('is told that the first answer counts, when it was changed after its reply was lost', async () => {
    const { page } = await answered()
    await page.route(`**${path()}`, async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await send(page)
    await failed(page).waitFor()
    await page.unrouteAll()
    await tapAnswers(page, '1--------')
    await page.getByRole('button', { name: t.sendAgain }).click()
    await page.getByRole('link', { name: t.otherBody.receipt }).waitFor()
    expect(await page.locator('input[name=requirements]:checked').inputValue()).toBe('1')
    expect(await count()).toBe(1)
    await page.getByRole('link', { name: t.otherBody.receipt }).click()
    await receiptOf(page)
  })

  test('may close the page: it is sent under the same key when the page is opened with a line', async () => {
    const { context, page } = await answered()
    let stored = ''
    await page.route(`**${path()}`, async (route) => {
      stored = ((await (await route.fetch()).json()) as { address: string }).address
      await route.abort('connectionreset')
    })
    await send(page)
    await failed(page).waitFor()
    await page.close()
    const next = await context.newPage()
    await next.goto(path())
    const receipt = await receiptOf(next)
    expect(stored).toContain(receipt)
    expect(await count()).toBe(1)
  })

  test('finds what was not sent yet after a reload, and can erase it from the phone', async () => {
    const { page } = await answered('34-------')
    await page.locator('textarea').fill('Kursinya kurang.')
    await page.locator('[data-notice=kept]').waitFor()
    await page.reload()
    await page.locator('[data-notice=restored]').waitFor()
    expect(await page.locator('input[name=procedure]:checked').inputValue()).toBe('4')
    expect(await page.locator('textarea').inputValue()).toBe('Kursinya kurang.')
    await Promise.all([
      page.waitForEvent('load'),
      page.locator('[data-notice=restored]').getByRole('button', { name: t.draft.erase }).click(),
    ])
    expect(await checked(page)).toBe(0)
    expect(await draft(page)).toEqual([])
    await page.reload()
    expect(await page.locator('textarea').inputValue()).toBe('')
    expect(await count()).toBe(0)
  })

  test('keeps nothing that another visitor could see', async () => {
    const { page } = await answered('34-------')
    await page.locator('[data-notice=kept]').waitFor()
    const other = await visit()
    await other.page.goto(path())
    expect(await checked(other.page)).toBe(0)
    expect(await other.page.locator('[data-notice]:visible').count()).toBe(0)
    expect(await other.page.locator('input[name=key]').inputValue()).not.toBe(
      await page.locator('input[name=key]').inputValue(),
    )
  })

  test('keeps nothing on a phone that is shared, and still sends again from the open page', async () => {
    const { context, page } = await answered()
    await page.getByRole('button', { name: t.draft.shared }).click()
    expect(await draft(page)).toEqual([])
    await context.setOffline(true)
    await send(page)
    await page.locator('[data-notice=failed-shared]').waitFor()
    expect(await draft(page)).toEqual([])
    await context.setOffline(false)
    await receiptOf(page)
    expect(await count()).toBe(1)
  })

  test('is led to the question that lacks an answer before anything is sent', async () => {
    const { page } = await answered('4444-4444')
    let posts = 0
    page.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0))
    await send(page)
    const summary = page.locator('#kurang')
    await summary.waitFor()
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await summary.getByRole('link').click()
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('product')
    expect(posts).toBe(0)
    expect(await checked(page)).toBe(8)
  })
})
