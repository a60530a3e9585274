import { beforeAll, describe, expect, test } from 'vitest'
import { newSubmissionKey } from '#server/ids.ts'
import { listEntries } from '#server/ledger/entries.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { cancelMeeting } from '#server/musyawarah/announcing.ts'
import { findAtDesk, lastArrivals, readAttendance, recordArrival, voidArrival } from '#server/musyawarah/attendance.ts'
import { listInviteesFor } from '#server/musyawarah/invitees.ts'
import { getMeeting, getMeetingRow } from '#server/musyawarah/meetings.ts'
import { openMeeting, postponeMeeting } from '#server/musyawarah/opening.ts'
import { presenceAt } from '#server/musyawarah/presence.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { announced, done, hoursLater, JUNE, MORNING, officerOf } from './world.ts'

const reason = 'Belum kuorum; sebagian undangan masih di ladang.'

onEachEngine('attendance', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const desk = (now = MORNING) => officerOf(world, now)
  const come = (slug: string, input: object, now = MORNING, key = newSubmissionKey()) =>
    recordArrival(desk(now), slug, input as never, key)
  const invitees = (slug: string) => listInviteesFor(desk(), slug)
  const presence = async (slug: string, now = MORNING) => presenceAt(desk(now), await getMeetingRow(desk(now), slug))
  /** The first so many of the nine who are entitled come. */
  async function arrive(slug: string, from: number, to: number, now = MORNING) {
    for (const { id } of (await invitees(slug)).slice(from, to)) await come(slug, { invitee: id }, now)
  }

  describe('at the desk', () => {
    test('by code and by name, each counted once', async () => {
      const { slug } = await announced(world)
      const [first, second] = await invitees(slug)
      const typed = (first?.code ?? '').toLowerCase().replace(/(.{4})/g, '$1 ')
      expect(await come(slug, { code: typed })).toEqual({ kind: 'recorded', number: 1, name: 'Warga 1', code: null })
      expect(await come(slug, { invitee: first?.id })).toEqual({ kind: 'already', number: 1, name: 'Warga 1' })
      expect(await come(slug, { invitee: second?.id })).toMatchObject({ kind: 'recorded', number: 2 })
      expect(await presence(slug)).toMatchObject({
        present: 2,
        quorum: { present: 2, needed: 6, missing: 4, met: false },
      })
    })

    test('a walk-in gets a code, and neither the same walk-in nor the same sending counts twice', async () => {
      const { slug } = await announced(world)
      const key = newSubmissionKey()
      const walkIn = { name: 'Pak Darwis', office: 'RT 11', standing: 'participant', sex: 'm' }
      const first = await come(slug, walkIn, MORNING, key)
      expect(first).toMatchObject({ kind: 'recorded', number: 1, code: expect.stringMatching(/^[0-9A-Z]{12}$/) })
      expect(await come(slug, walkIn, MORNING, key)).toEqual(first)
      expect(await come(slug, { ...walkIn, name: 'PAK DARWIS' })).toMatchObject({ kind: 'already', number: 1 })
      expect(await presence(slug)).toMatchObject({ present: 1, entitled: 1, quorum: { present: 0 } })
    })

    test.each([
      [{ code: 'ZZZZ-ZZZZ-ZZZZ' }, { code: 'code-unknown' }],
      [{ invitee: 'tidak-ada' }, { invitee: 'unknown' }],
      [{ name: ' ' }, { name: 'required' }],
      [{ name: 'Siti', group: 'tidak-ada' }, { group: 'unknown' }],
      [{ name: 'Siti', standing: 'raja' }, { standing: 'choose' }],
    ])('%j is not recorded', async (input, issues) => {
      const { slug } = await announced(world)
      expect(await come(slug, input)).toMatchObject({ kind: 'invalid', issues })
    })

    test('nobody is recorded before the day, nor for a meeting that was called off', async () => {
      const { slug } = await announced(world)
      expect(await come(slug, { name: 'Siti' }, JUNE)).toMatchObject({ issues: { form: 'not-yet' } })
      done(await cancelMeeting(desk(), slug, { reason }))
      await expect(come(slug, { name: 'Siti' })).rejects.toMatchObject({ reason: 'meeting-cancelled' })
    })

    test('two desks at once record one person once', async () => {
      const { slug } = await announced(world)
      const some = (await invitees(slug)).slice(0, 3)
      const twice = [...some, ...some]
      const arrivals = await Promise.all(twice.map(({ id }) => come(slug, { invitee: id })))
      expect(arrivals.map(({ kind }) => kind).sort()).toEqual([
        ...Array(3).fill('already'),
        ...Array(3).fill('recorded'),
      ])
      const numbers = (await lastArrivals(desk(), slug, 10)).map(({ number }) => number)
      expect(numbers).toEqual([3, 2, 1])
    })

    test('who was recorded in error is taken back with a reason, and may come after all', async () => {
      const { slug } = await announced(world)
      const [first] = await invitees(slug)
      await come(slug, { invitee: first?.id })
      const [row] = await lastArrivals(desk(), slug, 1)
      expect(await voidArrival(desk(), slug, row?.id ?? '', { reason: 'x' })).toMatchObject({ ok: false })
      expect(await voidArrival(desk(), slug, row?.id ?? '', { reason: 'Salah orang.' })).toEqual({ ok: true })
      expect(await presence(slug)).toMatchObject({ present: 0 })
      expect(await come(slug, { invitee: first?.id })).toMatchObject({ kind: 'recorded', number: 2 })
    })

    test('invitees are found by a part of name or office, with who has come already', async () => {
      const { slug } = await announced(world)
      const [first] = await invitees(slug)
      await come(slug, { invitee: first?.id })
      expect(await findAtDesk(desk(), slug, 'warga')).toHaveLength(9)
      expect(await findAtDesk(desk(), slug, 'rt 1')).toMatchObject([{ name: 'Warga 1', number: 1 }])
      expect(await findAtDesk(desk(), slug, '%')).toEqual([])
      expect(await findAtDesk(desk(), slug, ' ')).toEqual([])
    })

    test('is for officers and moderators; the full list for office and auditor, and each look is kept', async () => {
      const { slug, id } = await announced(world)
      await come(slug, { name: 'Siti' })
      for (const who of [null, world.publisher, world.stranger]) {
        await expect(recordArrival(world.as(who, MORNING), slug, { name: 'A' }, 'k')).rejects.toMatchObject({
          code: 'forbidden',
        })
      }
      const auditor = actor('auditor', 'region', world.regionCode)
      const moderator = actor('moderator', 'region', world.regionCode)
      expect(await readAttendance(world.as(auditor, MORNING), slug)).toMatchObject([{ name: 'Siti' }])
      await expect(readAttendance(world.as(moderator), slug)).rejects.toMatchObject({ code: 'forbidden' })
      const looks = await database().db.selectFrom('attendanceLook').selectAll().where('meetingId', '=', id).execute()
      expect(looks).toMatchObject([{ byAccount: auditor.accountId }])
    })
  })

  describe('the quorum', () => {
    test('opens the meeting when it is there, and the record says by which step', async () => {
      const { slug, id } = await announced(world)
      await arrive(slug, 0, 5)
      expect(await openMeeting(desk(), slug)).toMatchObject({ ok: false, issues: { quorum: 'not-met' } })
      await arrive(slug, 5, 6)
      expect(await openMeeting(desk(hoursLater(-0.5)), slug)).toMatchObject({ issues: { form: 'too-early' } })
      done(await openMeeting(desk(), slug))
      expect(await getMeeting(world.as(null, MORNING), slug)).toMatchObject({
        state: 'open',
        quorum: { step: 0, invited: 9, present: 6, needed: 6, met: true },
      })
      const { items } = await listEntries(world.as(null), { subject: id })
      expect(items[0]?.kind).toBe('musyawarah.opened')
      await expect(openMeeting(desk(), slug)).rejects.toMatchObject({ reason: 'meeting-opened' })
    })

    test('walks down its ladder: hours, then another day with a list of its own, then those present', async () => {
      const { slug } = await announced(world)
      await arrive(slug, 0, 4)
      const put = (time: string, day: string, now: Date) => postponeMeeting(desk(now), slug, { day, time, reason })
      expect(await put('11.30', '2026-07-10', MORNING)).toMatchObject({ issues: { day: 'too-late' } })
      done(await put('10.30', '2026-07-10', MORNING))
      expect(await getMeeting(world.as(null), slug)).toMatchObject({ state: 'postponed', step: 1 })
      // Four of nine are still fewer than half; they go on counting after a wait of hours.
      expect(await presence(slug)).toMatchObject({ quorum: { step: 1, present: 4, needed: 5 } })
      const then = hoursLater(2)
      expect(await put('09.00', '2026-07-18', then)).toMatchObject({ issues: { day: 'too-late' } })
      done(await put('09.00', '2026-07-17', then))
      const second = hoursLater(7 * 24)
      expect(await presence(slug, second)).toMatchObject({ present: 0, quorum: { step: 2, needed: 1, met: false } })
      await arrive(slug, 0, 2, second)
      expect(await put('09.00', '2026-07-20', second)).toMatchObject({ issues: { form: 'quorum-met' } })
      done(await openMeeting(desk(second), slug))
      const { quorum, changes } = await getMeeting(world.as(null), slug)
      expect(quorum).toMatchObject({ step: 2, present: 2, met: true })
      expect(changes).toMatchObject([
        { what: 'postponed', quorum: { step: 0, missing: 2 } },
        { what: 'postponed', quorum: { step: 1, missing: 1 } },
      ])
      expect(await runVerifiers(database().db, [verifyMeetings])).toMatchObject({ fits: true })
    })

    test('is not put off before the time, nor below the last step', async () => {
      const { slug } = await announced(world)
      const input = { day: '2026-07-10', time: '10.00', reason }
      expect(await postponeMeeting(desk(hoursLater(-1)), slug, input)).toMatchObject({ issues: { form: 'too-early' } })
      done(await postponeMeeting(desk(), slug, input))
      done(await postponeMeeting(desk(hoursLater(1)), slug, { ...input, day: '2026-07-12' }))
      const last = new Date('2026-07-12T03:00:00Z')
      const again = { ...input, day: '2026-07-13' }
      expect(await postponeMeeting(desk(last), slug, again)).toMatchObject({ issues: { form: 'last-step' } })
      await expect(postponeMeeting(world.as(world.publisher), slug, again)).rejects.toMatchObject({ code: 'forbidden' })
    })
  })
})
