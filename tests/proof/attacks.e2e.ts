/** Every field of text holds an attack; then a browser looks at every page, as a stranger and as staff. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPage } from '#server/find-page.ts'
import { PAGES, type PageName } from '#server/paths.ts'
import { PHONE, useBrowser, type Visitor } from '../support/browser.ts'
import { startPortal, visitorOf, type TestPortal } from '../support/portal.ts'
import { untriedColumns } from './attacked-columns.ts'
import { fileFaults, listFiles } from './attacked-files.ts'
import { addressOf, NO_PAGES, placesOfResidents, placesOfStaff, placesOfStrangers } from './attacked-places.ts'
import { fillAttackedTown, type AttackedTown, type Cookie } from './attacked-town.ts'
import { ATTACKS, LINES, PATHS, RAN, SCRIPTS } from './attacks.ts'
import { faultsOf, fillIn, listForms } from './faults.ts'
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

test('every column that people write into holds an attack', async () => {
  expect(await untriedColumns(portal.database)).toEqual([])
})

describe('in a browser', () => {
  /** Every form that was met, by the page on which it stands. */
  const forms = new Map<string, MetForm>()
  const opened = new Set<PageName>()

  test(
    'nothing of it runs or breaks a page that a stranger can reach',
    async () => {
      for (const page of await walk(await watched(), placesOfStrangers(town), { forms })) opened.add(page)
      const resident = await walk(await watched(town.resident), placesOfResidents(town), { forms, who: town.resident })
      for (const page of resident) opened.add(page)
    },
    60_000 * OF_EACH_KIND,
  )

  test(
    'nothing of it runs or breaks a page that staff can reach',
    async () => {
      const seen = await walk(await watched(town.session), placesOfStaff(town), { forms, who: town.session })
      for (const page of seen) opened.add(page)
    },
    60_000 * OF_EACH_KIND,
  )

  test('no page was passed over', () => {
    const pages = Object.keys(PAGES) as PageName[]
    expect(pages.filter((page) => !opened.has(page) && !NO_PAGES.includes(page))).toEqual([])
  })

  test(
    'it is stored or comes back from every form that takes text, and runs nowhere',
    async () => {
      const visitors = new Map<Cookie | undefined, Visitor>()
      for (const who of [undefined, town.resident, town.session]) visitors.set(who, await watched(who))
      expect(forms.size).toBeGreaterThan(40)
      for (const [i, { path, form, who }] of [...forms.values()].entries()) {
        const { page } = visitors.get(who)!
        await page.goto(path)
        // What was sent before may have taken the form away.
        if (!(await listForms(page)).includes(form)) continue
        expect(await fillIn(page, form, SCRIPTS[i % SCRIPTS.length]!), `${path} ${form}`).toBeLessThan(500)
        expect(await faultsOf(page), `${path} ${form}`).toEqual([])
      }
    },
    30_000 * OF_EACH_KIND,
  )

  test('what a page reads of its address is no better', async () => {
    const { page } = await watched()
    for (const name of Object.keys(PAGES) as PageName[]) {
      const { query = [] } = (PAGES as Record<PageName, { query?: readonly string[] }>)[name]
      for (const attack of query.length > 0 ? SCRIPTS.slice(0, OF_EACH_KIND) : []) {
        const path = `${addressOf(town, name)}?${query.map((key) => `${key}=${encodeURIComponent(attack)}`).join('&')}`
        expect((await page.goto(path))?.status(), path).toBeLessThan(500)
        expect(await faultsOf(page), path).toEqual([])
      }
    }
  }, 60_000)

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
        `/konsultasi/${town.consultations.open}/masukan?q=${attack}`,
        `/konsultasi/${town.consultations.open}/dokumen/${attack}`,
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

  test('no file behind a page reckons, runs or is broken by it', async () => {
    const cookie = `${town.session.name}=${town.session.value}`
    const { page } = await watched()
    await page.goto('/tentang')
    for (const path of listFiles(town)) {
      const response = await fetch(portal.url + path, { headers: { cookie } })
      expect(response.status, path).toBe(200)
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(fileFaults(path, bytes), path).toEqual([])
      if (/\.(atom|xml)$/.test(path)) expect(await feedFault(page, bytes.toString('utf8')), path).toBe('')
    }
  }, 60_000)
})

/** A visitor on a phone whom no page may address in any way that it wasn't made for. */
async function watched(cookie?: Cookie): Promise<Visitor> {
  const visitor = await visit({ viewport: PHONE })
  visitor.page.on('dialog', (dialog) => {
    visitor.faults.push(`A dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  if (cookie) await visitor.context.addCookies([{ ...cookie, url: portal.url }])
  return visitor
}

interface MetForm {
  path: string
  form: string
  who: Cookie | undefined
}

/** @returns the kinds of pages that opened */
async function walk(
  { page, context }: Visitor,
  starts: string[],
  { forms, who }: { forms: Map<string, MetForm>; who?: Cookie },
): Promise<PageName[]> {
  const look = async (page: Page) => {
    const path = new URL(page.url()).pathname
    const kind = findPage(path)?.page
    for (const form of await listForms(page)) {
      if (!forms.has(`${kind} ${form}`)) forms.set(`${kind} ${form}`, { path, form, who })
    }
    return faultsOf(page)
  }
  const opened = await readOn(page, starts, { ofEachKind: OF_EACH_KIND, faultsOf: look })
  expect((await context.cookies()).map(({ name }) => name)).not.toContain(RAN)
  return opened
}

/** What a browser says of XML that it can't read. */
function feedFault(page: Page, text: string): Promise<string> {
  return page.evaluate((xml) => {
    const read = new DOMParser().parseFromString(xml, 'application/xml')
    return read.querySelector('parsererror')?.textContent ?? ''
  }, text)
}
