/** An officer sets a consultation up from a Word file; a new version shows what changed and why. */
import { Document, LevelFormat, Packer, Paragraph } from 'docx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { DESK, PHONE, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { fillTown, OFFICER, signIn, UNIT } from './town.ts'

const words = wordsOf('id')
const t = words.consultationStaff
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const levels = [
  { level: 0, format: LevelFormat.DECIMAL, text: 'Pasal %1' },
  { level: 1, format: LevelFormat.DECIMAL, text: '(%2)' },
]

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillTown })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

/** Articles and paragraphs that Word numbers itself. */
async function wordFile(articles: string[][]): Promise<Buffer> {
  const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'pasal', level } })
  const children = articles.flatMap((paragraphs) => [numbered('', 0), ...paragraphs.map((text) => numbered(text, 1))])
  return Packer.toBuffer(
    new Document({ numbering: { config: [{ reference: 'pasal', levels }] }, sections: [{ children }] }),
  )
}

async function handInDraft(page: Page, articles: string[][]): Promise<void> {
  const buffer = await wordFile(articles)
  await page.getByLabel(t.draft.file, { exact: true }).setInputFiles({ name: 'naskah.docx', mimeType: WORD, buffer })
  await page.getByRole('button', { name: t.draft.read }).click()
  await page.waitForURL(/done=save/)
}

test('from a Word file to a draft that everyone reads, and to its next version', async () => {
  const { page } = await visit({ viewport: DESK })
  await signIn(page, OFFICER)
  await page.getByRole('link', { name: t.title }).click()
  await page.getByRole('link', { name: t.new }).click()

  await page.getByLabel(t.form.title, { exact: true }).fill('Cara menangani pengaduan')
  await page.getByRole('button', { name: t.form.save }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel(t.form.title, { exact: true }).inputValue()).toBe('Cara menangani pengaduan')
  await page.getByLabel(t.form.summary, { exact: true }).fill('Pengaduan diterima, dicatat, dan dijawab tepat waktu.')
  await page.getByLabel(t.form.about, { exact: true }).selectOption('draft')
  await page.getByLabel(UNIT).check()
  await page.getByLabel(t.form.statements, { exact: true }).fill('Pengaduan sering tidak dijawab.')
  await page.getByLabel(t.form.draftFrom, { exact: true }).fill(dayFromNow(1))
  await page.getByLabel(t.form.draftUntil, { exact: true }).fill(dayFromNow(14))
  await page.getByLabel(t.form.answerBy, { exact: true }).fill(dayFromNow(30))
  await page.getByRole('button', { name: t.form.save }).click()
  await page.waitForURL(/done=saved/)
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await page.getByRole('link', { name: t.page.draft }).click()
  await page.getByLabel(t.draft.file, { exact: true }).setInputFiles({
    name: 'naskah.docx',
    mimeType: WORD,
    buffer: Buffer.from('PK\u0003\u0004 bukan berkas Word'),
  })
  await page.getByRole('button', { name: t.draft.read }).click()
  expect(await page.getByRole('alert').textContent()).toContain(t.issues['file-unreadable'])
  const first = ['Setiap pengaduan dicatat pada hari yang sama.', 'Pengaduan dijawab paling lama sepuluh hari kerja.']
  await handInDraft(page, [first, ['Pengaduan tanpa nama tetap diurus.']])
  expect(await page.locator('.cut').textContent()).toContain('Pasal 1 ayat (2)')

  const stranger = await visit({ viewport: PHONE })
  expect((await stranger.page.goto(`/konsultasi/${slug}`))?.status()).toBe(404)
  await page.goto(`/konsultasi/kelola/${slug}`)
  const preview = (await page.getByRole('link', { name: /pratinjau/ }).getAttribute('href')) ?? ''
  expect((await stranger.page.goto(preview))?.status()).toBe(200)
  expect(await stranger.page.locator('main').textContent()).toContain('paling lama sepuluh hari kerja')

  await page.getByRole('button', { name: t.page.announce }).click()
  expect(await page.getByRole('alert').textContent()).toContain(t.issues.confirm)
  await page.getByLabel(t.page.sure).check()
  await page.getByRole('button', { name: t.page.announce }).click()
  await page.waitForURL(/done=announce/)
  await stranger.page.goto('/konsultasi')
  await stranger.page.getByRole('link', { name: 'Cara menangani pengaduan' }).click()
  expect(await stranger.page.locator('main').textContent()).toContain('Setiap pengaduan dicatat')

  await page.goto(`/konsultasi/kelola/${slug}/naskah`)
  await handInDraft(page, [
    [first[0] ?? '', 'Pengaduan dijawab paling lama lima hari kerja.'],
    ['Petugas menyebut namanya.'],
  ])
  await page.getByRole('button', { name: t.draft.publishButton }).click()
  expect(await page.getByRole('alert').textContent()).toContain(t.issues.reason)
  const why = 'Warga meminta jawaban yang lebih cepat, dan nama petugas yang melayani.'
  await page.getByLabel(t.draft.note, { exact: true }).fill(why)
  await page.getByRole('button', { name: t.draft.publishButton }).click()
  await page.waitForURL(/done=publish/)

  await stranger.page.goto(`/konsultasi/${slug}`)
  await stranger.page.getByRole('link', { name: words.consultation.page.compare }).click()
  const compared = stranger.page.locator('main')
  expect(await compared.textContent()).toContain(why)
  expect(await compared.locator('del').first().textContent()).toContain('sepuluh')
  expect(await compared.locator('ins').first().textContent()).toContain('lima')
  expect(await compared.textContent()).toContain(words.consultation.compare.what.removed)
})
