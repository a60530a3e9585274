/** A meeting that was held on paper alone is entered afterwards, with what it was entered from, and ends as any other. */
import { beforeAll, expect, test } from 'vitest'
import { runVerifiers } from '#server/ledger/verification.ts'
import { recordArrival } from '#server/musyawarah/attendance.ts'
import { announceMeeting } from '#server/musyawarah/announcing.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import { agree, putText } from '#server/musyawarah/decisions.ts'
import { listInviteesFor } from '#server/musyawarah/invitees.ts'
import { changeMeeting, getMeeting } from '#server/musyawarah/meetings.ts'
import {
  addScan,
  answerScan,
  beginPaperMeeting,
  finishPaperMeeting,
  listScans,
} from '#server/musyawarah/paper-meetings.ts'
import { getRecord } from '#server/musyawarah/record-views.ts'
import { signRecord } from '#server/musyawarah/signing.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { SCAN, SIGNING } from './held.ts'
import { done, hoursLater, inputOf, officerOf, prepared } from './world.ts'

/** Two weeks after it was held. */
const THEN = hoursLater(14 * 24)
const PAPER = { provenance: 'Buku notulen BPD 2026, halaman 12–18' }

onEachEngine('a meeting held on paper', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const staff = (now = THEN) => officerOf(world, now)
  const anyone = () => world.as(null, hoursLater(30 * 24))

  async function begun() {
    const { slug } = await prepared(world)
    done(await beginPaperMeeting(staff(), slug, PAPER, SCAN))
    return slug
  }
  async function comeIn(slug: string, count = 9) {
    for (const { id } of (await listInviteesFor(staff(), slug)).slice(0, count)) {
      await recordArrival(staff(), slug, { invitee: id }, `kertas-${id}`)
    }
  }

  test('is seen by its staff alone while it is entered, then by everyone as held', async () => {
    const slug = await begun()
    await comeIn(slug)
    const { id } = done(await putText(staff(), slug, { text: 'Desa mendahulukan sumur bor.' }))
    expect(await finishPaperMeeting(staff(), slug, { ended: '12.15' })).toMatchObject({
      issues: { decisions: 'unsettled' },
    })
    done(await agree(staff(), slug, id))
    await expect(getMeeting(anyone(), slug)).rejects.toMatchObject({ code: 'not-found' })
    done(await finishPaperMeeting(staff(), slug, { ended: '12.15' }))
    expect(await getMeeting(anyone(), slug)).toMatchObject({
      state: 'held',
      provenance: PAPER.provenance,
      openedAt: '2026-07-10T02:00:00.000Z',
      closedAt: '2026-07-10T05:15:00.000Z',
      quorum: { met: true, present: 9 },
    })
    await sendMinutes(staff(), slug)
    const signing = { ...SIGNING, signedOn: '2026-08-01' }
    done(await signRecord(staff(hoursLater(30 * 24)), slug, signing, SCAN))
    expect((await getRecord(anyone(), slug)).record.meeting.provenance).toBe(PAPER.provenance)
    expect(await runVerifiers(database().db, [verifyMeetings])).toMatchObject({ fits: true })
  })

  test('is one in preparation whose time has passed, with a scan', async () => {
    const { slug } = await prepared(world)
    const begin = (input: object, file: typeof SCAN | undefined = SCAN, now = THEN) =>
      beginPaperMeeting(staff(now), slug, { ...PAPER, ...input }, file)
    expect(await begin({}, SCAN, hoursLater(-24))).toMatchObject({ issues: { form: 'not-yet' } })
    expect(await begin({ provenance: ' ' })).toMatchObject({ issues: { provenance: 'required' } })
    expect(await begin({ step: '9' })).toMatchObject({ issues: { step: 'unknown' } })
    const without = await beginPaperMeeting(staff(), slug, PAPER, undefined)
    expect(without).toMatchObject({ issues: { file: 'file-missing' } })
    const text = { name: 'a.pdf', bytes: new TextEncoder().encode('bukan pindaian') }
    expect(await begin({}, text)).toMatchObject({ issues: { file: 'file-kind' } })
    const moderator = world.as(actor('moderator', 'region', world.regionCode), THEN)
    await expect(beginPaperMeeting(moderator, slug, PAPER, SCAN)).rejects.toMatchObject({ code: 'forbidden' })
    done(await begin({}))
    await expect(begin({})).rejects.toMatchObject({ reason: 'meeting-opened' })
  })

  test('reaches its quorum by the list, by the step that the papers say', async () => {
    const slug = await begun()
    await comeIn(slug, 4)
    const finish = (one: string) => finishPaperMeeting(staff(), one, { ended: '12.15' })
    expect(await finish(slug)).toMatchObject({ issues: { quorum: 'quorum-missed' } })
    const { slug: later } = await prepared(world)
    done(await beginPaperMeeting(staff(), later, { ...PAPER, step: '1' }, SCAN))
    await comeIn(later, 5)
    done(await finish(later))
    expect(await getMeeting(anyone(), later)).toMatchObject({ quorum: { step: 1, needed: 5 } })
  })

  test('ends after it began, and before now', async () => {
    const slug = await begun()
    await comeIn(slug)
    const finish = (ended: string, now = THEN) => finishPaperMeeting(staff(now), slug, { ended })
    expect(await finish('08.00')).toMatchObject({ issues: { ended: 'ended-first' } })
    expect(await finish('siang')).toMatchObject({ issues: { ended: 'time' } })
    expect(await finish('12.15', hoursLater(1))).toMatchObject({ issues: { ended: 'after-today' } })
  })

  test('is neither announced, changed nor closed as one that is held now', async () => {
    const slug = await begun()
    await expect(closeMeeting(staff(), slug)).rejects.toMatchObject({ reason: 'meeting-in-preparation' })
    await expect(changeMeeting(staff(), slug, inputOf(world))).rejects.toMatchObject({ reason: 'meeting-opened' })
    expect(await announceMeeting(staff(), slug)).toMatchObject({ issues: { day: 'before-now' } })
  })

  test('keeps its scans for who may read names, also those that come later', async () => {
    const slug = await begun()
    done(await addScan(staff(), slug, { ...SCAN, name: 'halaman 2.pdf' }))
    expect((await listScans(staff(), slug)).map(({ position, name }) => [position, name])).toEqual([
      [1, 'berita acara.pdf'],
      [2, 'halaman 2.pdf'],
    ])
    const file = await answerScan(world.as(actor('auditor', 'region', world.regionCode), THEN), slug, 2)
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(SCAN.bytes)
    await expect(answerScan(world.as(world.publisher, THEN), slug, 1)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
