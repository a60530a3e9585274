/** What people have at hand for the second step of signing in: a phone for each account, set up when the portal asks. */
import type { Page } from 'playwright-core'
import { codeAt, stepAt } from '#server/identity/totp.ts'
import type { Locale } from '#server/paths.ts'
import { wordsOf } from '#server/words/words.ts'
import type { Reply } from './portal.ts'

interface Phone {
  secret: string
  /** The latest step whose code was given: the portal takes none up to it again. */
  lastStep: number
  recoveryCodes: string[]
}

const STEP_MS = 30_000
/** By portal and address, and by address alone for another node of the same portal. */
const phones = new Map<string, Phone>()

/** Where the password step led to: undefined when it was the last. */
export function secondStepAt(path: string): 'code' | 'set-up' | undefined {
  const step = /^\/(?:masuk|en\/sign-in)\/(kode|code|siapkan-kode|set-up-code)/.exec(path)?.[1]
  return step === undefined ? undefined : step === 'kode' || step === 'code' ? 'code' : 'set-up'
}

/** Takes the step without a browser. @throws if it is refused */
export async function takeSecondStep({ url, get, post }: Asking, email: string, path: string): Promise<void> {
  const page = await get(path)
  const settingUp = secondStepAt(path) === 'set-up'
  const reply = await post(path, settingUp ? codeOfNewPhone(page.text) : nextCode(phoneOf(url, email), page.text))
  const done = settingUp ? reply.status === 200 : reply.status === 303
  if (!done) throw new Error(`${email} was not let in at ${path}: ${reply.status} ${reply.text.slice(0, 400)}`)
  if (settingUp) keepPhone(url, email, page.text, reply.text)
}

interface Asking {
  url: string
  get(path: string): Promise<Reply>
  post(path: string, fields: Record<string, string>): Promise<Reply>
}

/**
 * The same in a browser, by the page's own fields and buttons; whoever comes on is signed in. `atCodes` is what to do while
 * the recovery codes of a new phone are in sight.
 */
export async function takeSecondStepOn(page: Page, email: string, atCodes?: () => Promise<void>): Promise<void> {
  const { origin, pathname } = new URL(page.url())
  const locale: Locale = pathname.startsWith('/en/') ? 'en' : 'id'
  const t = wordsOf(locale).secondStep
  const html = await page.content()
  if (secondStepAt(pathname) === 'code') {
    const { code, recovery } = nextCode(phoneOf(origin, email), html)
    if (recovery) await page.getByText(t.code.noPhone).click()
    await page.getByLabel(recovery ? t.code.recovery : t.code.label, { exact: true }).fill(recovery ?? code ?? '')
    await page.getByRole('button', { name: t.code.button, exact: true }).click()
    return
  }
  await page.getByLabel(t.setUp.label, { exact: true }).fill(codeOfNewPhone(html).code)
  await page.getByRole('button', { name: t.setUp.button, exact: true }).click()
  await page.getByRole('heading', { name: t.recovery.title }).waitFor()
  keepPhone(origin, email, html, await page.content())
  await atCodes?.()
  await page.getByRole('link', { name: t.recovery.next }).click()
}

/** What the phone shows once it has scanned the page. */
export function codeOfNewPhone(html: string): { code: string } {
  return { code: codeAt(secretOn(html), clockOf(html)) }
}

/** A code that was not given yet, or else a recovery code. */
function nextCode(phone: Phone, html: string): { code?: string; recovery?: string } {
  const now = clockOf(html)
  const step = Math.max(phone.lastStep + 1, stepAt(now))
  if (step > stepAt(now) + 1) return { recovery: phone.recoveryCodes.pop() ?? '' }
  phone.lastStep = step
  return { code: codeAt(phone.secret, new Date(step * STEP_MS)) }
}

function keepPhone(url: string, email: string, offered: string, shown: string): void {
  const recoveryCodes = [...shown.matchAll(/<code[^>]*>([0-9A-Z-]{19})<\/code>/g)].map(([, code]) => code ?? '')
  const phone = { secret: secretOn(offered), lastStep: stepAt(clockOf(offered)), recoveryCodes }
  for (const key of [`${url} ${email}`, email]) phones.set(key, phone)
}

function phoneOf(url: string, email: string): Phone {
  const phone = phones.get(`${url} ${email}`) ?? phones.get(email)
  if (!phone) throw new Error(`${email} has no phone here.`)
  return phone
}

function secretOn(html: string): string {
  return /data-secret="([A-Z2-7]+)"/.exec(html)?.[1] ?? ''
}

/** The portal's own clock, which a test may have put ahead. */
function clockOf(html: string): Date {
  return new Date(/<time datetime="([^"]+)"/.exec(html)?.[1] ?? NaN)
}
