/** What must hold of the pages of staff while they are used: something refused, shown once, asked for again, done, undone. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { scopeOf } from '#server/scope.ts'
import { wordsOf } from '#server/words/words.ts'
import { portalAdmin } from '../directory/actors.ts'
import { member } from '../identity/people.ts'
import { DESK, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { inspect, openAll } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { takeSecondStepOn } from '../support/second-step.ts'
import { csvOf } from '../survey/world.ts'
import { ADMIN, fillTown, OFFICER, openByHand, openTownSurvey, PASSWORD, PUBLISHER, signIn, takeStep } from './town.ts'

const words = wordsOf('id')
const t = { ...words.staff, ...words.secondStep, ...words.notice }
const OTHER_ADMIN = 'wakil@contoh.go.id'
const MODERATOR = 'penjaga@contoh.go.id'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillWithAdmins })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

async function fillWithAdmins(database: OpenDatabase): Promise<void> {
  await fillTown(database)
  const admin = scopeOf(database, { actor: portalAdmin })
  await member(admin, database, { email: OTHER_ADMIN, name: 'wakil', role: 'admin', scope: 'portal:' })
  await member(admin, database, { email: MODERATOR, name: 'penjaga', role: 'moderator', scope: 'portal:' })
}

/** The page as it stands, with all unfolded. */
async function look(page: Page): Promise<void> {
  await openAll(page)
  const faults = await inspect(page)
  expect({ at: page.url(), faults }).toEqual({ at: page.url(), faults: [] })
  await page.setViewportSize(DESK)
}
const come = async (email: string) => {
  const { page } = await visit({ viewport: DESK })
  await signIn(page, email)
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const refused = (page: Page) => page.getByRole('alert').waitFor()

test('signing in: a phone set up, its codes kept, a code refused, one’s sessions ended', async () => {
  const { page } = await visit({ viewport: DESK })
  const givePassword = async () => {
    await page.goto('/masuk')
    await page.getByLabel(t.signIn.email, { exact: true }).fill(PUBLISHER)
    await page.getByLabel(t.signIn.password, { exact: true }).fill(PASSWORD)
    await press(page, t.signIn.button)
    await page.waitForURL(/\/masuk\/./)
  }
  await givePassword()
  await page.getByLabel(t.setUp.label, { exact: true }).fill('000000')
  await press(page, t.setUp.button)
  await refused(page)
  await look(page)
  await takeSecondStepOn(page, PUBLISHER, () => look(page))
  await page.waitForURL(/\/akun$/)
  await look(page)

  await page.context().clearCookies()
  await givePassword()
  await look(page)
  await page.getByLabel(t.code.label, { exact: true }).fill('000000')
  await press(page, t.code.button)
  await refused(page)
  await look(page)
  await takeSecondStepOn(page, PUBLISHER)
  await page.waitForURL(/\/akun$/)
  await page.goto('/akun/sesi')
  await look(page)
  await press(page, t.sessions.endOthers)
  await page.getByText(t.sessions.othersEnded).waitFor()
  await look(page)
}, 60_000)

test('a password that was forgotten, and one that is too short', async () => {
  const { page } = await visit({ viewport: DESK })
  await page.goto('/masuk/lupa')
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
  await page.goto('/akun/kelola')
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
  await guest.getByLabel(t.setPassword.password, { exact: true }).fill('pendek')
  await press(guest, t.setPassword.button)
  await refused(guest)
  await look(guest)

  const act = async (who: Page, email: string, name: string | RegExp, sure?: string) => {
    await who.goto('/akun/kelola')
    await openAll(who)
    const row = who.getByRole('listitem').filter({ hasText: email }).first()
    if (sure) await row.getByLabel(sure).check()
    await row.getByRole('button', { name }).first().click()
    await who.waitForURL(/done=/)
    await look(who)
  }
  await act(page, 'sri@contoh.go.id', /^Cabut /)
  await act(second, PUBLISHER, t.reset.ask)
  await page.goto('/akun/kelola')
  await look(page)
  await act(page, PUBLISHER, t.reset.agree, t.reset.confirm)
  await act(second, PUBLISHER, t.accounts.disable, t.accounts.confirmDisable)
  await act(second, PUBLISHER, t.accounts.enable)
}, 90_000)

test('a moderator’s own pages', async () => {
  const page = await come(MODERATOR)
  await look(page)
  await page.goto('/akun/token')
  await look(page)
})

test('a survey from its draft to its withdrawal, with the files that it takes in', async () => {
  const page = await come(OFFICER)
  const slug = await openByHand(page, { period: 'Lalu', firstDay: dayFromNow(-90), lastDay: dayFromNow(-10) })
  await look(page)
  const importing = async (text: string, awaited: string) => {
    await page.goto(`/survei/kelola/${slug}/impor`)
    const file = { name: 'kertas.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.getByLabel(words.answerFiles.import.file, { exact: true }).setInputFiles(file)
    await press(page, words.answerFiles.import.button)
    await page.locator('main').getByText(awaited).first().waitFor()
    await look(page)
  }
  const rows = Array.from({ length: 31 }, (_, i) => (i % 2 === 0 ? '444444444' : '44-444434'))
  await importing(csvOf([...rows, '345434343']), words.answerFiles.import.nothing)
  await importing(csvOf(rows), words.answerFiles.import.done(String(rows.length)))
  await importing(csvOf(rows), words.answerFiles.import.before)
  await takeStep(page, slug, 'handIn')
  await look(page)

  const publisher = await come(PUBLISHER)
  await takeStep(publisher, slug, 'publish')
  await look(publisher)
  const reason = { [words.surveyStaff.correct.reason]: 'Jumlah yang dilayani salah ketik.' }
  await takeStep(publisher, slug, 'correct', { ...reason, [words.surveyStaff.correct.served]: '80' })
  await look(publisher)
  await takeStep(publisher, slug, 'withdraw', { [words.surveyStaff.withdraw.reason]: 'Berkasnya dari unit lain.' })
  await look(publisher)
  await publisher.goto('/survei/kelola')
  await publisher.getByRole('link', { name: words.surveyStaff.states.withdrawn, exact: true }).click()
  await look(publisher)
}, 90_000)

test('sheets of paper: printed, typed wrongly, entered, one taken back', async () => {
  const survey = await openTownSurvey(portal.database, { period: 'Kertas' })
  const d = words.desk
  const page = await come(OFFICER)
  await page.goto(`/survei/kelola/${survey.slug}/kertas`)
  await page.getByLabel(d.paper.count, { exact: true }).fill('3')
  await press(page, d.paper.make)
  await page.waitForURL(/cetakan=/)
  const codes = await page.locator('.sheet-code b').allTextContents()
  await look(page)
  await page.getByRole('link', { name: d.links.enter }).click()
  for (const [i, scores] of ['343434343', '12', '434343434'].entries()) {
    await page.locator(`#code-${i}`).fill(codes[i] ?? '')
    await page.locator(`#scores-${i}`).fill(scores)
  }
  await press(page, d.enter.button)
  await refused(page)
  await look(page)
  await page.locator('#scores-1').fill('123412341')
  await press(page, d.enter.button)
  await page.waitForURL(/disimpan=3/)
  await look(page)
  await page.getByRole('link', { name: d.links.void }).click()
  await page.getByLabel(d.void.code, { exact: true }).fill(codes[1] ?? '')
  await page.getByLabel(d.void.reason, { exact: true }).selectOption('not-served')
  await press(page, d.void.button)
  await page.waitForURL(/batal=/)
  await look(page)
  await page.goto(`/survei/kelola/${survey.slug}`)
  await look(page)
}, 60_000)

test('the directory: corrected, closed and opened again, a list applied and undone', async () => {
  const page = await come(ADMIN)
  const unit = '/wilayah/kelola/unit/loket-disdukcapil'
  const c = words.directoryStaff.closing
  await page.goto(unit)
  await press(page, words.staff.save)
  await page.waitForURL(/done=change/)
  await look(page)
  await press(page, c.button)
  await page.waitForURL(/done=close/)
  await look(page)
  const stranger = (await visit({ viewport: DESK })).page
  await stranger.goto('/unit/loket-disdukcapil')
  await look(stranger)
  await press(page, c.reopen)
  await page.waitForURL(/done=reopen/)
  await look(page)

  const f = words.directoryFiles
  const text = await (await page.request.get('/wilayah/kota-dumai/daftar.csv')).text()
  const file = (added: string) => ({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(text + added) })
  await page.goto('/wilayah/kelola/wilayah/kota-dumai/impor')
  await page.locator('#file').setInputFiles(file('unit,,disdukcapil,Loket Baru,,,Kesehatan\r\n'))
  await press(page, f.page.check)
  await page.locator('#pratinjau').waitFor()
  await look(page)
  await press(page, f.preview.apply)
  await page.waitForURL(/added=1/)
  await look(page)
  await press(page, f.imports.undo)
  await page.waitForURL(/undone/)
  await look(page)
}, 90_000)
