/** Follows links from page to page as people read on, some pages of each kind, and notes what is wrong on each. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findPage } from '#server/find-page.ts'
import type { PageName } from '#server/paths.ts'

/** These end the session, or are no page. */
export const PASSED_OVER: PageName[] = [
  ...(['signOut', 'residentSignOut', 'exportAnswers', 'consultationFile', 'inputFile', 'commitmentEvidence'] as const),
  ...(['signedRecord', 'hallFile', 'meetingMaterial'] as const),
]

/** A scan that a page hands out by itself. */
const A_SCAN = /[?&]scan=\d/

/** @returns the kinds of pages that opened; fails with every fault that `faultsOf` found on the way */
export async function readOn(
  page: Page,
  starts: string[],
  { ofEachKind, faultsOf }: { ofEachKind: number; faultsOf: (page: Page) => Promise<string[]> },
): Promise<PageName[]> {
  const met = new Map<PageName, number>()
  const asked = new Set<string>()
  const opened = new Set<PageName>()
  const ahead = [...starts]
  const faults: string[] = []
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const found = findPage(path.split(/[?#]/)[0] ?? '')
    if (!found || found.extension || A_SCAN.test(path) || PASSED_OVER.includes(found.page)) continue
    if (asked.has(path) || (met.get(found.page) ?? 0) >= ofEachKind) continue
    asked.add(path)
    met.set(found.page, (met.get(found.page) ?? 0) + 1)
    const status = (await page.goto(path))?.status() ?? 0
    expect(status, path).toBeLessThan(500)
    if (status < 400) opened.add(found.page)
    faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`))
    const links = page.locator('a[href^="/"]')
    ahead.push(...spread(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '/'))))
  }
  expect(faults).toEqual([])
  return [...opened]
}

/** Not only the first of a list: some from its middle and its end come early too. */
function spread(links: string[]): string[] {
  return links
    .map((link, i) => ({ link, rank: (i * 7) % links.length }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ link }) => link)
}
