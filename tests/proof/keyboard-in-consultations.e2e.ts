/** What people write and judge in consultations, by keyboard alone and with everything twice as large. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { pathTo } from '#server/paths.ts'
import { scopeOf } from '#server/scope.ts'
import { wordsOf } from '#server/words/words.ts'
import { openDraft, type OpenDraft } from '../consultation/open-draft.ts'
import { actorWith, portalAdmin } from '../directory/actors.ts'
import { member } from '../identity/people.ts'
import { fillTown, signIn } from '../journeys/town.ts'
import { useBrowser } from '../support/browser.ts'
import { fitFaults, openAll, TWICE } from '../support/inspection.ts'
import { follow, tabTo } from '../support/keyboard.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const words = wordsOf('id')
const MODERATOR = 'penjaga@contoh.go.id'
/** Sooner than this nobody writes an opinion: it would wait to be looked at. */
const WRITING_MS = 3100
const TEXT = 'Jam tutup terlalu awal bagi yang bekerja di pelabuhan.'

let portal: TestPortal
let draft: OpenDraft
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

async function fill(database: OpenDatabase): Promise<void> {
  await fillTown(database)
  const admin = scopeOf(database, { actor: portalAdmin })
  await member(admin, database, { email: MODERATOR, name: 'penjaga', role: 'moderator', scope: 'portal:' })
  draft = await openDraft(database, { unit: 'loket-disdukcapil', officer: actorWith('officer', 'portal') })
}

test('a resident finds a passage and writes on it', async () => {
  const { page } = await visit({ viewport: TWICE })
  await page.goto(pathTo('id', 'consultation', { slug: draft.slug }))
  await follow(page, `main a[href$="/${draft.blocks[0]}"]`)
  await page.waitForURL(new RegExp(`${draft.blocks[0]}$`))
  await tabTo(page, 'input[name=stance]')
  await page.keyboard.press('Space')
  expect(await page.locator('input[name=stance]:checked').count()).toBe(1)
  await tabTo(page, 'textarea[name=text]')
  await page.keyboard.type(TEXT)
  await page.waitForTimeout(WRITING_MS)
  await follow(page, 'main form button[type=submit]')
  await page.waitForURL(/\/cek\/M/)
  await page.getByText(words.consultationInput.receipt.thanks).first().waitFor()
  await openAll(page)
  expect(await fitFaults(page)).toEqual([])
})

test('a reader reports it, and a moderator covers it with a reason', async () => {
  const { page: reader } = await visit({ viewport: TWICE })
  await reader.goto(pathTo('id', 'inputs', { slug: draft.slug }))
  await follow(reader, 'main a[href^="/moderasi/lapor/"]')
  await reader.waitForURL(/\/lapor\//)
  await tabTo(reader, 'select[name=reason]')
  await reader.keyboard.press('ArrowDown')
  await follow(reader, 'main form button[type=submit]')
  await reader.getByText(words.moderation.report.done).waitFor()

  const { page } = await visit({ viewport: TWICE })
  await signIn(page, MODERATOR)
  await follow(page, 'a[href="/moderasi/antrean"]')
  await page.waitForURL(/\/antrean$/)
  await follow(page, 'main a[href^="/moderasi/antrean/"]')
  await page.waitForURL(/\/antrean\/\w+/)
  await tabTo(page, 'input[name=act]')
  while ((await page.locator('input[name=act][value=hide]:checked').count()) === 0) {
    await page.keyboard.press('ArrowDown')
  }
  await tabTo(page, 'select[name=reason]')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, '[name=note]')
  await page.keyboard.type('Menyebut seorang petugas.')
  await follow(page, 'main form button[type=submit]')
  await page.getByText(words.moderationStaff.item.done).waitFor()
  await openAll(page)
  expect(await fitFaults(page)).toEqual([])
})
