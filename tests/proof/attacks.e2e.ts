/** Every field of text holds an attack; then a browser looks at every page, as a stranger and as staff. */
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PageName } from '#server/paths.ts'
import { PHONE, useBrowser, type Visitor } from '../support/browser.ts'
import { startPortal, visitorOf, type TestPortal } from '../support/portal.ts'
import { fillAttackedTown, type AttackedTown } from './attacked-town.ts'
import { ATTACKS, LINES, PATHS, RAN, SCRIPTS } from './attacks.ts'
import { readOn } from './reading-on.ts'

/** How many of each kind of page are looked at; the lists among them show every attack at once. */
const OF_EACH_KIND = Number(process.env.BALAI_OF_EACH_KIND ?? 4)

let portal: TestPortal
let town: AttackedTown
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: async (database) => (town = await fillAttackedTown(database)) })
}, 120_000)
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

describe('in a browser', () => {
  test(
    'nothing of it runs or breaks a page that a stranger can reach',
    async () => {
      const seen = await walk(await watched(), ['/', '/en', '/survei', `/survei/${town.published}/hasil`, '/wilayah'])
      expect(seen).toEqual(
        expect.arrayContaining<PageName>(['survey', 'surveyResults', 'surveyMethod', 'region', 'unit']),
      )
    },
    60_000 * OF_EACH_KIND,
  )

  test(
    'nothing of it runs or breaks a page that staff can reach',
    async () => {
      const visitor = await watched()
      await visitor.context.addCookies([{ ...town.session, url: portal.url }])
      const starts = ['/akun', '/akun/kelola', '/wilayah/kelola', '/survei/kelola', `/survei/kelola/${town.published}`]
      const seen = await walk(visitor, starts)
      expect(seen).toEqual(
        expect.arrayContaining<PageName>(['manageSurvey', 'manageAccounts', 'manageDirectory', 'machineTokens']),
      )
    },
    60_000 * OF_EACH_KIND,
  )

  test('a form that comes back holds what was typed, and runs nothing of it', async () => {
    const { page } = await watched()
    for (const attack of ATTACKS) {
      await page.goto(`/survei/${town.open}`)
      await page.locator('textarea').fill(attack)
      await page.locator('form.answers').evaluate((form: HTMLFormElement) => form.submit())
      await page.getByRole('alert').waitFor()
      const kept = (text: string) => text.replace(UNKEPT, '').toWellFormed().trim()
      expect(kept(await page.locator('textarea').inputValue())).toBe(kept(attack.replace(/\r\n?/g, '\n')))
      expect(await faultsOf(page)).toEqual([])
    }
  }, 120_000)
})

/** Control characters, and those that turn what stands behind them, are left out of any text. */
const UNKEPT = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu

describe('over the line', () => {
  test('no header is born of what was asked', async () => {
    const visitor = visitorOf(portal)
    const asked = [...SCRIPTS, ...LINES, ...PATHS].map((attack) => encodeURIComponent(attack.toWellFormed()))
    for (const attack of asked) {
      for (const path of [
        `/survei?region=${attack}&state=${attack}`,
        `/masuk?next=${attack}`,
        `/cek/${attack}`,
        `/s/${attack}`,
        `/unit/${attack}`,
      ]) {
        const { status, headers } = await visitor.get(path, {
          referer: 'https://jahat.example/',
          'x-forwarded-host': 'jahat.example',
        })
        expect(status, path).toBeLessThan(500)
        expect(JSON.stringify([...headers])).not.toMatch(/jahat|celaka/)
      }
    }
  })

  test('no cell of a file reckons', async () => {
    const visitor = visitorOf(portal)
    const cookie = `${town.session.name}=${town.session.value}`
    const files = ['scores', 'comments', 'profile'].map((part) => `/survei/kelola/${town.published}/unduh/${part}.csv`)
    for (const file of [...files, `/survei/${town.published}/hasil.csv`]) {
      const { status, text } = await visitor.get(file, { cookie })
      expect(status, file).toBe(200)
      const cells = (parse(text, { bom: true, relax_column_count: true }) as string[][]).flat()
      expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && Number.isNaN(Number(cell)))).toEqual([])
    }
  })
})

/** A visitor on a phone whom no page may address in any way that it wasn't made for. */
async function watched(): Promise<Visitor> {
  const visitor = await visit({ viewport: PHONE })
  visitor.page.on('dialog', (dialog) => {
    visitor.faults.push(`A dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return visitor
}

/** @returns the kinds of pages that opened */
async function walk({ page, context }: Visitor, starts: string[]): Promise<PageName[]> {
  const opened = await readOn(page, starts, { ofEachKind: OF_EACH_KIND, faultsOf })
  expect((await context.cookies()).map(({ name }) => name)).not.toContain(RAN)
  return opened
}

/** What ran, what was built of text, and what doesn't fit on a phone. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate((ran) => {
    for (const details of document.querySelectorAll('details')) details.open = true
    const { scrollWidth } = document.documentElement
    const wide = [...document.body.querySelectorAll('*')].filter(
      (e) => e.getBoundingClientRect().right > innerWidth + 1,
    )
    const leadsOut = [...document.querySelectorAll<HTMLElement>('[href], [src], [action]')].filter((element) =>
      ['href', 'src', 'action'].some((name) => {
        const address = element.getAttribute(name) ?? ''
        return /^\s*javascript:/i.test(address) || /jahat/.test(new URL(address, location.href).host)
      }),
    )
    const built = [
      ...document.querySelectorAll('main :is(iframe, svg[onload], img[src=x], [onerror], [onfocus], [data-x])'),
      ...document.querySelectorAll('base, meta[http-equiv=refresh]'),
      ...[...document.scripts].filter(({ text }) => text.includes(ran)),
    ]
    return [
      ...(ran in window ? ['Something ran.'] : []),
      ...(scrollWidth > innerWidth
        ? [
            `${scrollWidth} px wide: ${wide
              .slice(0, 3)
              .map((element) => element.outerHTML.slice(0, 120))
              .join(' ')}`,
          ]
        : []),
      ...[...built, ...leadsOut].map((element) => element.outerHTML.slice(0, 200)),
    ]
  }, RAN)
}
