/** What must hold of every page, whoever looks at it, in both languages, at both widths, by day and by night. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { DESK, PHONE } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All rules in each layout and each scheme; where only colours change from one to the next, what colours can break. */
const VIEWS = [
  { viewport: PHONE, colorScheme: 'light', rules: { type: 'tag', values: TAGS } },
  { viewport: PHONE, colorScheme: 'dark', rules: { type: 'rule', values: ['color-contrast'] } },
  { viewport: DESK, colorScheme: 'light', rules: { type: 'rule', values: ['color-contrast'] } },
  { viewport: DESK, colorScheme: 'dark', rules: { type: 'tag', values: TAGS } },
] as const
/** A window of 640 px at 200 %, or of 1280 px at 400 %. */
export const TWICE = { width: 320, height: 512 }
/** A translation changes words and their lengths, no colour: of these, the first and the last. */
const VIEWS_OF_TRANSLATION = VIEWS.filter(({ rules }) => rules.type === 'tag')

/** Looks at the page as it stands. @returns one sentence for each fault, none if all is well */
export async function inspect(page: Page): Promise<string[]> {
  const faults = await outlineFaults(page)
  for (const viewport of [TWICE, PHONE]) {
    await page.setViewportSize(viewport)
    faults.push(...(await fitFaults(page)))
  }
  await page.evaluate(axe)
  for (const { viewport, colorScheme, rules } of isTranslated(page) ? VIEWS_OF_TRANSLATION : VIEWS) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    const view = `${viewport.width} ${colorScheme}`
    for (const fault of await axeFaults(page, rules)) faults.push(`${view}: ${fault}`)
  }
  return faults
}

/** Unfolds what is folded away, so that it is looked at too. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

function isTranslated(page: Page): boolean {
  return /^\/en(\/|$)/.test(new URL(page.url()).pathname)
}

async function outlineFaults(page: Page): Promise<string[]> {
  const { lang, title, headings } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
  }))
  const wanted = isTranslated(page) ? 'en' : 'id'
  return [
    ...(lang === wanted ? [] : [`html is in "${lang}", not "${wanted}"`]),
    ...(title.trim() === '' ? ['no title'] : []),
    ...(headings === 1 ? [] : [`${headings} h1`]),
  ]
}

/**
 * Nobody may have to scroll sideways, and no word may be cut off; what scrolls by itself (a table) may be wider. What was
 * drawn for a wider screen gets a moment to shrink.
 */
export async function fitFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { documentElement, body } = document
    const until = performance.now() + 1000
    while (documentElement.scrollWidth > innerWidth && performance.now() < until) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    const cut = [...body.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, p, li, label, button, a, dd)')].filter(
      (element) => getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1,
    )
    const faults = cut.map((element) => `${innerWidth} px: cut off: ${element.outerHTML.slice(0, 120)}`)
    if (documentElement.scrollWidth <= innerWidth) return faults
    const out = [...body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
    const names = out
      .filter((e) => !e.closest('.table-frame'))
      .slice(0, 5)
      .map((e) => `${e.tagName.toLowerCase()}.${e.className}`)
    return [...faults, `${documentElement.scrollWidth} px wide in ${innerWidth} px: ${names.join(', ')}`]
  })
}

interface AxeResults {
  violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[]
}

async function axeFaults(page: Page, rules: (typeof VIEWS)[number]['rules']): Promise<string[]> {
  const { violations } = await page.evaluate((runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    return axe.run({ runOnly, resultTypes: ['violations'], preload: false })
  }, rules)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary.split('\n')[1]}`),
  )
}
