/** A resident on a phone without scripts: as a guest, with an account, what was a guest's taken over, and erased. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { pathTo } from '#server/paths.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { wordsOf } from '#server/words/words.ts'
import { openDraft, type OpenDraft } from '../consultation/open-draft.ts'
import { actorWith } from '../directory/actors.ts'
import { useMailServer } from '../notice/mail-server.ts'
import { useBrowser } from '../support/browser.ts'
import { inspect } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { fillTown } from './town.ts'

const words = wordsOf('id')
const t = words.resident
const english = wordsOf('en').resident
const form = words.consultationInput.form
const EMAIL = 'sari@contoh.id'
/** Sooner than this nobody writes an opinion: it would wait to be looked at. */
const WRITING_MS = 3100
/** Pages are looked at on the way. */
const LOOKING_MS = 120_000

const mail = useMailServer()
let portal: TestPortal
let draft: OpenDraft
beforeAll(async () => {
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'Balai <balai@contoh.go.id>' }
  portal = await startPortal('sqlite', { fill, env })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

async function fill(database: OpenDatabase): Promise<void> {
  await fillTown(database)
  draft = await openDraft(database, { unit: 'loket-disdukcapil', officer: actorWith('officer', 'portal') })
}

const phone = () => visit({ javaScriptEnabled: false })
const whole = () => pathTo('id', 'inputs', { slug: draft.slug })
const text = (page: Page) => page.locator('main').innerText()

async function mailed(): Promise<{ link: string; code: string }> {
  await expect.poll(() => mail.received.length, { timeout: 15_000 }).toBe(1)
  const { to, text } = mail.received.pop()!
  expect(to).toEqual([EMAIL])
  const link = new RegExp(`${portal.url}(/masukan-saya/\\S+)`).exec(text)?.[1] ?? ''
  return { link, code: /: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1] ?? '' }
}

async function ask(page: Page): Promise<void> {
  await page.getByLabel(t.signIn.email, { exact: true }).fill(EMAIL)
  await page.getByRole('button', { name: t.signIn.button }).click()
  await page.getByRole('heading', { name: t.signIn.sent }).waitFor()
}

async function write(page: Page, said: string): Promise<string> {
  await page.getByLabel(form.text).fill(said)
  await page.waitForTimeout(WRITING_MS)
  await page.getByRole('button', { name: form.send, exact: true }).click()
  await page.waitForURL(/\/cek\/M/)
  return (await page.locator('.receipt-code').textContent()) ?? ''
}

/** As wide as a small phone, and nothing beside it. */
async function sound(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBe(360)
}

let receipt: string

test('a guest comments and leaves an address', async () => {
  const { page } = await phone()
  await page.goto(whole())
  await page.getByText(form.more).click()
  await page.getByLabel(form.email, { exact: true }).fill(EMAIL)
  receipt = await write(page, 'Saya Sari, dari Gang Melati: tolong buka sampai sore.')
})

test(
  'signs in on one device with the code of a mail read on another, and comments with the account',
  async () => {
    const { page } = await phone()
    await page.goto(whole())
    await page.getByRole('link', { name: t.form.offerLink }).click()
    await ask(page)
    await sound(page)
    const { code } = await mailed()
    await page.getByLabel(t.signIn.code).fill('K7M2-Q0X')
    await page.getByRole('button', { name: t.signIn.enter }).click()
    expect(await page.getByRole('alert').innerText()).toContain(t.issues['code-typo'])
    await sound(page)
    await page.getByLabel(t.signIn.code).fill(code.toLowerCase())
    await page.getByRole('button', { name: t.signIn.enter }).click()
    await page.waitForURL(`**${whole()}`)
    expect(await text(page)).toContain(t.form.as(EMAIL))
    expect(await page.getByLabel(form.email, { exact: true }).count()).toBe(0)
    await sound(page)
    await write(page, 'Loket kedua sebaiknya dibuka pada hari pasar.')
    await page.goto(pathTo('id', 'ownInputs'))
    expect(await text(page)).toContain('Loket kedua')
    expect(await text(page)).not.toContain('Gang Melati')
    await sound(page)
  },
  LOOKING_MS,
)

