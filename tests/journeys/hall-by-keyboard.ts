/** What is done in a hall, by keyboard alone. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { DESK } from '../support/browser.ts'
import { inspect } from '../support/inspection.ts'
import { follow, tabTo, typeInto } from '../support/keyboard.ts'

const hall = wordsOf('id').musyawarahCourse.hall

export async function put(page: Page, text: string): Promise<void> {
  await typeInto(page, 'textarea#text', text)
  await follow(page, 'form:has([value=put]) button')
  await page.waitForURL(/done=put/)
}

export async function unfold(page: Page, label: string): Promise<void> {
  const isOpen = await page.locator('details[open] > summary', { hasText: label }).count()
  if (isOpen > 0) return
  const all = await page.locator('main details > summary').allTextContents()
  const at = all.findIndex((text) => text.trim() === label)
  for (let i = 0; i <= at; i++) await tabTo(page, 'main summary')
  await page.keyboard.press('Enter')
}

export async function object(page: Page, said: { who: string; reason: string; answer: string }): Promise<void> {
  await unfold(page, hall.object)
  await typeInto(page, '#who', said.who)
  await typeInto(page, '#reason', said.reason)
  await follow(page, 'form:has([value=object]) button')
  await page.waitForURL(/done=object/)
  await typeInto(page, '#answer', said.answer)
  await follow(page, 'form:has([value=answer]) button')
  await page.waitForURL(/done=answer/)
}

export async function close(page: Page): Promise<void> {
  await tabTo(page, '#sure')
  await page.keyboard.press('Space')
  await follow(page, 'form:has([value=close]) button')
}

/** One is kept in reserve, all others are accepted. */
export async function settleAll(page: Page, slug: string, proposals: number): Promise<void> {
  await page.goto(`/musyawarah/kelola/${slug}/usulan`)
  expect(await inspect(page)).toEqual([])
  await page.setViewportSize(DESK)
  for (let i = 0; i < proposals; i++) {
    await tabTo(page, 'input[type=radio]')
    await page.keyboard.press('Space')
    if (i === 0) {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Menunggu anggaran perubahan.')
    }
  }
  await follow(page, 'form:has([value=many]) button')
  await page.waitForURL(/done=many/)
}
