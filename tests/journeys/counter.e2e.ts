/** A tablet at the counter, three people in a row: each finds it as if nobody had been there. */
import type { Page } from 'playwright-core'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { useBrowser } from '../support/browser.ts'
import { onEachPortal } from '../support/portal.ts'
import { countAnswers, fillTown, OFFICER, openTownSurvey, send, signIn, tapAnswers } from './town.ts'

const words = wordsOf('id')
const t = words.desk.tablet
const TABLET = { width: 800, height: 1200 }

onEachPortal('a tablet at the counter', fillTown, (portal, engine) => {
  const visit = useBrowser(portal)

  async function tabletAddress(slug: string): Promise<string> {
    const officer = await visit()
    await signIn(officer.page, OFFICER)
    await officer.page.goto(`/survei/kelola/${slug}`)
    return (await officer.page.getByRole('link', { name: words.desk.links.tablet }).getAttribute('href')) ?? ''
  }

  test.each([true, false])(
    'serves three people in a row without a trace (with scripts: %s)',
    async (javaScriptEnabled) => {
      const survey = await openTownSurvey(portal().database, { period: `Tablet ${javaScriptEnabled}` })
      const address = await tabletAddress(survey.slug)
      const { page, context } = await visit({ viewport: TABLET, javaScriptEnabled })
      const receipts = new Set<string>()
      await page.goto(address)
      for (const [person, scores] of ['112233441', '443322114', '343434343'].entries()) {
        await expectFresh(page)
        await tapAnswers(page, scores)
        await page.locator('textarea').fill(`Rahasia orang ke-${person}.`)
        await page.locator('summary').click()
        await page.locator('select[name=sex]').selectOption('female')
        await send(page)
        await page.locator('.counter-thanks').waitFor()
        const receipt = (await page.locator('.receipt-code').textContent()) ?? ''
        receipts.add(receipt)
        expect(new URL(page.url()).pathname).toBe(address)
        expect(await page.locator('.counter-qr path').getAttribute('d')).toBe(qrOf(`${portal().url}/cek/${receipt}`))
        expect(await page.locator('meta[http-equiv=refresh]').getAttribute('content')).toBe(`30; url=${address}`)
        // Nothing of it is left: not by reloading, not by going back, not in what the browser keeps.
        await page.reload()
        await expectFresh(page)
        for (let back = 0; back < 3; back++) {
          await page.goBack()
          if (page.url() === 'about:blank') break
          await expectFresh(page)
          expect(await page.content()).not.toContain(receipt)
        }
        await page.goto(address)
        expect(await context.cookies()).toEqual([])
        expect((await context.storageState({ indexedDB: true })).origins).toEqual([])
        expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
      }
      expect(receipts.size).toBe(3)
      expect(await countAnswers(portal().database, survey.slug)).toBe(3)
      const marks = await portal()
        .database.db.selectFrom('answer')
        .select('mark')
        .where('answeredSurvey', '=', survey.id)
        .execute()
      expect(marks.map(({ mark }) => mark?.charAt(0))).toEqual(['t', 't', 't'])
    },
  )

  if (engine === 'sqlite') {
    test('holds an unfinished form back in the browser, with and without scripts', async () => {
      const survey = await openTownSurvey(portal().database, { period: 'Belum lengkap' })
      const address = await tabletAddress(survey.slug)
      for (const javaScriptEnabled of [true, false]) {
        const { page } = await visit({ viewport: TABLET, javaScriptEnabled })
        await page.goto(address)
        await tapAnswers(page, '4444-4444')
        let posts = 0
        page.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0))
        await send(page)
        expect(
          await page
            .locator('input[name=product]')
            .first()
            .evaluate((input: HTMLInputElement) => input.validity.valueMissing),
        ).toBe(true)
        expect(posts).toBe(0)
      }
      expect(await countAnswers(portal().database, survey.slug)).toBe(0)
    })

    test('clears a form that was left, after a word of warning', async () => {
      const survey = await openTownSurvey(portal().database, { period: 'Ditinggal' })
      const address = await tabletAddress(survey.slug)
      const { page } = await visit({ viewport: TABLET })
      await page.clock.install()
      await page.goto(address)
      // In sight without scrolling, which would count as a sign of life whenever the browser comes to say so.
      await tapAnswers(page, '11-------')
      await page.clock.runFor(60_000)
      expect(await page.locator('#masih').isVisible()).toBe(false)
      await page.clock.runFor(45_000)
      expect(await page.locator('#masih').isVisible()).toBe(true)
      await page.getByRole('button', { name: t.more }).click()
      expect(await page.locator('#masih').isVisible()).toBe(false)
      expect(await page.locator('input[type=radio]:checked').count()).toBe(2)
      await Promise.all([page.waitForEvent('load'), page.clock.runFor(121_000)])
      await expectFresh(page)
      const plain = await visit({ viewport: TABLET, javaScriptEnabled: false })
      await plain.page.goto(address)
      expect(await plain.page.locator('meta[http-equiv=refresh]').getAttribute('content')).toBe(`600; url=${address}`)
    })

    test('counts a stranger who opens it without its code as anyone, and harms nothing', async () => {
      const survey = await openTownSurvey(portal().database, { period: 'Orang lain' })
      const { page } = await visit({ viewport: TABLET })
      await page.goto(`/survei/${survey.slug}/loket/tebakan`)
      await tapAnswers(page, '343434343')
      await send(page)
      await page.locator('.counter-thanks').waitFor()
      const rows = await portal()
        .database.db.selectFrom('answer')
        .select('mark')
        .where('answeredSurvey', '=', survey.id)
        .execute()
      expect(rows.map(({ mark }) => mark?.charAt(0))).toEqual(['w'])
    })
  }
})

/** The form, empty, under a key of its own. */
async function expectFresh(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: t.heading }).waitFor()
  expect(await page.locator('input[type=radio]').count()).toBe(36)
  expect(await page.locator('input[type=radio]:checked').count()).toBe(0)
  expect(await page.locator('textarea').inputValue()).toBe('')
  expect(await page.locator('select[name=sex]').inputValue()).toBe('')
  expect(await page.locator('[data-notice]').count()).toBe(0)
}

function qrOf(text: string): string {
  const { data } = encode(text, { ecc: 'M', border: 4 })
  return data
    .flatMap((row, y) => {
      const runs: { x: number; length: number }[] = []
      for (const [x, dark] of row.entries()) {
        const last = runs.at(-1)
        if (dark && last && last.x + last.length === x) last.length++
        else if (dark) runs.push({ x, length: 1 })
      }
      return runs.map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`)
    })
    .join('')
}
