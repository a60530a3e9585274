/**
 * A meeting in its hall: who takes the minutes writes while others may write too, a text is put, an objection answered, a vote
 * taken after consensus failed, all by keyboard; the screen on the wall follows, and keeps what it showed without a line.
 */
import { expect, test } from 'vitest'
import { listEntries } from '#server/ledger/entries.ts'
import { listHallProposals, listMeetingDecisions, listMinutePoints } from '#server/musyawarah/course.ts'
import { objectTo, putText } from '#server/musyawarah/decisions.ts'
import { addProposal, writePoint } from '#server/musyawarah/minutes.ts'
import type { MeetingView } from '#server/musyawarah/views.ts'
import { granted } from '#server/demo/fill-places.ts'
import { wordsOf } from '#server/words/words.ts'
import { DESK, useBrowser } from '../support/browser.ts'
import { inspect } from '../support/inspection.ts'
import { follow, typeInto } from '../support/keyboard.ts'
import { onEachPortal } from '../support/portal.ts'
import { close, object, put, settleAll, unfold } from './hall-by-keyboard.ts'
import { officerOfTown, openedMeeting } from './hall-meeting.ts'
import { fillTown, OFFICER, signIn } from './town.ts'

const words = wordsOf('id')
const hall = words.musyawarahCourse.hall
const PROPOSALS = 25

