/** While somebody writes without scripts, the draft moves on or the phase ends: nothing typed is lost, and they are told. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishVersion, saveDraft } from '#server/consultation/versions.ts'
import { granted } from '#server/demo/fill-places.ts'
import { scopeOf } from '#server/scope.ts'
import { wordsOf } from '#server/words/words.ts'
import { OPEN_TEXT, openDraft, type OpenDraft } from '../consultation/open-draft.ts'
import { actorWith } from '../directory/actors.ts'
import { useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { inspect } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { fillTown } from './town.ts'

const t = wordsOf('id').consultationInput
const WISH = 'Kami pulang melaut sesudah pukul dua.'

let portal: TestPortal
const officer = actorWith('officer', 'portal')
const open = () => openDraft(portal.database, { unit: 'loket-disdukcapil', officer })
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: fillTown })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

async function write(draft: OpenDraft, passage: number): Promise<Page> {
  const { page } = await visit({ javaScriptEnabled: false })
  await page.goto(`/konsultasi/${draft.slug}/bagian/${draft.blocks[passage]}`)
  await page.locator('label:has(input[name=stance][value=disagree])').click()
  await page.getByLabel(t.form.text).fill(WISH)
  // Sooner than this nobody writes an opinion: it would wait to be looked at.
  await page.waitForTimeout(3100)
  return page
}

async function publish({ slug }: OpenDraft, text: string): Promise<void> {
  const scope = scopeOf(portal.database, { actor: officer })
  granted(await saveDraft(scope, slug, { text }))
  granted(await publishVersion(scope, slug, { note: 'Menurut masukan warga.' }))
}

const send = (page: Page, name: string = t.form.send) => page.getByRole('button', { name, exact: true }).click()

test('the passage reads otherwise: both texts are shown, and what was written is sent at the second press', async () => {
  const draft = await open()
  const page = await write(draft, 0)
  await publish(draft, OPEN_TEXT.replace('14.00', '16.00'))
  await send(page)
  await page.getByRole('heading', { name: t.changed.title }).waitFor()
  const both = await page.locator('.two-texts').textContent()
  for (const said of ['14.00', '16']) expect(both).toContain(said)
  expect(await page.getByLabel(t.form.text).inputValue()).toBe(WISH)
  await send(page)
  await page.waitForURL(/\/cek\/M/)
})

test('the passage is gone: the tray is offered, and takes it with what it spoke of', async () => {
  const draft = await open()
  const page = await write(draft, 2)
  await publish(draft, OPEN_TEXT.split('\n\nPasal 3')[0] ?? '')
  await send(page)
  await page.getByRole('heading', { name: t.vanished.title }).waitFor()
  expect(await page.getByLabel(t.form.text).inputValue()).toBe(WISH)
  await send(page, t.vanished.send)
  await page.waitForURL(/\/cek\/M/)
  await page.goto(`/konsultasi/${draft.slug}/masukan?list=tray`)
  const tray = await page.locator('.input-rows').textContent()
  expect(tray).toContain(WISH)
  expect(tray).toContain('Pemohon wajib hadir sendiri.')
})

test('the phase is over: when it closed and what comes next is said, and the text stands there to be copied', async () => {
  const draft = await open()
  const page = await write(draft, 1)
  const { db } = portal.database
  const yesterday = { phase: 'draft' as const, endsOn: dayFromNow(-1) }
  await db
    .updateTable('consultationPhase')
    .set(yesterday)
    .where('consultationId', '=', draft.id)
    .where('phase', '=', 'draft')
    .execute()
  const next = { startsOn: dayFromNow(0) }
  await db
    .updateTable('consultationPhase')
    .set(next)
    .where('consultationId', '=', draft.id)
    .where('phase', '=', 'consideration')
    .execute()
  await send(page)
  await page.getByText(t.closed.late).waitFor()
  expect(await page.getByLabel(t.closed.yours).inputValue()).toBe(WISH)
  expect(await page.locator('main').textContent()).toContain(t.closed.title)
})

test('ten thousand characters without a space come back on a narrow page without pushing it wide', async () => {
  const draft = await open()
  const page = (await visit()).page
  await page.goto(`/konsultasi/${draft.slug}/bagian/${draft.blocks[0]}`)
  await page.getByLabel(t.form.text).fill('sepanjang'.repeat(1111) + '!')
  // Without a stance it comes back with all that was typed.
  await page.locator('form:has(textarea[name=text])').evaluate((form: HTMLFormElement) => form.submit())
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel(t.form.text).inputValue()).toHaveLength(10_000)
  expect(await inspect(page)).toEqual([])
})
