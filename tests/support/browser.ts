/** A real Chromium, and visitors whose pages are watched for what no page may do. */
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 800 }

/** One person's browser: cookies and storage of their own. */
export interface Visitor {
  context: BrowserContext
  page: Page
  /** What went wrong in the pages so far: messages of the console, and requests that left for elsewhere. */
  faults: string[]
}

export type Visiting = (options?: BrowserContextOptions) => Promise<Visitor>

/**
 * A browser for the tests of a file. Returns how a visitor comes to the portal: with a phone, unless told otherwise.
 * After each test its visitors leave, and what went wrong in their pages fails it.
 */
export function useBrowser(portal: () => { url: string }): Visiting {
  let browser: Browser
  const present: Visitor[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    const leaving = present.splice(0)
    await Promise.all(leaving.map(({ context }) => context.close()))
    expect(leaving.flatMap(({ faults }) => faults)).toEqual([])
  })
  return async (options = {}) => {
    const { baseURL = portal().url } = options
    const context = await browser.newContext({ viewport: PHONE, locale: 'id-ID', ...options, baseURL })
    context.setDefaultTimeout(10_000)
    const faults = watch(context, baseURL)
    const visitor = { context, faults, page: await context.newPage() }
    present.push(visitor)
    return visitor
  }
}

/** Security stays on, so that a page's own rules on what it may load are put to the test. */
function openBrowser(): Promise<Browser> {
  const { path, env } = inject('browser')
  const { PATH = '', HOME = '' } = process.env
  const args = ['--no-sandbox', '--disable-gpu']
  return chromium.launch({ executablePath: path, args, env: { PATH, HOME, ...env } })
}

function watch(context: BrowserContext, origin: string): string[] {
  const faults: string[] = []
  context.on('console', (message) => {
    const { url } = message.location()
    // A page that answers 404 or 422, or a line that is cut, is told to the console; the tests ask for both.
    const isOwnAnswer = message.text().startsWith('Failed to load resource') && url === message.page()?.url()
    if (['error', 'warning'].includes(message.type()) && !isOwnAnswer)
      faults.push(`${url || message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('request', (request) => {
    const { protocol, origin: where } = new URL(request.url())
    if (!['data:', 'blob:'].includes(protocol) && where !== origin) faults.push(`A request left: ${request.url()}`)
  })
  return faults
}
