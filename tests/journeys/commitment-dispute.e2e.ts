/** An owner reports a promise done, a resident without scripts says that it isn't, the owner answers, and a follower hears of all. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { addCommitment } from '#server/commitment/commitments.ts'
import { granted } from '#server/demo/fill-places.ts'
import { scopeOf } from '#server/scope.ts'
import { formatDate } from '#server/words/format.ts'
import { wordsOf } from '#server/words/words.ts'
import { actorWith } from '../directory/actors.ts'
import { useMailServer } from '../notice/mail-server.ts'
import { DESK, PHONE, useBrowser } from '../support/browser.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { fillTown, OFFICER, signIn } from './town.ts'

const words = wordsOf('id')
const t = words.commitmentFollow
const staff = words.commitment.staff
const follow = words.notice.follow
const FOLLOWER = 'pengikut@contoh.id'
const REASON = 'Mesin antrean ada, tetapi mati sejak Senin dan tidak ada petugas yang menyalakannya.'
const ANSWER = 'Benar, mesinnya rusak. Kami ganti dan laporkan lagi di sini.'

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
  const officer = scopeOf(database, { actor: actorWith('officer', 'portal') })
  const promise = {
    place: 'region:14.72',
    what: 'Memasang mesin antrean di loket kota',
    why: 'Warga menunggu tanpa tahu gilirannya.',
    owner: 'Disdukcapil Kota Dumai',
    dueOn: dayFromNow(60),
    sourceTitle: 'Survei semester ini',
  }
  slug = granted(await addCommitment(officer, promise)).commitment.slug
}

/** Texts that the follower has got. */
const told = () => mail.received.flatMap(({ to, text }) => (to.includes(FOLLOWER) ? [text] : []))
async function toldOf(words: string): Promise<string> {
  await expect.poll(() => told().filter((text) => text.includes(words)).length, { timeout: 30_000 }).toBe(1)
  return told().find((text) => text.includes(words)) ?? ''
}

test('a promise is followed, reported done, disputed without scripts, answered, and taken up again in public', async () => {
  const { page } = await visit({ viewport: PHONE, javaScriptEnabled: false })
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const heading = () => page.locator('h1').textContent()

  await page.goto(`/tindak-lanjut/${slug}`)
  expect(await page.getByRole('link', { name: t.says.link }).count()).toBe(0)
  await page.getByRole('link', { name: t.follow.link }).click()
  await page.getByLabel(follow.email, { exact: true }).fill(FOLLOWER)
  await press(follow.button)
  const [confirm = ''] = /\/ikuti\/[\w-]{43}/.exec(await toldOf(`/ikuti/`)) ?? []
  await page.goto(confirm)
  await press(follow.confirmButton)
  expect(await heading()).toBe(follow.confirmed)

  const desk = await visit({ viewport: DESK })
  await signIn(desk.page, OFFICER)
  await desk.page.goto(`/tindak-lanjut/kelola/${slug}`)
  await desk.page.getByRole('link', { name: staff.steps.done, exact: true }).click()
  await desk.page.getByLabel(staff.evidenceText, { exact: true }).fill('Mesin antrean terpasang di loket kota.')
  await desk.page.getByLabel(staff.evidenceUrl, { exact: true }).fill('/unit')
  await desk.page.getByRole('button', { name: staff.saveStep, exact: true }).click()
  await desk.page.waitForURL(/done=step/)
  expect(await toldOf(words.commitment.events.done)).toContain(`/tindak-lanjut/${slug}`)

  await expect
    .poll(async () => {
      await page.goto(`/tindak-lanjut/${slug}`)
      return page.getByRole('link', { name: t.says.link }).count()
    })
    .toBe(1)
  await page.getByRole('link', { name: t.says.link }).click()
  await page.getByLabel(t.dispute.reason, { exact: true }).fill('Belum')
  await press(t.dispute.send)
  expect(await page.getByRole('alert').textContent()).toContain('elum diisi, atau terlalu pendek')
  expect(await page.getByLabel(t.dispute.reason, { exact: true }).inputValue()).toBe('Belum')
  await page.getByLabel(t.dispute.reason, { exact: true }).fill(REASON)
  // Who writes in less than three seconds waits for a moderator.
  await new Promise((later) => setTimeout(later, 3500))
  await press(t.dispute.send)
  expect(await heading()).toBe(t.dispute.receipt.thanks)
  const receipt = page.url()

  await desk.page.goto('/tindak-lanjut/kelola?status=disputed')
  await desk.page.getByRole('link', { name: 'Memasang mesin antrean di loket kota' }).click()
  expect(await desk.page.locator('blockquote').textContent()).toBe(REASON)
  await desk.page.getByLabel(t.staff.answer, { exact: true }).fill(ANSWER)
  await desk.page.getByLabel(t.staff.again).check()
  await desk.page.getByRole('button', { name: t.staff.send, exact: true }).click()
  await desk.page.waitForURL(/done=answered/)
  expect(await toldOf(t.mail.answered)).toContain(ANSWER)
  expect(await toldOf(t.mail.disputed)).not.toContain(REASON)

  await page.goto(receipt)
  expect(await page.textContent('main')).toContain(words.ledger.steps['dispute-answered']?.({}))
  await page.getByRole('link', { name: t.dispute.receipt.about }).click()
  const text = (await page.textContent('main')) ?? ''
  for (const said of [REASON, ANSWER, words.commitment.statuses.running]) expect(text).toContain(said)
  expect(text).toContain(formatDate('id', dayFromNow(0)))
  expect(text).not.toContain(t.says.waits('').trim())
})
