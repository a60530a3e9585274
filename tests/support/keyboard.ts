/** Going about a page by keyboard alone. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const MOST_TABS = 160

/** Goes on from field to field until one fits; each on the way shows that it has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < MOST_TABS; i += 1) {
    await page.keyboard.press('Tab')
    const { fits, shown, what } = await page.evaluate((wanted) => {
      const { activeElement: at } = document
      if (!at) return { fits: false, shown: false, what: 'nothing' }
      // A choice that is drawn as its label shows the focus there.
      const drawn = [at, at.nextElementSibling, at.closest('label')].filter((element) => element !== null)
      const styles = drawn.map((element) => getComputedStyle(element))
      const shown = styles.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none')
      return { fits: at.matches(wanted), shown, what: at.outerHTML.slice(0, 120) }
    }, selector)
    if (!/^<(html|body)/.test(what)) expect({ what, shown }).toEqual({ what, shown: true })
    if (fits) return
  }
  throw new Error(`No way leads to ${selector}.`)
}

/** Comes to a link or a button, and presses it. */
export async function follow(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('Enter')
}

/** Comes to a field, and types in place of what stands there. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Types `2026-11-22` into a field of days, in whatever order this browser asks for it. */
export async function typeDay(page: Page, selector: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  await tabTo(page, selector)
  for (const digits of [date + month + year, month + date + year]) {
    await page.keyboard.type(digits)
    if ((await page.locator(selector).inputValue()) === day) return
    for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft')
  }
  throw new Error(`${selector} takes no ${day}.`)
}
