/** A meeting before it is held: an officer plans it, invites and prints; a guest answers by the code alone, without scripts. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { codesIn } from '../documents/codes.ts'
import { DESK, PHONE, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { fillTown, OFFICER, signIn } from './town.ts'

const words = wordsOf('id')
const staff = words.musyawarahStaff
const invite = words.musyawarahInvite
const TITLE = 'Pelayanan loket bagi warga yang bekerja'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillTown })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function plan(page: Page): Promise<string> {
  const field = (name: string) => page.locator(`[name=${name}]`)
  await page.goto('/musyawarah/kelola/baru')
  await field('place').selectOption({ index: 1 })
  await field('kind').selectOption('public-forum')
  await field('title').fill(TITLE)
  await field('basis').fill('Warga yang bekerja tidak sempat datang pada jam kerja.')
  await field('agenda').fill('Pembukaan\nUsulan jam layanan\nPenetapan')
  await field('day').fill(dayFromNow(5))
  await field('time').fill('09.00')
  await field('venue').fill('Aula Kantor Camat')
  await field('convener').fill('Disdukcapil Kota Dumai')
  await field('chair').fill('Kepala Dinas')
  await field('minuteTaker').fill('Sekretaris Dinas')
  await field('rules').selectOption('forum-konsultasi-publik')
  await field('letterNumber').fill('005/77/DKC')
  await press(page, staff.form.save)
  await page.waitForURL(/done=saved/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const arriving = page.waitForEvent('download')
  await page.getByRole('link', { name, exact: true }).click()
  return readFile(await (await arriving).path())
}

test('an officer plans, invites and prints the packet; a guest scans the code and answers', async () => {
  const { page } = await visit({ viewport: DESK, javaScriptEnabled: false })
  await signIn(page, OFFICER)
  const slug = await plan(page)
  const list = `/musyawarah/kelola/${slug}/undangan`
  await page.goto(list)
  await page.locator('[name=list]').fill('Siti Aminah; Ketua RT 02; P\nBudi Santoso; warga RT 03; L')
  await page.locator('[name=group]').selectOption('media')
  await press(page, staff.invitees.add)
  await page.waitForURL(/tambah=2/)
  expect(await page.getByText(invite.sending.announceFirst).count()).toBe(1)
  expect(await page.getByText(invite.balance.missing('Akademisi dan ahli')).count()).toBe(1)
  await page.goto(`/musyawarah/kelola/${slug}`)
  await page.locator('#sure').check()
  await press(page, staff.page.announce)
  await page.waitForURL(/done=announce/)

  const packet = await downloaded(page, invite.packet.link)
  const text = (await extractText(await getDocumentProxy(new Uint8Array(packet)), { mergePages: true })).text
  const { attendance, proposals, minutes, tally, record } = invite.packet
  for (const { title } of [attendance, proposals, minutes, tally, record]) expect(text).toContain(title)
  const [siti = '', budi = ''] = await codesIn(packet)
  expect(siti).toMatch(new RegExp(`^${portal.url}/musyawarah/undangan/[0-9A-Z-]+$`))

  const guest = (await visit({ viewport: PHONE, javaScriptEnabled: false })).page
  await guest.goto(siti)
  await guest.getByText('Siti Aminah', { exact: false }).waitFor()
  await press(guest, invite.reply.send)
  await guest.getByRole('alert').waitFor()
  await guest.getByLabel(invite.reply.coming).check()
  await guest.getByLabel(invite.reply.companions).fill('Pak Hasan')
  await press(guest, invite.reply.send)
  await guest.getByText(invite.reply.said.coming).waitFor()

  const other = (await visit({ viewport: PHONE, javaScriptEnabled: false })).page
  await other.goto(`/musyawarah/${slug}`)
  await other.getByRole('link', { name: invite.reply.link }).click()
  await other.getByLabel(invite.reply.code).fill('ABCD EFGH JKMN')
  await press(other, invite.reply.open)
  await other.getByText(invite.reply.unknown).waitFor()
  await other.getByLabel(invite.reply.code).fill((budi.split('/').at(-1) ?? '').toLowerCase().replaceAll('-', ' '))
  await press(other, invite.reply.open)
  await other.getByLabel(invite.reply.notComing).check()
  await press(other, invite.reply.send)
  await other.getByText(invite.reply.said['not-coming']).waitFor()

  await page.goto(list)
  expect(await page.getByText(invite.balance.replies('1', '1', '0')).count()).toBe(1)
  expect(await page.getByText('hadir · Pak Hasan').count()).toBe(1)
  expect(
    await page.getByRole('link', { name: `${invite.sending.whatsApp}: Siti Aminah` }).getAttribute('href'),
  ).toMatch(/^https:\/\/wa\.me\/\?text=/)
  await press(page, invite.sending.paper)
  await page.getByText(invite.sending.marked).waitFor()
})
