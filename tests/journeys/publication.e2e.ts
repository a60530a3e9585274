/** From the last answer to the ralat: an officer hands in, another person publishes and corrects, the receipt tells. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSubmissionKey } from '#server/ids.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { wordsOf } from '#server/words/words.ts'
import { DESK, useBrowser, type Visiting } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { onEachPortal, startNode, type TestPortal } from '../support/portal.ts'
import { bodyOf } from '../survey/world.ts'
import {
  BOTH,
  countAnswers,
  fillTown,
  OFFICER,
  openByHand,
  openTownSurvey,
  PUBLISHER,
  send,
  signIn,
  takeStep,
  tapAnswers,
} from './town.ts'

const words = wordsOf('id')
const t = { ...words.staff, ...words.surveyStaff }
const ANSWERS = 36
const REASON = 'Jumlah yang dilayani salah ketik di berita acara.'

onEachPortal('a result', fillTown, (portal) => {
  let survey: SurveyView
  let receipt = ''
  /** A second node on the same database, on which both surveys have closed. */
  let later: { url: string; stop(): Promise<void> }
  beforeAll(async () => {
    survey = await openTownSurvey(portal().database, { served: 40 })
    for (let i = 1; i < ANSWERS; i++) await answer(portal(), survey.slug, i % 2 === 0 ? '343434343' : '443344334')
    const clockAhead = new URL('../support/clock-ahead.ts', import.meta.url).href
    later = await startNode({ ...portal().env, PORT: '0', DAYS_AHEAD: '3', NODE_OPTIONS: `--import=${clockAhead}` })
  })
  afterAll(() => later?.stop())
  const visitNow = useBrowser(portal)
  const visitLater: Visiting = (options) => visitNow({ ...options, baseURL: later.url })

  const figure = (page: Page) =>
    page
      .locator('main')
      .getByText(/^IKM \d/)
      .first()
      .textContent()

  test('stays hidden while residents answer, the last of them on the last day', async () => {
    const { page } = await visitNow()
    await page.goto(`/survei/${survey.slug}`)
    await tapAnswers(page, '444434444')
    await send(page)
    await page.waitForURL(/\/cek\//)
    receipt = (await page.locator('.receipt-code').textContent()) ?? ''
    await page.goto(`/survei/${survey.slug}/hasil`)
    expect(await page.locator('main').textContent()).toContain(words.results.waiting.open)
    expect(await page.locator('main').textContent()).not.toMatch(/IKM \d/)
  })

  test('is handed in by the officer once the survey has closed by the clock', async () => {
    const early = await visitNow({ viewport: DESK })
    await signIn(early.page, OFFICER)
    await early.page.goto(`/survei/kelola/${survey.slug}`)
    expect(await early.page.getByRole('link', { name: t.survey.steps.handIn }).count()).toBe(0)

    const { page } = await visitLater({ viewport: DESK })
    await signIn(page, OFFICER)
    await takeStep(page, survey.slug, 'handIn')
    expect(await page.locator('.lead').textContent()).toContain(t.states['handed-in'])
    expect(await page.locator('.total').textContent()).toBe(String(ANSWERS))
    expect(await page.getByRole('link', { name: t.survey.steps.publish }).count()).toBe(0)
    const late = await visitLater()
    await late.page.goto(`/survei/${survey.slug}`)
    expect(await late.page.locator('main').textContent()).toContain(words.surveyForm.closed.title)
  })

  test('can’t be published by who drew the survey up, though they hold that role too', async () => {
    const { page } = await visitNow({ viewport: DESK })
    await signIn(page, BOTH)
    const own = await openByHand(page, { period: 'Milik sendiri', firstDay: dayFromNow(-7), lastDay: dayFromNow(1) })
    await answer(portal(), own, '444444444')
    const next = await visitLater({ viewport: DESK })
    await signIn(next.page, BOTH)
    await takeStep(next.page, own, 'handIn')
    expect(await next.page.locator('main').textContent()).toContain(t.survey.notOwn)
    expect(await next.page.getByRole('link', { name: t.survey.steps.publish }).count()).toBe(0)
    const forced = await next.page.request.post(`/survei/kelola/${own}`, {
      form: { step: 'publish', sure: '1', reason: REASON },
      headers: { origin: later.url },
    })
    expect(forced.status()).toBe(403)
    expect((await next.page.goto(`/survei/${own}/hasil`))?.status()).toBe(200)
    expect(await next.page.locator('main').textContent()).toContain(words.results.waiting.closed)
  })

  test('is published by another person, and then anyone sees it', async () => {
    const { page } = await visitLater({ viewport: DESK })
    await signIn(page, PUBLISHER)
    await page.goto(`/survei/kelola/${survey.slug}?step=publish`)
    const promised = /IKM [\d,]+/.exec((await page.locator('main').textContent()) ?? '')?.[0]
    await takeStep(page, survey.slug, 'publish')
    const stranger = await visitLater({ javaScriptEnabled: false })
    await stranger.page.goto(`/survei/${survey.slug}/hasil`)
    expect(await stranger.page.locator('main').textContent()).toContain(promised)
    expect(await stranger.page.locator('main').textContent()).toContain('40')
  })

  test('is corrected by ralat with its reason, and the old version stays in sight', async () => {
    const { page } = await visitLater({ viewport: DESK })
    const stranger = await visitLater()
    await stranger.page.goto(`/survei/${survey.slug}/hasil`)
    const before = await figure(stranger.page)
    await signIn(page, PUBLISHER)
    await page.goto(`/survei/kelola/${survey.slug}?step=correct`)
    await page.getByLabel(t.correct.confirm, { exact: true }).check()
    await page.getByRole('button', { name: t.correct.button }).click()
    expect(await page.getByRole('alert').textContent()).toContain(t.issues.reason)
    await takeStep(page, survey.slug, 'correct', { [t.correct.served]: '48', [t.correct.reason]: REASON })

    await stranger.page.reload()
    expect(await figure(stranger.page)).toBe(before)
    const versions = stranger.page.locator(`h2:text-is("${words.results.versions.heading}") + ul > li`)
    await expect.poll(() => versions.count()).toBe(2)
    const [now, old] = await versions.allTextContents()
    const { item, kind } = words.results.versions
    expect(now).toContain(item(2, kind.correction))
    expect(now).toContain(REASON)
    expect(old).toContain(item(1, kind.result))
    expect(old).toContain(words.results.versions.old)
    expect(old).toMatch(/IKM \d/)
    expect(await stranger.page.locator('main').textContent()).toContain('48')
  })

  test('is told to whoever holds a receipt', async () => {
    const { page } = await visitLater({ javaScriptEnabled: false })
    await page.goto(`/cek/${receipt}`)
    const steps = (await page.locator('main ol li').allTextContents()).map((text) => text.trim())
    expect(steps).toHaveLength(4)
    const { received, sealed, published, corrected } = words.ledger.steps
    expect(steps[0]).toBe(received!({}))
    expect(steps[1]).toContain(sealed!({ batch: '' }).replace(/\W+$/, ''))
    expect(steps[1]).toMatch(/\d\.$/)
    expect(steps[2]).toContain(published!({}))
    expect(steps[3]).toContain(corrected!({}))
    await page.getByRole('link', { name: words.check.receipt.about }).click()
    expect(new URL(page.url()).pathname).toBe(`/survei/${survey.slug}/hasil`)
    expect(await countAnswers(portal().database, survey.slug)).toBe(ANSWERS)
  })
})

async function answer({ url }: TestPortal, slug: string, scores: string): Promise<void> {
  const reply = await fetch(`${url}/api/v1/survey/${slug}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newSubmissionKey() },
    body: JSON.stringify(bodyOf(scores)),
  })
  expect(reply.status).toBe(201)
}
