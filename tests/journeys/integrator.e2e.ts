/** An integrator makes a token on the page, works with it over HTTP, and revokes it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { useBrowser } from '../support/browser.ts'
import { inspect, openAll } from '../support/inspection.ts'
import { startPortal, visitorOf, type TestPortal } from '../support/portal.ts'
import { bodyOf, newKey } from '../survey/world.ts'
import { countAnswers, fillTown, OFFICER, openTownSurvey, signIn } from './town.ts'

const words = wordsOf('id')
const t = words.machineTokens

let portal: TestPortal
let slug = ''
beforeAll(async () => {
  const fill: Parameters<typeof startPortal>[1] = {
    fill: async (database) => {
      await fillTown(database)
      slug = (await openTownSurvey(database)).slug
    },
  }
  portal = await startPortal('sqlite', fill)
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

test.each([true, false])(
  'makes a token, posts answers with it and revokes it (scripts: %s)',
  async (javaScriptEnabled) => {
    const { page } = await visit({ javaScriptEnabled })
    await signIn(page, OFFICER)
    await page.getByRole('link', { name: t.title }).click()
    await page.getByLabel(t.name, { exact: true }).fill('Antrean loket 2')
    await page.getByLabel(t.grant, { exact: true }).selectOption({ index: 1 })
    await page.getByLabel(t.days, { exact: true }).selectOption('7')
    await page.getByRole('button', { name: t.button }).click()
    const token = (await page.locator('[data-token]').textContent())?.trim() ?? ''
    expect(token).toMatch(/^balai_[\w-]{43}$/)
    if (javaScriptEnabled) {
      await openAll(page)
      expect(await inspect(page)).toEqual([])
    }

    const program = visitorOf(portal)
    const bearer = { authorization: `Bearer ${token}` }
    const send = (body: object) =>
      program.send('POST', `/api/v1/survey/${slug}/answers`, {
        headers: { ...bearer, 'content-type': 'application/json', 'idempotency-key': newKey() },
        body: JSON.stringify(body),
      })
    const before = await countAnswers(portal.database, slug)
    for (const score of [4, 3, 2]) expect((await send(bodyOf(score))).status).toBe(201)
    expect(await countAnswers(portal.database, slug)).toBe(before + 3)
    const work = JSON.parse((await program.get(`/api/v1/survey/${slug}/work`, bearer)).text) as {
      counts: { n: number }
    }
    expect(work.counts.n).toBe(before + 3)

    await page.goto('/akun/token')
    expect(await page.locator('main').textContent()).not.toContain(token)
    await page.getByText(t.revoke('Antrean loket 2'), { exact: true }).first().click()
    await page.getByLabel(t.confirmRevoke, { exact: true }).check()
    if (javaScriptEnabled) expect(await inspect(page)).toEqual([])
    await page.getByRole('button', { name: t.revoke('Antrean loket 2') }).click()
    await page.waitForURL(/done=revoke/)
    if (javaScriptEnabled) expect(await inspect(page)).toEqual([])
    expect(await page.locator('main').textContent()).toContain(t.none)

    expect((await send(bodyOf(4))).status).toBe(401)
    expect((await program.get(`/api/v1/survey/${slug}/work`, bearer)).status).toBe(401)
    expect(await countAnswers(portal.database, slug)).toBe(before + 3)
  },
)

test('the reference shows every address without a script, in both languages', async () => {
  const { page } = await visit({ javaScriptEnabled: false })
  for (const [path, words] of [
    ['/api', wordsOf('id')],
    ['/en/api', wordsOf('en')],
  ] as const) {
    await page.goto(path)
    expect(await page.locator('h1').textContent()).toBe(words.apiReference.title)
    const links = page.locator('.contents a')
    expect(await links.count()).toBeGreaterThan(30)
    for (const target of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
      expect(await page.locator(target).count(), target).toBe(1)
    }
  }
})
