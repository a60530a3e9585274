/** From an invitation by mail to work: password, phone, a password forgotten, a phone lost. On a phone, without scripts. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { scopeOf } from '#server/scope.ts'
import { wordsOf } from '#server/words/words.ts'
import { portalAdmin } from '../directory/actors.ts'
import { member } from '../identity/people.ts'
import { useMailServer } from '../notice/mail-server.ts'
import { DESK, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { takeSecondStepOn } from '../support/second-step.ts'
import { fillTown, openByHand, signIn } from './town.ts'

const words = wordsOf('id')
const t = { ...words.staff, ...words.secondStep, ...words.notice }
const ADMINS = ['kepala@contoh.go.id', 'wakil@contoh.go.id']
const INVITED = { name: 'Sri Pengesah', email: 'sri@contoh.go.id' }
const OFFICER = { name: 'Tono Petugas', email: 'tono@contoh.go.id' }
const PASSWORDS = ['sandi pertama yang panjang', 'sandi kedua yang panjang']

const mail = useMailServer()
let portal: TestPortal
beforeAll(async () => {
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'Balai <balai@contoh.go.id>' }
  portal = await startPortal('sqlite', { fill: fillWithAdmins, env })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

async function fillWithAdmins(database: OpenDatabase): Promise<void> {
  await fillTown(database)
  const admin = scopeOf(database, { actor: portalAdmin })
  for (const email of ADMINS) {
    await member(admin, database, { email, name: email.split('@')[0] ?? '', role: 'admin', scope: 'portal:' })
  }
}

async function administer(who: number): Promise<Page> {
  const { page } = await visit({ viewport: DESK, javaScriptEnabled: false })
  await signIn(page, ADMINS[who] ?? '')
  await page.goto('/akun/kelola')
  return page
}
const phone = async () => (await visit({ javaScriptEnabled: false })).page

/** The link in the next mail to the invited person; mail goes out within seconds. */
async function mailedLink(): Promise<string> {
  await expect.poll(() => mail.received.length, { timeout: 15_000 }).toBe(1)
  const { to, text } = mail.received.pop()!
  expect(to).toEqual([INVITED.email])
  return new RegExp(`${portal.url}/\\S+`).exec(text)?.[0] ?? ''
}

async function setPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel(t.setPassword.password, { exact: true }).fill(password)
  await page.getByLabel(t.setPassword.again, { exact: true }).fill(password)
  await page.getByRole('button', { name: t.setPassword.button }).click()
}

async function invite(admin: Page, { name, email }: typeof INVITED, role: string, way: 'mail' | 'copy') {
  await admin.getByLabel(t.accounts.name, { exact: true }).fill(name)
  await admin.getByLabel(t.accounts.email, { exact: true }).fill(email)
  await admin.getByLabel(t.accounts.role, { exact: true }).selectOption(role)
  await admin
    .getByLabel(t.accounts.place, { exact: true })
    .selectOption({ label: t.accounts.regionPlace('Kota Dumai') })
  await admin.getByLabel(t.choice.label, { exact: true }).selectOption(way)
  await admin.getByRole('button', { name: t.accounts.button, exact: true }).click()
}

test('an invited officer follows the link that was handed over, chooses to set a phone up, and works', async () => {
  const admin = await administer(0)
  await invite(admin, OFFICER, 'officer', 'copy')
  const link = (await admin.locator('#tautan code').textContent()) ?? ''
  const page = await phone()
  await page.goto(link)
  await setPassword(page, PASSWORDS[0]!)
  await page.waitForURL(/\/akun$/)
  await page.getByRole('link', { name: t.own.title }).click()
  await page.getByRole('link', { name: t.own.setUp }).click()
  await page.getByLabel(t.setUp.password, { exact: true }).fill(PASSWORDS[0]!)
  await takeSecondStepOn(page, OFFICER.email)
  await page.goto('/keluar')
  await page.getByRole('button', { name: t.signOut.button }).click()

  await page.goto('/masuk')
  await page.getByLabel(t.signIn.email, { exact: true }).fill(OFFICER.email)
  await page.getByLabel(t.signIn.password, { exact: true }).fill(PASSWORDS[0]!)
  await page.getByRole('button', { name: t.signIn.button }).click()
  await page.waitForURL(/\/masuk\/kode$/)
  await page.getByLabel(t.code.label, { exact: true }).fill('000000')
  await page.getByRole('button', { name: t.code.button, exact: true }).click()
  await page.getByRole('alert').waitFor()
  await takeSecondStepOn(page, OFFICER.email)
  await page.waitForURL(/\/akun$/)
  const slug = await openByHand(page, { period: 'Perdana', firstDay: dayFromNow(-1), lastDay: dayFromNow(9) })
  const resident = await phone()
  expect((await resident.goto(`/survei/${slug}`))?.status()).toBe(200)
  expect(mail.received).toEqual([])
})

