/** Staff at work in each language: a town of their own, and what must hold of every page that they come to. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { pathTo, type Locale, type PageName } from '#server/paths.ts'
import { scopeOf } from '#server/scope.ts'
import { wordsOf, type Words } from '#server/words/words.ts'
import { portalAdmin } from '../directory/actors.ts'
import { member } from '../identity/people.ts'
import { DESK, useBrowser, type Visiting } from '../support/browser.ts'
import { inspect, openAll } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { fillTown, PASSWORD, signIn } from './town.ts'

export const OTHER_ADMIN = 'wakil@contoh.go.id'
export const MODERATOR = 'penjaga@contoh.go.id'

export interface AtWork {
  locale: Locale
  words: Words
  portal: () => TestPortal
  visit: Visiting
  /** The address of a page in the language. */
  at: (name: PageName, params?: Record<string, string>) => string
  /** Signs in at a desk. */
  come: (email: string) => Promise<Page>
}

export function inEachLanguage(suite: (work: AtWork) => void): void {
  describe.each(['id', 'en'] as const)('in %s', (locale) => {
    let portal: TestPortal
    beforeAll(async () => {
      portal = await startPortal('sqlite', { fill: fillWithAdmins })
    })
    afterAll(() => portal?.stop())
    const visit = useBrowser(() => portal)
    const come = async (email: string) => {
      const { page } = await visit({ viewport: DESK })
      await signIn(page, email, PASSWORD, locale)
      return page
    }
    const at = (name: PageName, params: Record<string, string> = {}) => pathTo(locale, name, params)
    suite({ locale, words: wordsOf(locale), portal: () => portal, visit, at, come })
  })
}

async function fillWithAdmins(database: OpenDatabase): Promise<void> {
  await fillTown(database)
  const admin = scopeOf(database, { actor: portalAdmin })
  await member(admin, database, { email: OTHER_ADMIN, name: 'wakil', role: 'admin', scope: 'portal:' })
  await member(admin, database, { email: MODERATOR, name: 'penjaga', role: 'moderator', scope: 'portal:' })
}

/** The page as it stands, with all unfolded. */
export async function look(page: Page): Promise<void> {
  await openAll(page)
  const faults = await inspect(page)
  expect({ at: page.url(), faults }).toEqual({ at: page.url(), faults: [] })
  await page.setViewportSize(DESK)
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const refused = (page: Page) => page.getByRole('alert').waitFor()
