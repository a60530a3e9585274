/** A region's figures on a phone: its officer compares the health centres, a stranger goes from the region to the data. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDemo } from '#server/demo/fill.ts'
import { DEMO_PASSWORD } from '#server/demo/people.ts'
import { formatNumber } from '#server/words/format.ts'
import { wordsOf } from '#server/words/words.ts'
import { PHONE, useBrowser } from '../support/browser.ts'
import { inspect } from '../support/inspection.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const words = wordsOf('id')
const t = words.dashboard

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: (database) => fillDemo(database, () => undefined) })
})
afterAll(() => portal?.stop())
const visit = useBrowser(() => portal)

test('reads the funnel and takes the table behind it home', async () => {
  const { page } = await visit()
  await page.goto('/masuk')
  await page.getByLabel(words.staff.signIn.email, { exact: true }).fill('petugas.bungo@contoh.balai')
  await page.getByLabel(words.staff.signIn.password, { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: words.staff.signIn.button }).click()
  await page.waitForURL(/\/akun$/)
  await page.goto('/wilayah')
  await page.getByRole('link', { name: 'Kabupaten Bungo', exact: true }).click()

  await page.getByRole('heading', { level: 3, name: t.funnel.heading('Puskesmas, kesehatan') }).waitFor()
  const funnel = page.locator('figure', { has: page.getByLabel(t.funnel.name) })
  const canvas = funnel.locator('canvas')
  await canvas.scrollIntoViewIfNeeded()
  const isDrawn = () =>
    canvas.evaluate((drawing: HTMLCanvasElement) => {
      const blank = Object.assign(document.createElement('canvas'), { width: drawing.width, height: drawing.height })
      return drawing.toDataURL() !== blank.toDataURL()
    })
  await expect.poll(isDrawn).toBe(true)
  expect(await inspect(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(PHONE)
  await expect.poll(isDrawn).toBe(true)
  const box = await canvas.boundingBox()
  expect(box!.x + box!.width).toBeLessThanOrEqual(PHONE.width)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)

  const table = page.getByRole('table', { name: t.funnel.caption('Puskesmas, kesehatan') })
  const printed = await table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())))
  expect(printed).toHaveLength(6)
  // In code order, whatever the values.
  expect(printed.map(([, name]) => name)).toEqual(printed.map(([, name]) => name).toSorted())
  const outside = printed.filter(([, , , , , , position]) => position !== t.funnel.positions.inside)
  expect(outside.length).toBeGreaterThan(0)
  const said = await page.getByText(t.funnel.cannot.slice(0, 40)).locator('xpath=preceding-sibling::p[1]').textContent()
  for (const [, name] of outside) expect(said).toContain(name)

  const arriving = page.waitForEvent('download')
  await page.getByRole('link', { name: t.files.csv, exact: true }).click()
  const download = await arriving
  expect(download.suggestedFilename()).toBe('bungo.csv')
  const [head = '', ...lines] = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  const columns = head.split(',')
  const cells = lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i], cell])))
  const behind = cells
    .filter(({ number }) => number !== '')
    .map(({ number, name, respondents, value }) => [number, name, respondents, formatNumber('id', Number(value), 2)])
  expect(behind).toEqual(printed.map((row) => row.slice(0, 4)))
})

test('a stranger goes without scripts from a region to a unit, a result, its method and its data', async () => {
  const { page } = await visit({ javaScriptEnabled: false })
  const pages: string[] = []
  const arrive = async (heading: string | RegExp) => {
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    pages.push(new URL(page.url()).pathname)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    expect(await page.locator('canvas:visible').count()).toBe(0)
  }
  await page.goto('/')
  await page.getByRole('link', { name: 'Kabupaten Bungo', exact: true }).first().click()
  await arrive('Kabupaten Bungo')
  const row = page
    .getByRole('table', { name: t.participation.caption })
    .getByRole('row')
    .filter({ hasText: /\d\d,\d\d/ })
    .first()
  const [, figure = ''] = /(\d\d,\d\d)/.exec((await row.textContent()) ?? '') ?? []
  const unit = row.getByRole('rowheader').getByRole('link')
  const name = (await unit.textContent()) ?? ''
  await unit.click()
  await arrive(name)
  expect(await page.locator('main').textContent()).toContain(figure)

  const published = page.getByRole('table', { name: t.publications.caption }).getByRole('row').nth(1)
  await published.getByRole('link').first().click()
  await arrive(/./)
  expect(pages.at(-1)).toMatch(/^\/survei\/.+\/hasil$/)
  expect(await page.locator('main').textContent()).toContain(`IKM ${figure}`)
  const file = await page.request.get(`${pages.at(-1)}.csv`)
  expect(file.headers()['content-type']).toContain('text/csv')
  const rows = parse(await file.text(), { columns: true, bom: true }) as Record<string, string>[]
  const [index] = rows.filter(({ row }) => row === 'index')
  expect(formatNumber('id', Number(index?.mean), 2)).toBe(figure)
  // From nine means to the index, as the page of the method says: 25 times their mean.
  const means = rows.filter(({ row }) => row !== 'index').map(({ mean }) => Number(mean))
  expect(Math.abs((25 * means.reduce((sum, mean) => sum + mean, 0)) / 9 - Number(index?.mean))).toBeLessThan(0.0051)

  await page.getByRole('link', { name: words.results.proof.method, exact: true }).click()
  await arrive(/./)
  expect(pages.at(-1)).toMatch(/\/metode$/)
  expect(await page.locator('main').textContent()).toContain(figure)
  await page.goBack()
  for (const data of [words.results.proof.csv, words.results.proof.json]) {
    const href = (await page.getByRole('link', { name: data, exact: true }).getAttribute('href')) ?? ''
    expect((await page.request.get(href)).status(), href).toBe(200)
  }
})

test('prints what was drawn in black and white, as wide as the paper, and of the rest the table', async () => {
  const { page } = await visit({ colorScheme: 'dark' })
  await page.goto('/wilayah/bungo')
  const funnel = page.locator('figure', { has: page.locator('.funnel') }).last()
  await funnel.locator('canvas').scrollIntoViewIfNeeded()
  await funnel.locator('.inked').waitFor()
  await page.setViewportSize({ width: 640, height: 900 })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const colours = await funnel.locator('canvas').evaluate(async (drawing: HTMLCanvasElement) => {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
    const { data } = drawing.getContext('2d')!.getImageData(0, 0, drawing.width, drawing.height)
    const marks = { grey: 0, coloured: 0 }
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3]! < 128) continue
      marks[data[i] === data[i + 1] && data[i] === data[i + 2] ? 'grey' : 'coloured']++
    }
    return marks
  })
  expect(colours.coloured).toBe(0)
  expect(colours.grey).toBeGreaterThan(500)
  await page.emulateMedia({ media: 'print' })
  await page.reload()
  const undrawn = await page.locator('.chart:not(.inked)').all()
  expect(undrawn).toHaveLength(2)
  for (const chart of undrawn) expect(await chart.isVisible()).toBe(false)
  await page.getByRole('table', { name: t.funnel.caption('Puskesmas, kesehatan') }).waitFor()
})
