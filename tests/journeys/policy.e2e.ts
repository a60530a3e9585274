/** A policy from its register to its evaluation, as an officer and a resident meet it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { DESK, PHONE, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { fillTown, OFFICER, openTownSurvey, signIn } from './town.ts'

const words = wordsOf('id')
const { staff: t, statuses, verdicts, issues, page: p } = words.policy
const promise = words.commitment.staff.fields
const TITLE = 'Keluhan dijawab paling lama tiga hari kerja'
const PROMISE = 'Mengulang pelatihan menangani keluhan'

let portal: TestPortal
let survey = ''
beforeAll(async () => {
  const fill = async (database: TestPortal['database']) => {
    await fillTown(database)
    survey = (await openTownSurvey(database)).slug
  }
  portal = await startPortal('sqlite', { fill })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

test('an evaluation that finds nothing improved is closed only once something is promised', async () => {
  const { page } = await visit({ viewport: DESK })
  const exactly = (label: string) => page.getByLabel(label, { exact: true })
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await signIn(page, OFFICER)
  await page.getByRole('link', { name: t.title }).click()
  await page.getByRole('link', { name: t.new }).click()
  await exactly(t.fields.title).fill(TITLE)
  await exactly(t.fields.kind).selectOption('perkada')
  await press(t.save)
  await page.getByRole('alert').waitFor()
  expect(await exactly(t.fields.title).inputValue()).toBe(TITLE)
  await exactly(words.policy.topics.service).check()
  await exactly(t.fields.place).selectOption({ index: 1 })
  await exactly(t.fields.initiator).fill('Bagian Organisasi')
  await exactly(t.fields.enactor).fill('Wali Kota Dumai')
  await exactly(t.fields.summary).fill('Setiap keluhan dicatat, ditangani, dan dijawab dalam tiga hari kerja.')
  await press(t.save)
  await page.waitForURL(/done=made/)
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  // In force for longer than half a year.
  for (const [kind, number] of [
    ['enacted', 'Nomor 5 Tahun 2026'],
    ['in-force', ''],
  ] as const) {
    await exactly(t.event.kind).selectOption(kind)
    await exactly(t.event.day).fill(dayFromNow(-200))
    await exactly(t.event.legalNumber).fill(number)
    await press(t.event.save)
    await page.waitForURL(/done=saved/)
    await page.goto(`/kebijakan/kelola/${slug}`)
  }
  const stranger = await visit({ viewport: PHONE, javaScriptEnabled: false })
  await stranger.page.goto('/kebijakan?evaluation=overdue')
  await stranger.page.getByRole('link', { name: TITLE }).click()
  expect(await stranger.page.getByRole('heading', { name: p.overdueTitle }).count()).toBe(1)

  await exactly(t.surveys.survey).fill(`${portal.url}/survei/${survey}`)
  await press(t.surveys.save)
  await page.waitForURL(/done=saved/)
  await page.getByRole('link', { name: t.ways.evaluate, exact: true }).click()
  await press(t.evaluate.open)
  await page.waitForURL(/done=open/)
  await exactly(t.evaluate.verdict).selectOption('not-improved')
  await exactly(t.evaluate.finding).fill('Waktu menjawab keluhan tetap lebih dari sepekan.')
  await press(t.evaluate.close)
  const alert = page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.textContent()).toContain(issues.commitment)
  expect(await exactly(t.evaluate.finding).inputValue()).toContain('lebih dari sepekan')
  await press(t.evaluate.save)
  await page.waitForURL(/done=save/)

  await page.getByText(t.evaluate.promise, { exact: true }).first().click()
  await exactly(promise.what).fill(PROMISE)
  await exactly(promise.why).fill('Petugas belum memakai pedoman yang sama.')
  await exactly(promise.dueOn).fill(dayFromNow(60))
  await press(t.evaluate.promise)
  await page.waitForURL(/done=promise/)
  expect(await exactly(t.evaluate.verdict).inputValue()).toBe('not-improved')
  await press(t.evaluate.close)
  await page.waitForURL(/done=close/)

  await expect
    .poll(async () => {
      await stranger.page.goto(`/kebijakan/${slug}`)
      return stranger.page.getByRole('heading', { name: verdicts['not-improved'] }).count()
    })
    .toBe(1)
  expect(await stranger.page.locator('.lead').textContent()).toContain(statuses['in-force'])
  expect(await stranger.page.getByRole('heading', { name: p.overdueTitle }).count()).toBe(0)
  await stranger.page.getByRole('link', { name: PROMISE, exact: true }).click()
  expect(await stranger.page.locator('h1').textContent()).toBe(PROMISE)
})

test('done is kept with its file, which anyone can look at', async () => {
  const { page } = await visit({ viewport: DESK })
  await signIn(page, OFFICER)
  const c = words.commitment
  await page.getByRole('link', { name: c.staff.title }).click()
  await page.getByRole('link', { name: PROMISE }).click()
  await page.getByRole('link', { name: c.staff.steps.done, exact: true }).click()
  await page.getByRole('button', { name: c.staff.saveStep, exact: true }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel(c.staff.evidenceText, { exact: true }).fill('Pelatihan diulang pada 3 hari kerja.')
  const sheet = { name: 'daftar hadir.csv', mimeType: 'text/csv', buffer: Buffer.from('no,nama unit\n1,Loket\n') }
  await page.getByLabel(c.staff.file, { exact: true }).setInputFiles(sheet)
  await page.getByRole('button', { name: c.staff.saveStep, exact: true }).click()
  await page.waitForURL(/done=step/)

  const stranger = await visit({ viewport: PHONE, javaScriptEnabled: false })
  await expect
    .poll(async () => {
      await stranger.page.goto('/tindak-lanjut?status=done')
      return stranger.page.getByRole('link', { name: PROMISE }).count()
    })
    .toBe(1)
  await stranger.page.getByRole('link', { name: PROMISE }).click()
  const link = stranger.page.getByRole('link', { name: c.page.file('daftar hadir.csv') })
  const file = await stranger.page.request.get((await link.getAttribute('href')) ?? '')
  expect(file.headers()).toMatchObject({ 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' })
  expect(file.headers()['content-disposition']).toContain('attachment')
  expect(file.headers()['content-security-policy']).toContain('sandbox')
  expect(await file.text()).toContain('1,Loket')
})
