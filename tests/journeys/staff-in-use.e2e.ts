/** What must hold of staff's own pages while they are used: something refused, shown once, asked for again, done, undone. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK } from '../support/browser.ts'
import { openAll } from '../support/inspection.ts'
import { takeSecondStepOn } from '../support/second-step.ts'
import { inEachLanguage, look, MODERATOR, OTHER_ADMIN, press, refused } from './at-work.ts'
import { ADMIN, PASSWORD, PUBLISHER } from './town.ts'

inEachLanguage(({ locale, words, visit, at, come }) => {
  const t = { ...words.staff, ...words.secondStep, ...words.notice }

  test('signing in: a phone set up, its codes kept, a code refused, one’s sessions ended', async () => {
    const { page } = await visit({ viewport: DESK })
    const givePassword = async () => {
      await page.goto(at('signIn'))
      await page.getByLabel(t.signIn.email, { exact: true }).fill(PUBLISHER)
      await page.getByLabel(t.signIn.password, { exact: true }).fill(PASSWORD)
      await press(page, t.signIn.button)
      await page.waitForURL((url) => url.pathname.startsWith(`${at('signIn')}/`))
    }
    await givePassword()
    await page.getByLabel(t.setUp.label, { exact: true }).fill('000000')
    await press(page, t.setUp.button)
    await refused(page)
    await look(page)
    await takeSecondStepOn(page, PUBLISHER, () => look(page))
    await page.waitForURL((url) => url.pathname === at('account'))
    await look(page)

    await page.context().clearCookies()
    await givePassword()
    await look(page)
    await page.getByLabel(t.code.label, { exact: true }).fill('000000')
    await press(page, t.code.button)
    await refused(page)
    await look(page)
    await takeSecondStepOn(page, PUBLISHER)
    await page.waitForURL((url) => url.pathname === at('account'))
    await page.goto(at('ownSessions'))
    await look(page)
    await press(page, t.sessions.endOthers)
    await page.getByText(t.sessions.othersEnded).waitFor()
    await look(page)
  }, 60_000)

  test('a password that was forgotten, and one that is too short', async () => {
    const { page } = await visit({ viewport: DESK })
    await page.goto(at('forgotten'))
    await press(page, t.forgotten.button)
    await refused(page)
    await look(page)
    await page.getByLabel(t.forgotten.email, { exact: true }).fill('tiada@contoh.go.id')
    await press(page, t.forgotten.button)
    await page.getByRole('heading', { name: t.forgotten.sent }).waitFor()
    await look(page)
  })

  test('accounts: a link shown once and used, a role taken back, a phone reset by two, an account closed and opened', async () => {
    await come(PUBLISHER)
    const [page, second] = [await come(ADMIN), await come(OTHER_ADMIN)]
    await page.goto(at('manageAccounts'))
    for (const [label, value] of [
      [t.accounts.name, 'Sri'],
      [t.accounts.email, 'sri@contoh.go.id'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value)
    await page.getByLabel(t.accounts.role, { exact: true }).selectOption('officer')
    await page.getByLabel(t.accounts.place, { exact: true }).selectOption({ index: 1 })
    await page.getByLabel(t.choice.label, { exact: true }).selectOption('copy')
    await press(page, t.accounts.button)
    const link = (await page.locator('#tautan code').textContent()) ?? ''
    // This browser lets no page write to its clipboard.
    await press(page, t.copy)
    await expect.poll(() => page.getByRole('button', { name: t.copy }).count()).toBe(0)
    await look(page)
    const guest = (await visit({ viewport: DESK })).page
    await guest.goto(link)
    // A link that is copied knows no language.
    if (locale === 'en') await guest.getByRole('link', { name: 'English', exact: true }).click()
    await guest.getByLabel(t.setPassword.password, { exact: true }).fill('pendek')
    await press(guest, t.setPassword.button)
    await refused(guest)
    await look(guest)

    const act = async (who: Page, email: string, name: string | RegExp, sure?: string) => {
      await who.goto(at('manageAccounts'))
      await openAll(who)
      const row = who.getByRole('listitem').filter({ hasText: email }).first()
      if (sure) await row.getByLabel(sure).check()
      await row.getByRole('button', { name }).first().click()
      await who.waitForURL(/done=/)
      await look(who)
    }
    await act(page, 'sri@contoh.go.id', new RegExp(`^${t.accounts.revoke('')}`))
    await act(second, PUBLISHER, t.reset.ask)
    await page.goto(at('manageAccounts'))
    await look(page)
    await act(page, PUBLISHER, t.reset.agree, t.reset.confirm)
    await act(second, PUBLISHER, t.accounts.disable, t.accounts.confirmDisable)
    await act(second, PUBLISHER, t.accounts.enable)
  }, 90_000)

  test('a moderator’s own pages', async () => {
    const page = await come(MODERATOR)
    await look(page)
    await page.goto(at('machineTokens'))
    await look(page)
  })
})
