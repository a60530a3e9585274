/** A resident with a cheap phone and no scripts. */
import { beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { useBrowser, type Visitor } from '../support/browser.ts'
import { onEachPortal } from '../support/portal.ts'
import { countAnswers, fillTown, openTownSurvey, send, tapAnswers } from './town.ts'

const t = wordsOf('id')

onEachPortal('a resident without scripts', fillTown, (portal) => {
  const visit = useBrowser(portal)
  let survey: SurveyView
  let receipt = ''
  beforeAll(async () => {
    survey = await openTownSurvey(portal().database)
  })
  const count = () => countAnswers(portal().database, survey.slug)
  const comeByPoster = async (): Promise<Visitor> => {
    const visitor = await visit({ javaScriptEnabled: false })
    await visitor.page.goto(`/s/${survey.shortCode.toLowerCase()}`)
    return visitor
  }

  test('gets all back when an answer is missing, with a link to it, and then a receipt', async () => {
    const { page } = await comeByPoster()
    expect(new URL(page.url()).pathname).toBe(`/survei/${survey.slug}`)
    await tapAnswers(page, '432-43214')
    await page.getByLabel(survey.content.comment.question.id).fill('Antreannya "panjang" & <lama>.\nTerima kasih.')
    await page.locator('summary').click()
    await page.locator('select[name=sex]').selectOption('female')

    const [refused] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      send(page),
    ])
    expect(refused.status()).toBe(422)
    const summary = page.getByRole('alert')
    await expect
      .poll(() => summary.getByRole('link').allTextContents())
      .toEqual([t.surveyForm.missing(4, t.instrument.elements.cost.short)])
    expect(await page.locator('input[type=radio]:checked').count()).toBe(8)
    expect(await page.locator('input[name=facilities]:checked').inputValue()).toBe('4')
    expect(await page.locator('textarea').inputValue()).toBe('Antreannya "panjang" & <lama>.\nTerima kasih.')
    expect(await page.locator('select[name=sex]').inputValue()).toBe('female')
    expect(await count()).toBe(0)

    await summary.getByRole('link').click()
    const field = page.locator(new URL(page.url()).hash)
    expect(await field.getAttribute('name')).toBe('cost')
    expect((await field.locator('..').boundingBox())?.y).toBeLessThan(740)

    await page.locator('label:has(input[name=cost][value="4"])').click()
    await send(page)
    await page.waitForURL(/\/cek\//)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(t.check.receipt.thanks)
    receipt = (await page.locator('.receipt-code').textContent()) ?? ''
    expect(receipt).toMatch(/^S[0-9A-Z]{3}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/)
    expect(await count()).toBe(1)
  })

  test('is counted once and gets the same receipt however often the form is sent', async () => {
    const before = await count()
    const { page } = await comeByPoster()
    await tapAnswers(page, '444444444')
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''))
    await page.getByRole('button', { name: t.surveyForm.send }).dblclick()
    await page.waitForURL(/\/cek\//)
    const first = page.url()
    expect(await count()).toBe(before + 1)

    const again = await page.request.post(`/survei/${survey.slug}`, {
      data: sent[0],
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: portal().url },
      maxRedirects: 0,
    })
    expect(again.status()).toBe(303)
    expect(new URL(again.headers().location ?? '', portal().url).href).toBe(first)
    await page.reload()
    expect(page.url()).toBe(first)
    expect(await count()).toBe(before + 1)
  })

  test('finds nothing of the answer on going back', async () => {
    const { page } = await comeByPoster()
    const key = await page.locator('input[name=key]').inputValue()
    await tapAnswers(page, '111111111')
    await page.locator('textarea').fill('Tidak untuk orang lain.')
    await send(page)
    await page.waitForURL(/\/cek\//)
    await page.goBack()
    expect(await page.locator('input[type=radio]').count()).toBe(36)
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0)
    expect(await page.locator('textarea').inputValue()).toBe('')
    expect(await page.locator('input[name=key]').inputValue()).not.toBe(key)
  })

  test('follows a receipt that is typed with small letters and spaces', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto('/cek')
    await page.getByLabel(t.check.code).fill(` ${receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `)
    await page.getByRole('button', { name: t.check.look }).click()
    expect(new URL(page.url()).pathname).toBe(`/cek/${receipt}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(t.check.receipt.title)
    expect(await page.locator('main').textContent()).toContain(survey.title)
  })

  test('is told plainly that a letter of the code is wrong, and that a code is of nothing', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto('/cek')
    const wrong = receipt.replace(/.$/, (check) => (check === 'A' ? 'B' : 'A'))
    await page.getByLabel(t.check.code).fill(wrong)
    const [answer] = await Promise.all([
      page.waitForResponse(/\/cek$/),
      page.getByRole('button', { name: t.check.look }).click(),
    ])
    expect(answer.status()).toBe(422)
    expect(await page.locator('main').textContent()).toContain(t.check.notACode)
    expect(await page.getByLabel(t.check.code).inputValue()).toBe(wrong)
    expect((await page.goto('/cek/S7K4-M2QX-0A9B-W3TE-J'))?.status()).toBe(404)
    expect(await page.locator('main').textContent()).toContain(t.check.notFound)
  })
})
