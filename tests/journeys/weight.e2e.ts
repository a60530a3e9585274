/** What each page weighs on the line at a first visit, on a phone, with nothing kept from before. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PAGES, pathTo, type PageName } from '#server/paths.ts'
import { useBrowser } from '../support/browser.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { DONE_PROMISE, DUMAI_POLICY } from './follow-up.ts'
import { fillShowcase, type Showcase } from './showcase.ts'

const KB = 1024
const PUBLIC = 100 * KB
const DASHBOARD = 180 * KB
const FORM = 50 * KB
const FORM_SCRIPT = 15 * KB
/** What a page needs without the chart library, in scripts. */
const WITHOUT_CHARTS = 15 * KB

let portal: TestPortal
let shown: Showcase
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: async (database) => (shown = await fillShowcase(database)) })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

interface Weight {
  total: number
  script: number
}

/** Counts every byte that arrives from now on, headers too, as it was compressed. */
async function weigh(page: Page): Promise<Weight> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const kinds = new Map<string, string>()
  const weight = { total: 0, script: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight.total += encodedDataLength
    if (kinds.get(requestId) === 'Script') weight.script += encodedDataLength
  })
  return weight
}

async function weighPage(path: string): Promise<{ page: Page; weight: Weight }> {
  const { page } = await visit()
  const weight = await weigh(page)
  await page.goto(path, { waitUntil: 'networkidle' })
  expect(weight.total).toBeGreaterThan(2 * KB)
  return { page, weight }
}

test.each(['open', 'published'] as const)('the page of a survey: %s', async (state) => {
  const { weight } = await weighPage(`/survei/${shown.surveys[state]}`)
  expect(weight.total).toBeLessThanOrEqual(FORM)
  expect(weight.script).toBeLessThanOrEqual(FORM_SCRIPT)
})

const dashboards: [PageName, () => Record<string, string>][] = [
  ['surveyResults', () => ({ slug: shown.surveys.published })],
  ['surveyResults', () => ({ slug: shown.surveys.real })],
  ['unit', () => ({ slug: shown.unit })],
  ['unit', () => ({ slug: shown.longUnit })],
  ['region', () => ({ slug: 'bungo' })],
]
test.each(dashboards)('a dashboard, whose chart library comes when its chart is seen: %s', async (name, params) => {
  const { page, weight } = await weighPage(pathTo('id', name, params()))
  const chart = page.locator('canvas').first()
  expect((await chart.boundingBox())?.y).toBeGreaterThan(740)
  expect(weight.script).toBeLessThanOrEqual(WITHOUT_CHARTS)
  await chart.scrollIntoViewIfNeeded()
  await expect.poll(() => weight.script).toBeGreaterThan(WITHOUT_CHARTS)
  await page.waitForLoadState('networkidle')
  expect(weight.total).toBeLessThanOrEqual(DASHBOARD)
})

const others: Partial<Record<PageName, () => Record<string, string>>> = {
  home: () => ({}),
  about: () => ({}),
  privacy: () => ({}),
  surveys: () => ({}),
  surveyMethod: () => ({ slug: shown.surveys.published }),
  surveyPoster: () => ({ slug: shown.surveys.open }),
  regions: () => ({}),
  definitions: () => ({}),
  check: () => ({}),
  checkCode: () => ({ code: shown.receipt }),
  ledger: () => ({}),
  signIn: () => ({}),
  consultations: () => ({}),
  consultation: () => ({ slug: shown.asked.slugs.versions }),
  compare: () => ({ slug: shown.asked.slugs.versions }),
  need: () => shown.asked.need,
  block: () => ({ slug: shown.consultation.slug, block: shown.consultation.blocks[0] ?? '' }),
  inputs: () => ({ slug: shown.asked.slugs.versions }),
  consultationAnswers: () => ({ slug: shown.asked.slugs.versions }),
  consultationClosing: () => ({ slug: shown.asked.slugs.over }),
  policies: () => ({}),
  policy: () => ({ slug: DUMAI_POLICY }),
  commitments: () => ({}),
  commitment: () => ({ slug: DONE_PROMISE }),
  followUpPlan: () => ({ slug: shown.plan }),
  moderation: () => ({}),
}
test.each(Object.keys(PAGES).filter((name): name is PageName => name in others))('%s', async (name) => {
  const { weight } = await weighPage(pathTo('id', name, others[name]?.()))
  expect(weight.total).toBeLessThanOrEqual(PUBLIC)
})
