/** A town with one counter and the people who work there, all of whom can sign in. */
import type { Page } from 'playwright-core'
import type { OpenDatabase } from '#db/database.ts'
import type { Role } from '#db/identity/tables.ts'
import { granted } from '#server/demo/fill-places.ts'
import { addInstitution } from '#server/directory/institutions.ts'
import { addRegion } from '#server/directory/regions.ts'
import { addService } from '#server/directory/services.ts'
import { addUnit } from '#server/directory/units.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import { applyLink } from '#server/identity/sign-in-links.ts'
import { pathTo, type Locale } from '#server/paths.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { getCounts } from '#server/survey/counts.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import type { DraftInput } from '#server/survey/schema.ts'
import { draftSurvey, openSurvey, type SurveyView } from '#server/survey/surveys.ts'
import { wordsOf } from '#server/words/words.ts'
import { actorWith, portalAdmin } from '../directory/actors.ts'
import { dayFromNow } from '../support/days.ts'
import { secondStepAt, takeSecondStepOn } from '../support/second-step.ts'

export const PASSWORD = 'empat kata yang panjang'
export const OFFICER = 'petugas@contoh.go.id'
export const PUBLISHER = 'pengesah@contoh.go.id'
/** Holds both roles, and still may not publish what they drew up. */
export const BOTH = 'merangkap@contoh.go.id'

export const ADMIN = 'admin@contoh.go.id'

export const UNIT = 'Loket Disdukcapil'
export const SERVICE = 'KTP-el'
const CODE = '14.72'

export async function fillTown(database: OpenDatabase): Promise<void> {
  const admin = scopeOf(database, { actor: portalAdmin })
  const region = { name: 'Kota Dumai', kind: 'kota', code: CODE, timezone: 'Asia/Jakarta' } as const
  granted(await addRegion(admin, region))
  const { institution } = granted(await addInstitution(admin, { region: CODE, kind: 'agency', name: 'Disdukcapil' }))
  const { unit } = granted(
    await addUnit(admin, { institution: institution.id, name: UNIT, sector: 'civil_registration' }),
  )
  granted(await addService(admin, { unit: unit.id, name: SERVICE, paid: false }))
  await join(admin, OFFICER, ['officer'])
  await join(admin, PUBLISHER, ['publisher'])
  await join(admin, BOTH, ['officer', 'publisher'])
  await join(admin, ADMIN, ['admin'])
}

async function join(admin: Scope, email: string, roles: Role[]): Promise<void> {
  let link: string | null = null
  for (const role of roles) {
    const person = { email, name: email.split('@')[0] ?? '', role, scopeKind: 'region', scopeId: CODE }
    link = granted(await inviteAccount(admin, person)).invitation.link ?? link
  }
  granted(await applyLink(admin, link?.split('/').at(-1) ?? '', { password: PASSWORD }, { secure: false }))
}

/** A survey that residents can answer now, until tomorrow. */
export async function openTownSurvey(database: OpenDatabase, input: Partial<DraftInput> = {}): Promise<SurveyView> {
  const officer = scopeOf(database, { actor: actorWith('officer', 'region', CODE) })
  const days = { firstDay: dayFromNow(-7), lastDay: dayFromNow(1) }
  const draft = { unit: 'loket-disdukcapil', service: 'ktp-el', period: 'Semester ini', ...days, ...input }
  const { survey } = granted(await draftSurvey(officer, draft))
  return openSurvey(officer, survey.slug)
}

/** How many answers are stored, sealed or not. */
export async function countAnswers(database: OpenDatabase, slug: string): Promise<number> {
  return (await getCounts(scopeOf(database), slug)).n
}

export async function signIn(page: Page, email: string, password = PASSWORD, locale: Locale = 'id'): Promise<void> {
  const t = wordsOf(locale).staff.signIn
  await page.goto(pathTo(locale, 'signIn'))
  await page.getByLabel(t.email, { exact: true }).fill(email)
  await page.getByLabel(t.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: t.button }).click()
  await page.waitForURL(/\/(akun|account|masuk\/.+|sign-in\/.+)$/)
  if (secondStepAt(new URL(page.url()).pathname)) await takeSecondStepOn(page, email)
  await page.waitForURL((url) => url.pathname === pathTo(locale, 'account'))
}

/** Draws a survey up and opens it, page by page. @returns its slug */
export async function openByHand(
  page: Page,
  { period, firstDay, lastDay }: { period: string; firstDay: string; lastDay: string },
  locale: Locale = 'id',
): Promise<string> {
  const t = wordsOf(locale).surveyStaff.form
  await page.goto(pathTo(locale, 'newSurvey'))
  await page.getByLabel(t.about, { exact: true }).selectOption({ label: t.subject(UNIT, SERVICE) })
  await page.getByLabel(t.period, { exact: true }).fill(period)
  await page.getByLabel(t.firstDay, { exact: true }).fill(firstDay)
  await page.getByLabel(t.lastDay, { exact: true }).fill(lastDay)
  await page.getByRole('button', { name: t.draft }).click()
  await page.waitForURL(/done=draft/)
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await takeStep(page, slug, 'open', {}, locale)
  return slug
}

/** Takes a step that is asked for once more: fills its fields by their labels, ticks the box, presses the button. */
export async function takeStep(
  page: Page,
  slug: string,
  step: 'open' | 'handIn' | 'publish' | 'correct' | 'withdraw',
  fields: Record<string, string> = {},
  locale: Locale = 'id',
): Promise<void> {
  const t = wordsOf(locale).surveyStaff
  await page.goto(pathTo(locale, 'manageSurvey', { slug }))
  await page.getByRole('link', { name: t.survey.steps[step], exact: true }).click()
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel(t[step].confirm, { exact: true }).check()
  await page.getByRole('button', { name: t[step].button }).click()
  await page.waitForURL(/done=/)
}

/** Taps an answer to each question; `-` leaves one out. In the order of ELEMENT_KEYS. */
export async function tapAnswers(page: Page, scores: string): Promise<void> {
  for (const [index, key] of ELEMENT_KEYS.entries()) {
    if (scores[index] !== '-') await page.locator(`label:has(input[name=${key}][value="${scores[index]}"])`).click()
  }
}

export function send(page: Page): Promise<void> {
  return page.getByRole('button', { name: wordsOf('id').surveyForm.send }).click()
}
