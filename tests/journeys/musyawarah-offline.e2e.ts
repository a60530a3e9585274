/** Attendance and a whole meeting where there is no line: the line is really cut, and the tab killed in between. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listHallProposals, listMeetingDecisions, listMinutePoints } from '#server/musyawarah/course.ts'
import { getMeeting } from '#server/musyawarah/meetings.ts'
import { fillIn } from '../../src/browser/fill-in.ts'
import { wordsOf } from '#server/words/words.ts'
import { useBrowser } from '../support/browser.ts'
import { inspect, openAll } from '../support/inspection.ts'
import { freePort } from '../support/free-port.ts'
import { onEachPortal, startNode } from '../support/portal.ts'
import { callMeeting, codeOf, namesAt, officeOf } from './town-meeting.ts'
import { BOTH, fillTown, OFFICER, signIn } from './town.ts'

const { book, desk } = wordsOf('id').musyawarahField
const plain = wordsOf('id').musyawarahHall.desk
const INVITED = ['Siti; RT 1; P', 'Budi; RT 2; L', 'Wati; RT 3; P']

onEachPortal('a meeting without a line', fillTown, (portal) => {
  const visit = useBrowser(portal)
  const database = () => portal().database
  const call = (title: string) => callMeeting(database(), title, INVITED)
  const deskPath = (slug: string) => `/musyawarah/kelola/${slug}/hadir`
  const fieldPath = (slug: string) => `/musyawarah/kelola/${slug}/lapangan`

  /** How much the device holds of meetings. */
  const held = (page: Page) =>
    page.evaluate(async () => {
      const asked = indexedDB.open('balai-lapangan', 1)
      await new Promise((resolve) => (asked.onsuccess = resolve))
      const count = (name: string) =>
        new Promise<number>((resolve) => {
          const counted = asked.result.transaction(name).objectStore(name).count()
          counted.onsuccess = () => resolve(counted.result)
        })
      const all = { packs: await count('packs'), acts: await count('acts') }
      asked.result.close()
      return all
    })

  async function takeAlong(page: Page, slug: string) {
    await page.goto(fieldPath(slug))
    await page.getByLabel(book.own).check()
    await page.getByRole('button', { name: book.take }).click()
    await page.getByText(book.taken).waitFor()
  }
  const come = async (page: Page, name: string) => {
    await page.getByLabel(book.search).fill(name.toLowerCase())
    await page.getByRole('button', { name: `${book.come}: ${name}` }).click()
    await page.getByText(fillIn(book.recorded, { name })).waitFor()
  }
  const go = (page: Page, part: 'arrivals' | 'minutes' | 'decisions' | 'hand') =>
    page.getByRole('navigation', { name: book.parts }).getByRole('button', { name: book[part], exact: true }).click()
  const write = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  /** As when the system takes the memory back: nothing is asked, nothing finished. */
  async function killed(page: Page, context: BrowserContext, path: string): Promise<Page> {
    await page.close({ runBeforeUnload: false })
    const next = await context.newPage()
    await next.goto(path)
    return next
  }

  test('the desk keeps who comes while the line is cut, and sends each once after the tab was killed', async () => {
    const slug = await call('Rencana kerja di hulu')
    const { page, context } = await visit()
    await signIn(page, OFFICER)
    await page.goto(deskPath(slug))
    await page.locator('input[name=signature]').first().waitFor({ state: 'attached' })
    await context.setOffline(true)
    await page.getByLabel(plain.code).fill(await codeOf(database(), slug, 'Siti'))
    await page.getByRole('button', { name: plain.byCode }).first().click()
    await page.getByText(fillIn(desk.waiting, { count: 1 })).waitFor()
    await page.getByText(plain.walkIn).click()
    await page.getByLabel(plain.name, { exact: true }).fill('Pak Darwis')
    await page.getByRole('button', { name: plain.byCode }).last().click()
    await page.getByText(fillIn(desk.waiting, { count: 2 })).waitFor()
    expect(await namesAt(database(), slug)).toEqual([])
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto(deskPath(slug))
    await next.getByText(fillIn(desk.sent, { name: 'Siti', number: 1 })).waitFor()
    expect(await namesAt(database(), slug)).toEqual(['Siti', 'Pak Darwis'])
    expect(await held(next)).toEqual({ packs: 0, acts: 0 })
  })

  test('two desks that recorded the same people without a line count each once, and the later one is told', async () => {
    const slug = await call('Rencana kerja dua meja')
    const [first, second] = [await visit(), await visit()]
    await signIn(first.page, OFFICER)
    await signIn(second.page, BOTH)
    for (const { page, context } of [first, second]) {
      await takeAlong(page, slug)
      await context.setOffline(true)
      await come(page, 'Siti')
    }
    await come(second.page, 'Budi')
    await first.context.setOffline(false)
    await first.page.getByText(book.allHanded).waitFor()
    await second.context.setOffline(false)
    await second.page.getByText(book.allHanded).waitFor()
    await second.page.getByText(book.state.already).waitFor()
    expect(await namesAt(database(), slug)).toEqual(['Siti', 'Budi'])
  })

  test('a whole meeting is held with the portal gone, outlives its tab, and is handed in once', async () => {
    const slug = await call('Rencana kerja di ujung jalan')
    const env = { ...portal().env, PORT: String(await freePort()) }
    let node = await startNode(env)
    try {
      const { page: begun, context } = await visit({ baseURL: node.url })
      await signIn(begun, OFFICER)
      await takeAlong(begun, slug)
      await node.kill()
      for (const name of ['Siti', 'Budi']) await come(begun, name)
      // Opens again without a line, with all that it held.
      let page = await killed(begun, context, fieldPath(slug))
      await page.locator('[data-book=ready]').waitFor()
      await come(page, 'Wati')
      await go(page, 'minutes')
      await press(page, book.open)
      await write(page, book.point, 'Jalan ke kebun rusak sejak Maret.')
      await press(page, book.addPoint)
      await write(page, book.proposal, 'Jembatan kecil di RT 2')
      await press(page, book.addProposal)
      await go(page, 'decisions')
      await write(page, book.text, 'Jembatan dibangun tahun depan.')
      await press(page, book.put)
      await page.getByText(book.object).first().click()
      await write(page, book.who, 'RT 3')
      await write(page, book.reason, 'Jalan lebih perlu.')
      await press(page, book.object)
      await write(page, book.answer, 'Jalan masuk rencana tahun ini.')
      await press(page, book.addAnswer)
      await write(page, book.text, 'Jembatan dan jalan dibangun tahun depan.')
      await press(page, book.amend)
      // It is said only once the device has it.
      await page.getByText('Jembatan dan jalan dibangun tahun depan.').waitFor()
      page = await killed(page, context, fieldPath(slug))
      await go(page, 'decisions')
      await press(page, book.agree)
      await go(page, 'hand')
      await press(page, book.handIn)
      await page.getByText(book.lost).waitFor()
      expect(await held(page)).toEqual({ packs: 1, acts: 11 })
      node = await startNode(env)
      await press(page, book.handIn)
      await page.getByText(fillIn(book.handedIn, { count: 11 })).waitFor()
      expect(await held(page)).toEqual({ packs: 0, acts: 0 })
    } finally {
      await node.stop()
    }
    const { id, state } = await getMeeting(officeOf(database()), slug)
    expect(state).toBe('open')
    expect(await namesAt(database(), slug)).toEqual(['Siti', 'Budi', 'Wati'])
    expect(await listMinutePoints(database(), id)).toHaveLength(1)
    expect(await listHallProposals(database(), id)).toHaveLength(1)
    expect(await listMeetingDecisions(database(), id)).toMatchObject([{ state: 'agreed', entitled: 3 }])
  })

  test('what the portal refuses stays on the device with its reason, and goes through once that is mended', async () => {
    const slug = await call('Rencana kerja tanpa kuorum')
    const { page, context } = await visit()
    await signIn(page, OFFICER)
    await takeAlong(page, slug)
    await context.setOffline(true)
    for (const name of ['Siti', 'Budi']) await come(page, name)
    await go(page, 'minutes')
    await press(page, book.open)
    await write(page, book.point, 'Semua setuju.')
    await press(page, book.addPoint)
    const t = wordsOf('id').musyawarahField
    await context.setOffline(false)
    await database()
      .db.updateTable('meeting')
      .set({ closedAt: '2026-01-01T00:00:00.000Z' })
      .where('slug', '=', slug)
      .execute()
    await go(page, 'hand')
    await press(page, book.handIn)
    await page.getByText(fillIn(book.someLeft, { count: 4 })).waitFor()
    expect(await page.getByText(t.issues['meeting-closed'] ?? '').count()).toBeGreaterThan(0)
    await database().db.updateTable('meeting').set({ closedAt: null }).where('slug', '=', slug).execute()
    await press(page, book.handIn)
    await page.getByText(fillIn(book.handedIn, { count: 4 })).waitFor()
    expect(await namesAt(database(), slug)).toEqual(['Siti', 'Budi'])
  })

  test('each part of the page on the device can be read by everybody', async () => {
    const slug = await call('Rencana kerja yang terbaca')
    const { page } = await visit()
    await signIn(page, OFFICER)
    await page.goto(fieldPath(slug))
    await press(page, book.take)
    await page.getByText(book.ownMissing).waitFor()
    expect(await inspect(page)).toEqual([])
    await takeAlong(page, slug)
    await come(page, 'Siti')
    await write(page, book.search, 'i')
    for (const part of ['arrivals', 'minutes', 'decisions', 'hand'] as const) {
      await go(page, part)
      await openAll(page)
      expect(await inspect(page), part).toEqual([])
    }
  })
})