onEachPortal('a meeting in its hall', fillTown, (portal) => {
  const visit = useBrowser(portal)
  const officer = () => officerOfTown(portal().database)
  const courseOf = async ({ id }: MeetingView) => {
    const scope = officer()
    const decisions = await listMeetingDecisions(scope, id)
    return { decisions, points: await listMinutePoints(scope, id), proposals: await listHallProposals(scope, id) }
  }

  test('is minuted, decides by consensus and by a vote, settles 25 proposals and is closed, by keyboard alone', async () => {
    const meeting = await openedMeeting(portal().database, { proposals: PROPOSALS })
    const { slug, agenda } = meeting
    const { page } = await visit({ viewport: DESK })
    await signIn(page, OFFICER)

    await page.goto(`/musyawarah/kelola/${slug}/notulen`)
    await typeInto(page, '#speaker', 'Warga dusun dua')
    await typeInto(page, '#text', 'Jalan dusun dua rusak sejak')
    const saved = page.getByText(words.musyawarahScreen.minutes.saved)
    await saved.waitFor()
    await page.keyboard.type(' musim hujan.')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/done=write/)
    expect((await courseOf(meeting)).points).toMatchObject([
      {
        itemId: agenda[0]?.id,
        texts: [{ speaker: 'Warga dusun dua', text: 'Jalan dusun dua rusak sejak musim hujan.' }],
      },
    ])

    await page.goto(`/musyawarah/kelola/${slug}/sidang`)
    await put(page, 'Desa mendahulukan jalan dusun dua.')
    await object(page, { who: 'Kelompok tani', reason: 'Jalan itu baru diperbaiki.', answer: 'Baru separuhnya.' })
    await unfold(page, hall.amend)
    await typeInto(page, 'textarea#text', 'Desa mendahulukan separuh jalan dusun dua yang belum diperbaiki.')
    await follow(page, 'form:has([value=amend]) button')
    await page.waitForURL(/done=amend/)
    await follow(page, 'form:has([value=agree]) button')
    await page.waitForURL(/done=agree/)

    await put(page, 'Rapat berikutnya di dusun tiga.')
    const [, decision] = (await courseOf(meeting)).decisions
    const vote = { step: 'vote', decision: decision?.id ?? '', way: 'open', inFavour: '9' }
    const form = { ...vote, against: '0', abstained: '0', spoilt: '0' }
    const early = await page.request.post(`/musyawarah/kelola/${slug}/sidang`, {
      headers: { origin: portal().url },
      form,
    })
    expect([early.status(), await early.text()]).toEqual([
      422,
      expect.stringContaining(words.musyawarahCourse.issues['consensus-first'] ?? ''),
    ])
    await object(page, { who: 'PKK', reason: 'Terlalu jauh.', answer: 'Ada angkutan.' })
    await unfold(page, hall.fail)
    await typeInto(page, '#statement', 'Dua kelompok tetap menghendaki tempat yang berbeda.')
    await follow(page, 'form:has([value=fail]) button')
    await page.waitForURL(/done=fail/)
    const count = async (numbers: string[]) => {
      for (const [i, name] of ['inFavour', 'against', 'abstained', 'spoilt'].entries()) {
        await typeInto(page, `#${name}`, numbers[i] ?? '0')
      }
      await follow(page, 'form:has([value=vote]) button')
    }
    await count(['7', '3', '0', '0'])
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain(words.musyawarahCourse.issues['more-votes'])
    expect(await page.locator('#inFavour').inputValue()).toBe('7')
    await count(['6', '3', '0', '0'])
    await page.waitForURL(/done=vote/)
    expect((await courseOf(meeting)).decisions).toMatchObject([
      { state: 'agreed', rounds: [{ objections: [{ answer: 'Baru separuhnya.' }] }, {}] },
      { state: 'passed', vote: { inFavour: 6, against: 3, sheetFile: null } },
    ])

    await close(page)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain(words.musyawarahCourse.issues.undecided)
    await settleAll(page, slug, PROPOSALS)
    expect((await courseOf(meeting)).proposals.map(({ outcome }) => outcome)).toEqual([
      'reserve',
      ...Array.from({ length: PROPOSALS - 1 }, () => 'accepted'),
    ])
    await page.goto(`/musyawarah/kelola/${slug}/sidang`)
    await close(page)
    await page.waitForURL(/done=close/)
    const [last] = (await listEntries(officer(), { subject: meeting.id })).items
    expect(last?.kind).toBe('musyawarah.closed')
  }, 120_000)

  test('keeps both texts of two who write at once, and one puts them together', async () => {
    const meeting = await openedMeeting(portal().database)
    const item = meeting.agenda[0]?.id ?? ''
    const { point } = granted(await writePoint(officer(), meeting.slug, { item, text: 'Jalan rusak.' }))
    const { page } = await visit({ viewport: DESK })
    await signIn(page, OFFICER)
    await page.goto(`/musyawarah/kelola/${meeting.slug}/notulen?point=${point}`)
    granted(await writePoint(officer(), meeting.slug, { item, point, base: 1, text: 'Jalan dusun dua rusak.' }))
    await page.locator('#text').fill('Jalan rusak parah.')
    await page.getByText(words.musyawarahScreen.minutes.both).waitFor()
    await page.getByRole('button', { name: words.musyawarahCourse.minutes.save, exact: true }).click()
    await page.waitForURL(/done=both/)
    await page.getByRole('link', { name: words.musyawarahScreen.minutes.merge }).click()
    expect(await page.locator('#text').inputValue()).toBe('Jalan dusun dua rusak.\n\nJalan rusak parah.')
    expect(await inspect(page)).toEqual([])
    await page.locator('#text').fill('Jalan dusun dua rusak parah.')
    await page.getByRole('button', { name: words.musyawarahCourse.minutes.save, exact: true }).click()
    await page.waitForURL(/done=write/)
    expect((await courseOf(meeting)).points).toMatchObject([{ texts: [{ text: 'Jalan dusun dua rusak parah.' }] }])
  }, 60_000)

  test('loses nothing that is typed while the line is cut, and writes it once when it is back', async () => {
    const meeting = await openedMeeting(portal().database)
    const { page, context } = await visit({ viewport: DESK })
    await signIn(page, OFFICER)
    const address = `/musyawarah/kelola/${meeting.slug}/notulen`
    await page.goto(address)
    await context.setOffline(true)
    await page.locator('#text').fill('Ditulis tanpa sambungan.')
    await page.getByText(words.musyawarahScreen.minutes.lost).waitFor()
    // Without a line and with the tab gone, the device alone still has it.
    await page.close()
    await context.setOffline(false)
    const back = await context.newPage()
    await back.goto(address)
    expect(await back.locator('#text').inputValue()).toBe('Ditulis tanpa sambungan.')
    await back.getByText(words.musyawarahScreen.minutes.saved).waitFor()
    await back.getByRole('button', { name: words.musyawarahCourse.minutes.save, exact: true }).click()
    await back.waitForURL(/done=write/)
    expect((await courseOf(meeting)).points).toMatchObject([{ texts: [{ text: 'Ditulis tanpa sambungan.' }] }])
    expect((await courseOf(meeting)).points).toHaveLength(1)
  }, 60_000)

  test('shows a photograph to staff with what is seen on it, without scripts', async () => {
    const meeting = await openedMeeting(portal().database)
    const { page } = await visit({ viewport: DESK, javaScriptEnabled: false })
    await signIn(page, OFFICER)
    await page.goto(`/musyawarah/kelola/${meeting.slug}/notulen`)
    const photos = words.musyawarahScreen.photos
    await page.locator('summary', { hasText: photos.add }).click()
    const buffer = await page.screenshot()
    await page.locator('#file').setInputFiles({ name: 'balai.png', mimeType: 'image/png', buffer })
    await page.locator('#caption').fill('Peserta di balai desa')
    await page.getByRole('button', { name: photos.button }).click()
    await page.waitForURL(/done=photo/)
    const image = page.getByAltText('Peserta di balai desa')
    await image.waitFor()
    const file = await page.request.get((await image.getAttribute('src')) ?? '')
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'image/png'])
  }, 60_000)

  test('is followed on the wall by itself, and the wall keeps what it showed when the line is lost', async () => {
    const meeting = await openedMeeting(portal().database)
    const { page, context } = await visit({ viewport: DESK })
    await page.goto(`/musyawarah/${meeting.slug}/layar`)
    expect(await page.locator('main').textContent()).toContain(words.musyawarahScreen.screen.met)
    granted(await addProposal(officer(), meeting.slug, { text: 'Lampu jalan', proposer: 'Ibu Siti' }))
    await page.getByText('Lampu jalan').waitFor()
    expect(await page.content()).not.toContain('Ibu Siti')
    await context.setOffline(true)
    await page.getByText(words.musyawarahScreen.screen.lost).waitFor({ timeout: 20_000 })
    expect(await page.getByText('Lampu jalan').isVisible()).toBe(true)
    granted(await addProposal(officer(), meeting.slug, { text: 'Sumur bor' }))
    await context.setOffline(false)
    await page.getByText('Sumur bor').waitFor({ timeout: 20_000 })
    expect(await page.getByText(words.musyawarahScreen.screen.lost).isVisible()).toBe(false)
    expect(await inspect(page)).toEqual([])
  }, 90_000)

  test('is followed on the wall without scripts too, until somebody stops it', async () => {
    const meeting = await openedMeeting(portal().database)
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto(`/musyawarah/${meeting.slug}/layar`)
    granted(await addProposal(officer(), meeting.slug, { text: 'Lampu jalan' }))
    await page.getByText('Lampu jalan').waitFor({ timeout: 30_000 })
    await page.getByRole('link', { name: words.musyawarahScreen.screen.pause }).click()
    await page.getByText(words.musyawarahScreen.screen.still).waitFor()
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0)
    const { id } = granted(await putText(officer(), meeting.slug, { text: 'Jalan dusun dua didahulukan. '.repeat(9) }))
    const said = { who: 'Kelompok tani', reason: 'Jalan itu baru diperbaiki.' }
    granted(await objectTo(officer(), meeting.slug, id, said))
    await page.goto(`/musyawarah/${meeting.slug}/layar`)
    await page.getByText(said.reason).waitFor({ timeout: 30_000 })
  }, 60_000)
})
