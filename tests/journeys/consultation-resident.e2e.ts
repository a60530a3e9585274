/** Residents at a consultation: one without scripts, one whose line is cut, and an organisation that writes together. */
import { beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { listInputs, placeOfInputs, type InputView } from '#server/consultation/input-lists.ts'
import { submitInput } from '#server/consultation/inputs.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { scopeOf } from '#server/scope.ts'
import { wordsOf } from '#server/words/words.ts'
import { openDraft, type OpenDraft } from '../consultation/open-draft.ts'
import { actorWith } from '../directory/actors.ts'
import { useBrowser } from '../support/browser.ts'
import { onEachPortal } from '../support/portal.ts'
import { fillTown } from './town.ts'

const t = wordsOf('id').consultationInput
const check = wordsOf('id').check
/** Sooner than this nobody writes an opinion: it would wait to be looked at. */
const WRITING_MS = 3100

onEachPortal('residents at a consultation', fillTown, (portal) => {
  const visit = useBrowser(portal)
  let draft: OpenDraft
  beforeAll(async () => {
    const officer = actorWith('officer', 'portal')
    draft = await openDraft(portal().database, { unit: 'loket-disdukcapil', officer })
  })
  const anyone = () => scopeOf(portal().database)
  const passage = (index: number) => `/konsultasi/${draft.slug}/bagian/${draft.blocks[index]}`
  const stored = async (): Promise<InputView[]> =>
    (await listInputs(anyone(), await placeOfInputs(anyone(), draft.slug), { limit: 100 })).items
  const choose = (page: Page, stance: string) => page.locator(`label:has(input[name=stance][value=${stance}])`).click()
  const send = (page: Page, name: string = t.form.send) => page.getByRole('button', { name, exact: true }).click()
  const receiptOf = async (page: Page) => {
    await page.waitForURL(/\/cek\/M/)
    return (await page.locator('.receipt-code').textContent()) ?? ''
  }

  test('a guest without scripts comments on a passage, mends what was missing, and follows the receipt', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto(passage(0))
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Pasal 1')
    await page.getByLabel(t.form.text).fill('Jam tutup terlalu awal bagi kami yang bekerja di pelabuhan.')
    await page.waitForTimeout(WRITING_MS)
    await send(page)
    await page.getByRole('alert').getByRole('link').click()
    expect(await page.getByLabel(t.form.text).inputValue()).toContain('pelabuhan')
    expect(await stored()).toEqual([])
    await choose(page, 'change')
    await page.getByLabel(t.form.proposal).fill('Loket dibuka pukul 08.00 sampai dengan pukul 17.00.')
    await send(page)
    const receipt = await receiptOf(page)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(t.receipt.thanks)
    const { consultation } = await placeOfInputs(anyone(), draft.slug)
    expect(await page.locator('.receipt').textContent()).toContain(String(Number(consultation.answerBy.slice(8))))

    await page.goto('/cek')
    await page.getByLabel(check.code, { exact: true }).fill(receipt.toLowerCase())
    await page.getByRole('button', { name: check.look }).click()
    await page.waitForURL(/\/cek\/M/)
    await page.getByRole('link', { name: t.receipt.about }).click()
    const own = page.locator('#masukan-1')
    expect(await own.textContent()).toContain('pelabuhan')
    expect(await own.locator('del').first().textContent()).toContain('14')
    expect(await own.locator('ins').first().textContent()).toContain('17')
  })

  test('is shown what others wrote before sending, and may support it instead', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto(passage(0))
    await choose(page, 'disagree')
    await page.getByLabel(t.form.text).fill('Jam tutup terlalu awal bagi kami yang bekerja di pelabuhan!')
    await page.waitForTimeout(WRITING_MS)
    await send(page)
    await page.getByRole('heading', { name: t.similar.title }).waitFor()
    const before = (await stored()).length
    await page.getByRole('button', { name: t.similar.support('1') }).click()
    await receiptOf(page)
    const [latest] = await stored()
    expect([latest?.supports, (await stored()).length]).toEqual([1, before + 1])
  })

  test('finds the words of a form on the phone again after the line was cut, and it arrives once', async () => {
    const { context, page } = await visit()
    await page.goto(passage(1))
    await choose(page, 'agree')
    await page.getByLabel(t.form.text).fill('Tetap tanpa biaya, karena nelayan sering pulang dengan tangan kosong.')
    await page.locator('[data-notice=kept]').waitFor()
    await page.waitForTimeout(WRITING_MS)
    await context.setOffline(true)
    await send(page)
    await page.locator('[data-notice=failed]').waitFor()
    const before = (await stored()).length
    await context.setOffline(false)
    await receiptOf(page)
    expect((await stored()).length).toBe(before + 1)
    const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('masukan')))
    expect(left).toEqual([])
    await page.goto(passage(1))
    expect(await page.getByLabel(t.form.text).inputValue()).toBe('')
  })

  test('loses nothing when only the reply is lost, also with a file', async () => {
    const { page } = await visit()
    await page.goto(passage(2))
    await choose(page, 'disagree')
    await page.getByLabel(t.form.text).fill('Lansia dan warga pulau sulit hadir sendiri ke kantor.')
    await page.getByText(t.form.more).click()
    await page
      .getByLabel(t.form.file)
      .setInputFiles({ name: 'usul.txt', mimeType: 'text/plain', buffer: Buffer.from('Usul.') })
    await page.waitForTimeout(WRITING_MS)
    await page.route(`**${passage(2)}`, async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await send(page)
    await page.locator('[data-notice=failed]').waitFor()
    const before = await stored()
    expect(before[0]).toMatchObject({ fileName: 'usul.txt' })
    await page.unrouteAll()
    await send(page, t.form.sendAgain)
    await receiptOf(page)
    expect((await stored()).length).toBe(before.length)
  })

  test('an organisation writes together, and its lead sends once', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto(`/konsultasi/${draft.slug}/masukan`)
    await page.getByRole('link', { name: t.form.organisationLink }).click()
    await page.getByLabel(t.organisation.name).fill('Paguyuban Pedagang Pasar')
    await page.getByRole('button', { name: t.organisation.make }).click()
    const address = (what: string) => page.locator(`[data-room=${what}]`).getAttribute('href')
    const [lead, members] = [(await address('leadAddress'))!, (await address('memberAddress'))!]

    const { page: member } = await visit({ javaScriptEnabled: false })
    await member.goto(members)
    for (const text of ['Pedagang baru bisa mengurus surat sesudah pasar tutup.', 'Salah tulis.']) {
      await member.getByLabel(t.organisation.author).fill('Sari')
      await member.getByLabel(t.organisation.on).selectOption({ index: 1 })
      await member.getByLabel(t.form.stance).selectOption('agree')
      await member.getByLabel(t.form.text).fill(text)
      await member.getByRole('button', { name: t.organisation.save }).click()
      await member.getByText(text).waitFor()
    }
    expect(await member.getByRole('button', { name: t.organisation.submit }).count()).toBe(0)

    await page.goto(lead)
    const wanted = page.locator('.input-row', { hasText: 'pasar tutup' })
    await wanted.getByLabel(t.organisation.choose).check()
    await page.getByRole('button', { name: t.organisation.submit }).click()
    await page.getByText(t.organisation.receipts).waitFor()
    expect(await page.locator('a[href*="/cek/M"]').count()).toBe(1)
    const [latest] = await stored()
    expect(latest).toMatchObject({ organisation: 'Paguyuban Pedagang Pasar', via: 'organisation' })
    await member.reload()
    expect(await member.getByRole('button', { name: t.organisation.save }).count()).toBe(0)
  })

  test('markup, endless words and what turns the line stay text on a narrow page', async () => {
    const text = `<img src=x onerror=alert(1)> ${'panjang'.repeat(80)} \u202eterbalik`
    const { kind } = await submitInput(anyone(), draft.slug, { text, stance: 'agree' }, newSubmissionKey())
    expect(kind).toBe('received')
    const { page } = await visit()
    await page.goto(`/konsultasi/${draft.slug}/masukan`)
    expect(await page.locator('.input-rows img').count()).toBe(0)
    expect(await page.getByText('<img src=x').count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
