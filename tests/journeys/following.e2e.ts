/** A resident without scripts follows a policy by mail, hears of a change, and lets go. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { wordsOf } from '#server/words/words.ts'
import { useMailServer } from '../notice/mail-server.ts'
import { DESK, PHONE, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { register } from '../policy/world.ts'
import { actorWith } from '../directory/actors.ts'
import { scopeOf } from '#server/scope.ts'
import { fillTown, OFFICER, signIn } from './town.ts'

const words = wordsOf('id')
const t = words.notice.follow
const EMAIL = 'warga@contoh.id'

const mail = useMailServer()
let portal: TestPortal
let slug: string
beforeAll(async () => {
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'Balai <balai@contoh.go.id>' }
  portal = await startPortal('sqlite', { fill, env })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

async function fill(database: OpenDatabase): Promise<void> {
  await fillTown(database)
  slug = await register(scopeOf(database, { actor: actorWith('officer', 'portal') }), { place: 'region:14.72' })
}

/** The path of the link in the next mail to the resident that has such a link. */
async function linkOf(kind: RegExp): Promise<string> {
  const found = () => mail.received.flatMap(({ to, text }) => (to.includes(EMAIL) ? (kind.exec(text)?.[0] ?? []) : []))
  await expect.poll(() => found().length, { timeout: 30_000 }).toBeGreaterThan(0)
  return found().at(-1) ?? ''
}

test('a resident hears of a change by mail, from the confirmation to letting go', async () => {
  const { page } = await visit({ viewport: PHONE, javaScriptEnabled: false })
  const heading = () => page.locator('h1').textContent()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.goto(`/kebijakan/${slug}`)
  await page.getByRole('link', { name: words.policy.page.follow }).click()
  await page.getByLabel(t.email, { exact: true }).fill('bukan surel')
  await press(t.button)
  expect(await page.getByLabel(t.email, { exact: true }).inputValue()).toBe('bukan surel')
  expect(await page.getByRole('alert').textContent()).toContain(t.issues.email)
  await page.getByLabel(t.email, { exact: true }).fill(EMAIL)
  await press(t.button)
  expect(await heading()).toBe(t.sent)

  await page.goto(await linkOf(/\/ikuti\/[\w-]{43}/))
  expect(await heading()).toBe(t.confirm)
  await press(t.confirmButton)
  expect(await heading()).toBe(t.confirmed)

  const desk = await visit({ viewport: DESK })
  await signIn(desk.page, OFFICER)
  await desk.page.goto(`/kebijakan/kelola/${slug}`)
  const event = words.policy.staff.event
  await desk.page.getByLabel(event.kind, { exact: true }).selectOption('drafting')
  await desk.page.getByLabel(event.day, { exact: true }).fill(dayFromNow(0))
  await desk.page.getByRole('button', { name: event.save, exact: true }).click()
  await desk.page.waitForURL(/done=saved/)

  const leave = await linkOf(/\/ikuti\/berhenti\/\w+/)
  expect(mail.received.at(-1)?.text).toContain(`${words.policy.events.drafting}:`)
  await page.goto(leave)
  expect(await heading()).toBe(t.letGo)
  await press(t.letGoButton)
  expect(await heading()).toBe(t.left)
  await page.goto(leave)
  expect(await heading()).toBe(t.left)
})
