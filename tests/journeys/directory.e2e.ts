/** The directory as it is kept up: a contact corrected on a phone, two who save at once, and a list from a spreadsheet. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { DESK, PHONE, useBrowser } from '../support/browser.ts'
import { inspect, openAll } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { ADMIN, fillTown, OFFICER, SERVICE, signIn, UNIT } from './town.ts'

const words = wordsOf('id')
const t = words.directoryStaff
const f = words.directoryFiles
const labels = words.directory.fields

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillTown })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)
const textOf = (page: Page) => page.locator('main').innerText()
const look = async (page: Page, text: string) => {
  const file = { name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.locator('#file').setInputFiles(file)
  await page.getByRole('button', { name: f.page.check, exact: true }).click()
}
const save = (page: Page) => page.getByRole('button', { name: words.staff.save, exact: true }).click()

test('an officer corrects a unit’s contact on a phone without scripts, and a stranger reads it at the same address', async () => {
  const { page } = await visit({ viewport: PHONE, javaScriptEnabled: false })
  await signIn(page, OFFICER)
  await page.getByRole('link', { name: words.staff.account.directory }).click()
  await page.getByLabel(t.list.search, { exact: true }).fill('loket')
  await page.getByRole('button', { name: t.list.searchButton, exact: true }).click()
  await page.getByRole('link', { name: UNIT, exact: true }).click()
  expect(await page.getByLabel(labels.sector, { exact: true }).count()).toBe(0)
  await page.getByLabel(labels.name, { exact: true }).fill('L')
  await page.getByLabel(labels.contact, { exact: true }).fill('WhatsApp 0812 0000 0000')
  await save(page)
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel(labels.contact, { exact: true }).inputValue()).toBe('WhatsApp 0812 0000 0000')
  await page.getByLabel(labels.name, { exact: true }).fill('Loket Dukcapil Dumai')
  await save(page)
  await page.waitForURL(/done=change/)
  expect(await textOf(page)).toContain(t.page.saved)

  const stranger = await visit()
  await stranger.page.goto('/unit/loket-disdukcapil')
  expect(await textOf(stranger.page)).toContain('WhatsApp 0812 0000 0000')
  expect(await stranger.page.locator('h1').innerText()).toBe('Loket Dukcapil Dumai')
})

test('an officer states the standard of a service, part by part', async () => {
  const { page } = await visit()
  await signIn(page, OFFICER)
  await page.goto('/wilayah/kelola/unit/loket-disdukcapil')
  await page.getByRole('link', { name: SERVICE, exact: true }).click()
  await page.getByLabel(t.standard.parts.requirements, { exact: true }).fill('Kartu keluarga')
  await page.getByLabel(t.standard.parts.completion_time, { exact: true }).fill('1 hari kerja')
  await save(page)
  await page.waitForURL(/done=change/)
  expect(await page.getByLabel(t.standard.parts.completion_time, { exact: true }).inputValue()).toBe('1 hari kerja')
})

test('who saves second sees what the first one saved, and loses nothing typed', async () => {
  const [first, second] = [await visit(), await visit()]
  await signIn(first.page, OFFICER)
  await signIn(second.page, ADMIN)
  for (const { page } of [first, second]) await page.goto('/wilayah/kelola/unit/loket-disdukcapil')
  await first.page.getByLabel(labels.address, { exact: true }).fill('Jalan Sudirman 1')
  await save(first.page)
  await first.page.waitForURL(/done=change/)
  await second.page.getByLabel(labels.contact, { exact: true }).fill('loket@contoh.go.id')
  await save(second.page)
  const table = second.page.getByRole('table', { name: t.meanwhile.caption })
  expect(await table.innerText()).toContain('Jalan Sudirman 1')
  expect(await second.page.getByLabel(labels.contact, { exact: true }).inputValue()).toBe('loket@contoh.go.id')
  expect(await inspect(second.page)).toEqual([])
  await second.page.getByLabel(labels.address, { exact: true }).fill('Jalan Sudirman 1')
  await save(second.page)
  await second.page.waitForURL(/done=change/)

  await second.page.goto('/wilayah/kelola/wilayah/kota-dumai/impor')
  for (const place of ['tiada', 'disdukcapil']) {
    await look(second.page, `tingkat,nama,bagian_dari,bidang,kontak\nunit,Loket Contoh,${place},Kesehatan,0765 1\n`)
    await second.page.locator('#pratinjau').waitFor()
    await openAll(second.page)
    expect(await inspect(second.page)).toEqual([])
  }
}, 60_000)

test('an administrator imports a list, sees what it would do, applies it, and undoes it', async () => {
  const { page } = await visit({ viewport: DESK, javaScriptEnabled: false })
  await signIn(page, ADMIN)
  await page.goto('/wilayah/kelola')
  await page.getByRole('link', { name: t.list.import }).click()
  const list = await page.request.get('/wilayah/kota-dumai/daftar.csv')
  const text = await list.text()
  expect(list.headers()['content-type']).toBe('text/csv; charset=utf-8')
  await look(page, text)
  expect(await textOf(page)).toContain(f.preview.nothing)

  await look(page, `${text}unit,,tiada,Loket Baru,,,Kesehatan\r\n`)
  expect(await page.getByRole('table', { name: f.preview.problem }).innerText()).toContain(
    f.lines['part-unknown']?.('tiada'),
  )
  expect(await page.getByRole('button', { name: f.preview.apply }).count()).toBe(0)

  await look(page, `${text}unit,,disdukcapil,Loket Baru,,,Kesehatan\r\n`.replace('loket@contoh.go.id', '+62 765'))
  expect(await textOf(page)).toContain(f.preview.add('1'))
  expect(await textOf(page)).toContain(f.preview.from('kontak', 'loket@contoh.go.id', '+62 765'))
  expect((await (await visit()).page.goto('/unit/loket-baru'))?.status()).toBe(404)
  await page.getByRole('button', { name: f.preview.apply, exact: true }).click()
  await page.waitForURL(/added=1/)
  expect(await textOf(page)).toContain(f.imports.done('1', '1'))
  const stranger = await visit()
  expect((await stranger.page.goto('/unit/loket-baru'))?.status()).toBe(200)
  await stranger.page.goto('/unit/loket-disdukcapil')
  expect(await textOf(stranger.page)).toContain('+62 765')

  await page.getByRole('button', { name: f.imports.undo, exact: true }).click()
  await page.waitForURL(/undone/)
  expect(await textOf(page)).toContain(f.imports.undid)
  expect((await stranger.page.goto('/unit/loket-baru'))?.status()).toBe(404)
  expect(await (await page.request.get('/wilayah/kota-dumai/daftar.csv')).text()).toBe(text)
})
