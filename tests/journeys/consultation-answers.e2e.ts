/** From a group of letters to a closed consultation: the office answers, a writer objects, a publisher closes, a stranger looks. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { findConsultationBySlug } from '#db/consultation/consultations.ts'
import { pathTo } from '#server/paths.ts'
import { scopeOf } from '#server/scope.ts'
import { wordsOf } from '#server/words/words.ts'
import { verifyAnswers } from '#server/consultation/verify-answers.ts'
import { actorWith } from '../directory/actors.ts'
import { answeredDraft, type AnsweredDraft } from '../consultation/answered-draft.ts'
import { writeInputs } from '../consultation/answer-world.ts'
import { DESK, useBrowser } from '../support/browser.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { fillTown, OFFICER, PUBLISHER, signIn } from './town.ts'

const t = wordsOf('id').consultationAnswer
const LETTER = 'Kami buruh pabrik di Bukit Kapur meminta loket dibuka sampai pukul enam belas setiap hari kerja.'

let portal: TestPortal
let consultation: AnsweredDraft
let codes: string[]
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

async function fill(database: OpenDatabase): Promise<void> {
  await fillTown(database)
  const officer = actorWith('officer', 'portal')
  consultation = await answeredDraft(database, { unit: 'loket-disdukcapil', officer })
  const row = await findConsultationBySlug(database.db, consultation.slug)
  const texts = [LETTER, `${LETTER} Terima kasih.`, `${LETTER} Salam hormat.`]
  codes = await writeInputs(
    scopeOf(database),
    row!,
    texts.map((text) => ({ text })),
  )
}

const desk = () => pathTo('id', 'answerInputs', { slug: consultation.slug })
const matrix = () => pathTo('id', 'consultationAnswers', { slug: consultation.slug })

test('an officer finds letters that are alike, makes them a group and answers it at once, without scripts', async () => {
  const { page } = await visit({ viewport: DESK, javaScriptEnabled: false })
  await signIn(page, OFFICER)
  await page.goto(desk())
  await page.getByRole('link', { name: t.desk.offersFind }).click()
  await page.getByRole('button', { name: t.desk.accept }).first().click()
  await page.waitForURL(/done=bundle/)
  await page.getByLabel(t.desk.answerBundle('3')).check()
  await page.getByLabel(t.desk.reason).fill('Jam tutup menjadi pukul 16.00 bagi yang bekerja sampai sore.')
  await page.getByRole('button', { name: t.desk.send }).click()
  expect(await page.getByRole('alert').textContent()).toContain(t.issues.required)
  expect(await page.getByLabel(t.desk.reason).inputValue()).toContain('pukul 16.00')
  await page.getByLabel(t.desk.hasil).selectOption('accepted')
  await page.getByRole('button', { name: t.desk.send }).click()
  await page.waitForURL(/done=answer/)
  expect(await page.locator('main').textContent()).toContain(t.coverage('6', '5', '5'))
})

test('an officer keeps a filter by name, finds it again, and lets it go, without scripts', async () => {
  const { page } = await visit({ viewport: DESK, javaScriptEnabled: false })
  await signIn(page, OFFICER)
  await page.goto(`${desk()}?state=answered`)
  const saved = page.getByRole('navigation', { name: t.desk.filters }).getByRole('link', { name: 'Sudah selesai' })
  await page.getByText(t.desk.keepFilter, { exact: true }).first().click()
  await page.getByRole('button', { name: t.desk.keepFilter }).click()
  expect(await page.getByRole('alert').textContent()).toContain(t.desk.filterName)
  await page.getByLabel(t.desk.filterName).fill('Sudah selesai')
  await page.getByRole('button', { name: t.desk.keepFilter }).click()
  await page.waitForURL(/done=filter/)
  await page.goto(desk())
  await saved.click()
  expect(await page.getByLabel(t.desk.state, { exact: true }).inputValue()).toBe('answered')
  expect(await saved.getAttribute('aria-current')).toBe('true')
  await page.getByText(t.desk.keepFilter, { exact: true }).first().click()
  await page.getByRole('button', { name: t.desk.forgetFilter('Sudah selesai') }).click()
  await page.waitForURL(/done=filter/)
  expect(await saved.count()).toBe(0)
})

test('by keyboard alone an input is chosen, answered and saved', async () => {
  const { page } = await visit({ viewport: DESK })
  await signIn(page, OFFICER)
  await page.goto(desk())
  await page.getByLabel(t.matrix.number('1')).focus()
  await page.keyboard.press('Space')
  await page.getByLabel(t.desk.hasil).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Hanya pada hari Kamis, karena petugas bergantian.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=answer/)
  await page.goto(matrix())
  expect(await page.locator('#masukan-1').textContent()).toContain('Hanya pada hari Kamis')
})

test('a writer objects with the receipt, once, and reads the answer that stands', async () => {
  const { page } = await visit()
  const address = pathTo('id', 'objectToAnswer', { code: codes[0] ?? '' })
  await page.goto(address)
  await page.getByRole('button', { name: t.objection.send }).click()
  expect(await page.getByRole('alert').textContent()).toContain(t.issues.required)
  await page.getByLabel(t.objection.reason).fill('Yang kami minta sampai pukul 16.00 mulai bulan ini juga.')
  await page.getByRole('button', { name: t.objection.send }).click()
  await page.getByText(t.objection.sent).waitFor()
  await page.goto(address)
  expect(await page.locator('main').textContent()).toContain(t.objection.hindrances.objected)

  const officer = await visit({ viewport: DESK })
  await signIn(officer.page, OFFICER)
  await officer.page.goto(`${desk()}?state=objected`)
  await officer.page.getByLabel(t.matrix.number('4')).check()
  await officer.page.getByLabel(t.desk.reason).fill('Mulai bulan depan, setelah jadwal petugas diubah.')
  await officer.page.getByRole('button', { name: t.desk.confirm }).click()
  await officer.page.waitForURL(/done=confirm/)
  await page.goto(matrix())
  const shown = await page.locator('#masukan-4').textContent()
  expect(shown).toContain('mulai bulan ini juga')
  expect(shown).toContain('Mulai bulan depan')
})

test('an officer can’t close it while an objection waits; a publisher does, with a reason for all to read', async () => {
  const address = pathTo('id', 'closeConsultation', { slug: consultation.slug })
  const officer = await visit({ viewport: DESK })
  await signIn(officer.page, OFFICER)
  await officer.page.goto(address)
  expect(await officer.page.locator('main').textContent()).toContain(t.close.publisherNeeded)
  expect(await officer.page.getByRole('button', { name: t.close.button }).count()).toBe(0)

  const { page } = await visit({ viewport: DESK })
  await signIn(page, PUBLISHER)
  await page.goto(address)
  await page.getByLabel(t.close.sure).check()
  await page.getByRole('button', { name: t.close.button }).click()
  expect(await page.getByRole('alert').textContent()).toContain(t.issues.required)
  await page.getByLabel(t.close.reason).fill('Sisanya dibahas dalam konsultasi tahun depan.')
  await page.getByLabel(t.close.sure).check()
  await page.getByRole('button', { name: t.close.button }).click()
  await page.waitForURL(/\/penutup$/)
  expect(await page.locator('main').textContent()).toContain('Sisanya dibahas dalam konsultasi tahun depan.')
})

test('a stranger reads it all, takes it home, and finds that it fits the ledger', async () => {
  const { page } = await visit()
  await page.goto(matrix())
  expect(await page.locator('article').count()).toBe(6)
  for (const kind of ['pdf', 'docx', 'xlsx', 'csv', 'jsonl'] as const) {
    const file = await page.request.get(`${matrix()}.${kind}`)
    expect(file.status()).toBe(200)
    expect(file.headers()['content-disposition']).toContain(`.${kind}"`)
  }
  const problems = []
  for await (const problem of verifyAnswers(portal.database.db, () => undefined)) problems.push(problem)
  expect(problems).toEqual([])
})