test('an invited publisher follows the mailed link, sets password and phone up, and works', async () => {
  const admin = await administer(0)
  await invite(admin, INVITED, 'publisher', 'mail')
  await admin.getByText(t.choice.mailed).waitFor()
  expect(await admin.locator('main').textContent()).not.toContain('/kata-sandi/')

  const page = await phone()
  const link = await mailedLink()
  await page.goto(link)
  await setPassword(page, PASSWORDS[0]!)
  await page.waitForURL(/\/masuk\/siapkan-kode$/)
  expect((await page.goto('/survei/kelola'))?.status()).toBe(401)
  await page.goto('/masuk/siapkan-kode')
  await takeSecondStepOn(page, INVITED.email)
  await page.waitForURL(/\/akun$/)
  await page.getByRole('link', { name: t.account.surveys }).click()
  await page.getByRole('heading', { level: 1, name: words.surveyStaff.surveys.title }).waitFor()
  expect((await page.goto(link))?.status()).toBe(410)
})

test('a forgotten password is set anew by mail, and the code is asked for all the same', async () => {
  const page = await phone()
  await page.goto('/masuk')
  await page.getByRole('link', { name: t.signIn.forgot }).click()
  await page.getByLabel(t.forgotten.email, { exact: true }).fill(INVITED.email)
  await page.getByRole('button', { name: t.forgotten.button }).click()
  await page.getByRole('heading', { name: t.forgotten.sent }).waitFor()
  await page.goto(await mailedLink())
  await setPassword(page, PASSWORDS[1]!)
  await page.waitForURL(/\/masuk\/kode$/)
  await takeSecondStepOn(page, INVITED.email)
  await page.waitForURL(/\/akun$/)

  const again = await phone()
  await signIn(again, INVITED.email, PASSWORDS[1])
  await again.goto('/akun/sesi')
  await again.getByRole('button', { name: t.sessions.endOthers }).click()
  await again.getByText(t.sessions.othersEnded).waitFor()
  expect((await page.goto('/akun'))?.status()).toBe(401)
})

test('a lost phone takes two administrators, and then a new one is set up', async () => {
  const open = (admin: Page) => admin.getByText(t.accounts.open(INVITED.name)).click()
  const asking = await administer(0)
  await open(asking)
  const row = (admin: Page) => admin.getByRole('listitem').filter({ hasText: INVITED.email })
  await row(asking).getByRole('button', { name: t.reset.ask }).click()
  await asking.getByText(t.reset.asked).waitFor()
  await mailedLink()
  await open(asking)
  expect(await row(asking).getByRole('button', { name: t.reset.agree }).count()).toBe(0)

  const agreeing = await administer(1)
  await open(agreeing)
  await row(agreeing).getByLabel(t.reset.confirm).check()
  await row(agreeing).getByRole('button', { name: t.reset.agree }).click()
  await agreeing.getByText(t.reset.agreed).waitFor()
  await mailedLink()

  const page = await phone()
  await page.goto('/masuk')
  await page.getByLabel(t.signIn.email, { exact: true }).fill(INVITED.email)
  await page.getByLabel(t.signIn.password, { exact: true }).fill(PASSWORDS[1]!)
  await page.getByRole('button', { name: t.signIn.button }).click()
  await page.waitForURL(/\/masuk\/siapkan-kode$/)
  await takeSecondStepOn(page, INVITED.email)
  await page.waitForURL(/\/akun$/)
})