test(
  'opens the link of a mail, takes the guest’s comment over, and has it erased',
  async () => {
    const { page } = await phone()
    await page.goto(pathTo('id', 'ownInputs'))
    await ask(page)
    const { link } = await mailed()
    // A program that looks at links in mail.
    expect((await page.request.get(link)).status()).toBe(200)
    await page.goto(link)
    expect(await text(page)).toContain(t.link.lead(EMAIL))
    await sound(page)
    await page.getByRole('button', { name: t.link.button }).click()
    await page.waitForURL(`**${pathTo('id', 'ownInputs')}`)

    await page.getByRole('link', { name: t.own.claim }).click()
    await page.getByLabel(t.claim.code).fill(receipt)
    await page.getByLabel(t.claim.email).fill('lain@contoh.id')
    await page.getByRole('button', { name: t.claim.button }).click()
    expect(await page.getByRole('alert').innerText()).toContain(t.issues['no-match'])
    expect(await page.getByLabel(t.claim.code).inputValue()).toBe(receipt)
    await sound(page)
    await page.getByLabel(t.claim.email).fill(EMAIL)
    await page.getByRole('button', { name: t.claim.button }).click()
    await page.waitForURL(/done=claimed/)
    expect(await text(page)).toContain('Gang Melati')

    await page.getByRole('link', { name: t.own.eraseOf('1') }).click()
    await sound(page)
    await page.getByRole('button', { name: words.erasure.button }).click()
    expect(await page.getByRole('alert').innerText()).toContain(words.erasure.notSure)
    await sound(page)
    await page.getByLabel(words.erasure.sure).check()
    await page.getByRole('button', { name: words.erasure.button }).click()
    await page.waitForURL(/done=erased/)
    expect(await text(page)).not.toContain('Gang Melati')
    await page.goto(pathTo('id', 'checkCode', { code: receipt }))
    expect(await text(page)).toContain(words.ledger.steps['input-erased']!({}))
    expect((await runVerifiers(portal.database.db, rowVerifiers({}))).problem).toBeNull()
  },
  LOOKING_MS,
)

test(
  'leaves nothing on a shared phone after signing out, and nothing in the portal after deleting the account',
  async () => {
    const { page } = await visit()
    await page.goto(pathTo('id', 'ownInputs'))
    await ask(page)
    const { link } = await mailed()
    await page.goto(link)
    await page.getByRole('button', { name: t.link.button }).click()
    await page.getByText('Loket kedua').waitFor()
    await page.goto(whole())
    await page.getByLabel(form.text).fill('Belum selesai saya tulis.')
    await page.locator('[data-notice=kept]').waitFor()
    await page.goto(pathTo('id', 'ownInputs'))
    await page.getByRole('button', { name: t.own.signOut }).click()
    await page.getByRole('heading', { name: t.out.done }).waitFor()
    await sound(page)
    const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('masukan')))
    await expect.poll(drafts).toEqual([])
    await page.goBack()
    await page.getByRole('heading', { name: t.signIn.title }).waitFor()
    for (const path of [pathTo('id', 'ownInputs'), whole()]) {
      await page.goto(path)
      expect(await page.content()).not.toContain(EMAIL)
      expect(
        await page
          .getByLabel(form.text)
          .inputValue()
          .catch(() => ''),
      ).toBe('')
    }

    await page.goto(pathTo('id', 'ownInputs'))
    await ask(page)
    await page.goto((await mailed()).link)
    await page.getByRole('button', { name: t.link.button }).click()
    await page.getByRole('link', { name: t.own.leave }).click()
    await sound(page)
    await page.getByLabel(t.leave.sure).check()
    await page.getByRole('button', { name: t.leave.button }).click()
    await page.getByRole('heading', { name: t.leave.done }).waitFor()
    const rows = await portal.database.db.selectFrom('resident').selectAll().execute()
    expect(rows).toEqual([])
  },
  LOOKING_MS,
)

test(
  'finds each page of an account in order, whatever was typed on it',
  async () => {
    const { page } = await visit()
    const look = async () =>
      expect({ at: page.url(), faults: await inspect(page) }).toEqual({ at: page.url(), faults: [] })
    await page.goto(pathTo('en', 'ownInputs'))
    await page.getByLabel(english.signIn.email, { exact: true }).fill(EMAIL)
    await page.getByRole('button', { name: english.signIn.button }).click()
    await page.getByLabel(english.signIn.code).fill('K7M2')
    await page.getByRole('button', { name: english.signIn.enter }).click()
    await page.getByRole('alert').waitFor()
    await look()
    await expect.poll(() => mail.received.length, { timeout: 15_000 }).toBe(1)
    const link = new RegExp(`${portal.url}(/en/my-comments/\\S+)`).exec(mail.received.pop()!.text)?.[1] ?? ''
    await page.goto(link)
    await look()
    await page.getByRole('button', { name: english.link.button }).click()
    await page.getByRole('heading', { name: english.title }).waitFor()
    await page.goto(whole())
    expect(await text(page)).toContain(t.form.as(EMAIL))
    await look()
    await write(page, 'Papan antrean sebaiknya terbaca dari luar.')
    await page.goto(pathTo('id', 'ownInputs'))
    await look()
    const erase =
      (await page
        .getByRole('link', { name: /^Hapus data pribadi dari/ })
        .first()
        .getAttribute('href')) ?? ''
    for (const path of [pathTo('id', 'claimInput'), erase, pathTo('id', 'leavePortal')]) {
      await page.goto(path)
      await page.locator('main form button').click()
      await page.getByRole('alert').waitFor()
      await look()
    }
  },
  LOOKING_MS,
)
