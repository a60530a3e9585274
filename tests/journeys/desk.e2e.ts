/** An officer at the desk: prints sheets, types twenty of them by keyboard alone, and takes one back. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { receiptHash, parseCode } from '#server/ledger/receipts.ts'
import { wordsOf } from '#server/words/words.ts'
import { DESK, useBrowser } from '../support/browser.ts'
import { follow, tabTo, typeInto } from '../support/keyboard.ts'
import { onEachPortal } from '../support/portal.ts'
import { countAnswers, fillTown, OFFICER, openTownSurvey, signIn } from './town.ts'

const words = wordsOf('id')
const t = words.desk

onEachPortal('an officer at the desk', fillTown, (portal, engine) => {
  const visit = useBrowser(portal)

  test.each([true, false])(
    'prints sheets, enters twenty and voids one, all by keyboard alone (with scripts: %s)',
    async (javaScriptEnabled) => {
      const survey = await openTownSurvey(portal().database, { period: `Kertas ${javaScriptEnabled}` })
      const { page } = await visit({ viewport: DESK, javaScriptEnabled })
      await signIn(page, OFFICER)
      await page.goto(`/survei/kelola/${survey.slug}`)
      await follow(page, `a[href="/survei/kelola/${survey.slug}/kertas"]`)
      await page.waitForURL(/\/kertas$/)
      await typeInto(page, '#count', '21')
      await page.keyboard.press('Enter')
      await page.waitForURL(/cetakan=/)
      const codes = await page.locator('.sheet-code b').allTextContents()
      const receipts = await page.locator('.sheet-receipt').allTextContents()
      expect(new Set(codes).size).toBe(21)
      for (const element of survey.content.elements) {
        const sheet = page.locator('.sheet').first()
        await sheet.getByText(element.question.id, { exact: true }).waitFor()
        for (const answer of element.answers.id) expect(await sheet.textContent()).toContain(answer)
      }

      await follow(page, `a[href="/survei/kelola/${survey.slug}/meja"]`)
      await page.waitForURL(/\/meja$/)
      const typed = codes.slice(0, 20).map((code, i) => ({ code, scores: i === 4 ? '12341' : '343434340' }))
      await typeAll(page, typed, javaScriptEnabled)
      await page.getByRole('alert').waitFor()
      expect(await countAnswers(portal().database, survey.slug)).toBe(0)
      expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
        `${t.enter.row(5)}, ${t.enter.scores.toLowerCase()}: ${t.issues.nine}`,
      ])
      expect(await page.locator('#code-19').inputValue()).toBe(plain(codes[19]))
      expect(await page.locator('#scores-19').inputValue()).toBe('343434340')
      await follow(page, '[role=alert] a')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('123412341')
      await tabTo(page, 'input[name=readOut-4]')
      await page.keyboard.press('Space')
      await follow(page, 'form[data-desk] button[type=submit]')
      await page.waitForURL(/disimpan=20/)
      expect(await page.getByRole('status').textContent()).toContain(t.enter.done('20'))
      expect(await countAnswers(portal().database, survey.slug)).toBe(20)
      const cells = await page.locator('tbody tr').last().locator('td').allTextContents()
      expect(cells.map((text) => text.trim())).toEqual(['petugas', '20', '1'])
      expect(await page.locator('#code-0').inputValue()).toBe('')

      // The cursor waits in the first row; the way to the other pages lies before it.
      await page.goto(`/survei/kelola/${survey.slug}`)
      await follow(page, `a[href="/survei/kelola/${survey.slug}/batal"]`)
      await page.waitForURL(/\/batal$/)
      await typeInto(page, '#code', codes[7]!.toLowerCase())
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      await tabTo(page, '#reason')
      await page.keyboard.type(t.void.reasons['not-served']!.slice(0, 5))
      await follow(page, 'main form button[type=submit]')
      await page.waitForURL(/batal=/)
      expect(await page.getByRole('status').textContent()).toContain(codes[7])
      expect(await countAnswers(portal().database, survey.slug)).toBe(19)

      const resident = await visit({ javaScriptEnabled: false })
      await resident.page.goto(`/cek/${receipts[7]}`)
      expect(await resident.page.locator('main').textContent()).toContain(
        words.ledger.steps['voided-not-served']?.({}) ?? 'tiada',
      )
      expect(await resident.page.locator('main').textContent()).not.toContain(words.check.receipt.proves)
      await resident.page.goto(`/cek/${receipts[8]}`)
      expect(await resident.page.locator('main').textContent()).toContain(words.check.receipt.proves)
      expect(await isStored(receipts[8])).toBe(true)
      expect(await isStored(receipts[7])).toBe(false)
      expect((await resident.page.goto(`/cek/${receipts[20]}`))?.status()).toBe(404)
    },
    60_000,
  )

  async function isStored(receipt = ''): Promise<boolean> {
    const hash = receiptHash(parseCode(receipt) ?? '')
    const rows = await portal().database.db.selectFrom('receipt').select('hash').where('hash', '=', hash).execute()
    return rows.length > 0
  }

  if (engine === 'sqlite') {
    test('prints each sheet on one A4 page', async () => {
      const survey = await openTownSurvey(portal().database, { period: 'Cetak' })
      const { page } = await visit({ viewport: DESK })
      await signIn(page, OFFICER)
      await page.goto(`/survei/kelola/${survey.slug}/kertas`)
      await page.getByLabel(t.paper.count, { exact: true }).fill('3')
      await page.getByRole('button', { name: t.paper.make }).click()
      await page.waitForURL(/cetakan=/)
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect([...pdf.matchAll(/\/Type \/Page\n/g)]).toHaveLength(3)
    })
  }
})

/** The code without its dash and nine digits, row by row; with scripts the cursor goes on by itself, without by Tab. */
async function typeAll(page: Page, rows: { code: string; scores: string }[], scripts: boolean): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('code-0')
  for (const { code, scores } of rows) {
    await page.keyboard.type(plain(code))
    if (!scripts) await page.keyboard.press('Tab')
    await page.keyboard.type(scores)
    if (scripts) {
      if (scores.length < 9) await page.keyboard.press('Enter')
    } else for (let i = 0; i < 4; i++) await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
}

function plain(code = ''): string {
  return code.replace('-', '')
}
