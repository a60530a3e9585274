import { beforeAll, describe, expect, test } from 'vitest'
import { newSubmissionKey } from '#server/ids.ts'
import { readAttendance, recordArrival, voidArrival } from '#server/musyawarah/attendance.ts'
import { codeMark, handIn, takeAlong } from '#server/musyawarah/field.ts'
import { bundleSchema } from '#server/musyawarah/field-schema.ts'
import { listHallProposals, listMeetingDecisions, listMinutePoints } from '#server/musyawarah/course.ts'
import { listInviteesFor } from '#server/musyawarah/invitees.ts'
import { getMeeting, getMeetingRow } from '#server/musyawarah/meetings.ts'
import { presenceAt } from '#server/musyawarah/presence.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { closeMeeting } from '#server/musyawarah/closing.ts'
import { settleProposal } from '#server/musyawarah/minutes.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { announced, done, hoursLater, JUNE, MORNING, officerOf, prepared } from './world.ts'

const DEVICE = 'gawai-lapangan-0001'
/** Handed in when the car is back in reach, six hours after the meeting began. */
const EVENING = hoursLater(6)

onEachEngine('a device in the field', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const office = (now = EVENING) => officerOf(world, now)
  /** `minutes` after nine, by the device's clock, which is ahead by so many seconds. */
  const at = (minutes: number, ahead = 0) => hoursLater((minutes * 60 + ahead) / 3600).toISOString()
  const bundle = (acts: object[], { now = EVENING, ahead = 0, device = DEVICE } = {}) =>
    bundleSchema.parse({ device, sentAt: new Date(now.getTime() + ahead * 1000).toISOString(), acts })
  const hand = (slug: string, acts: object[], options: { now?: Date; ahead?: number; device?: string } = {}) =>
    handIn(office(options.now), slug, bundle(acts, options))
  const key = () => newSubmissionKey()
  const arrivalsOf = async (slug: string) =>
    (await listInviteesFor(office(), slug)).map(({ id: invitee }, i) => {
      return { kind: 'arrive', key: key(), at: at(i - 20), invitee }
    })

  describe('takes along', () => {
    test('names and agenda, no codes; and that it took the names is kept as a look', async () => {
      const { slug, id } = await announced(world)
      const pack = await takeAlong(office(MORNING), slug)
      expect(pack).toMatchObject({ slug, opened: false, minutes: true, needed: 6 })
      expect(pack.invitees).toHaveLength(10)
      expect(pack.agenda.map(({ title }) => title)).toEqual(['Pembukaan', 'Usulan kegiatan', 'Penetapan'])
      const invitees = await listInviteesFor(office(), slug)
      for (const { code } of invitees) expect(JSON.stringify(pack)).not.toContain(code)
      expect(pack.invitees[0]?.mark).toBe(codeMark(id, invitees[0]?.code ?? ''))
      const looks = await database().db.selectFrom('attendanceLook').selectAll().where('meetingId', '=', id).execute()
      expect(looks).toHaveLength(1)
    })

    test('nothing of a meeting in preparation or closed, nor for strangers', async () => {
      const { slug } = await prepared(world)
      await expect(takeAlong(office(), slug)).rejects.toMatchObject({ reason: 'meeting-in-preparation' })
      const { slug: other } = await announced(world)
      for (const who of [world.publisher, world.stranger, actor('auditor', 'region', world.regionCode)]) {
        await expect(takeAlong(world.as(who, MORNING), other)).rejects.toMatchObject({ code: 'forbidden' })
        await expect(
          handIn(world.as(who, MORNING), other, bundle([{ kind: 'open', key: key(), at: at(0) }])),
        ).rejects.toMatchObject({ code: 'forbidden' })
      }
    })
  })

  describe('hands in', () => {
    test('arrivals once, however often, with the moment at which they came', async () => {
      const { slug } = await announced(world)
      const acts = await arrivalsOf(slug)
      const first = await hand(slug, acts)
      expect(first.results.map(({ outcome, number }) => [outcome, number])).toEqual(
        acts.map((_, i) => ['taken', i + 1]),
      )
      expect(await hand(slug, acts)).toEqual(first)
      const people = await readAttendance(office(), slug)
      expect(people).toHaveLength(10)
      expect(people[0]).toMatchObject({ deviceId: DEVICE, deviceAt: at(-20), arrivedAt: at(-20), signature: 'paper' })
    })

    test('what two desks recorded offline counts once, and the second hears where they stand', async () => {
      const { slug } = await announced(world)
      const [first] = await arrivalsOf(slug)
      const walkIn = { kind: 'arrive', at: at(-5), name: 'Pak Darwis', office: 'RT 11' }
      await hand(slug, [first ?? {}, { ...walkIn, key: key() }])
      const other = [
        { ...first, key: key(), at: at(-3) },
        { ...walkIn, name: 'PAK DARWIS', key: key() },
      ]
      expect((await hand(slug, other, { device: 'gawai-lapangan-0002' })).results).toMatchObject([
        { outcome: 'already', number: 1, name: 'Warga 1' },
        { outcome: 'already', number: 2, name: 'Pak Darwis' },
      ])
      expect(await readAttendance(office(), slug)).toHaveLength(2)
    })

    test.each([
      ['two hours ahead', 7200],
      ['a year behind', -365 * 86_400],
    ])('with a clock that is %s: the moment is put right, and what the clock said is kept', async (_, ahead) => {
      const { slug } = await announced(world)
      const deviceAt = at(-10, ahead)
      const { clockAhead } = await hand(slug, [{ kind: 'arrive', key: key(), at: deviceAt, name: 'Siti' }], { ahead })
      expect(clockAhead).toBe(ahead)
      expect(await readAttendance(office(), slug)).toMatchObject([{ arrivedAt: at(-10), deviceAt }])
    })

    test('with a clock that was set right in between: never in the future, never before the day', async () => {
      const { slug } = await announced(world)
      const lost = [at(60 * 24 * 30), '1970-01-01T00:00:00.000Z']
      await hand(
        slug,
        lost.map((moment, i) => ({ kind: 'arrive', key: key(), at: moment, name: `Warga ${i}` })),
      )
      const people = await readAttendance(office(), slug)
      expect(people.map(({ arrivedAt }) => arrivedAt)).toEqual([EVENING.toISOString(), '2026-07-09T17:00:00.000Z'])
    })

    test('nothing before the day by our clock, whatever the device’s says', async () => {
      const { slug } = await announced(world)
      const ahead = (MORNING.getTime() - JUNE.getTime()) / 1000
      const act = { kind: 'arrive', key: key(), at: at(0), name: 'Siti' }
      expect((await hand(slug, [act], { now: JUNE, ahead })).results).toMatchObject([
        { outcome: 'refused', issue: 'not-yet' },
      ])
    })

    test('an arrival that was taken back meanwhile doesn’t come again', async () => {
      const { slug } = await announced(world)
      const act = { kind: 'arrive', key: key(), at: at(0), name: 'Siti' }
      await hand(slug, [act])
      const [row] = await readAttendance(office(), slug)
      expect(await voidArrival(office(), slug, row?.id ?? '', { reason: 'Salah orang.' })).toEqual({ ok: true })
      expect((await hand(slug, [act])).results).toMatchObject([{ outcome: 'taken', number: 1 }])
      expect(await readAttendance(office(), slug)).toEqual([])
    })
  })

  describe('a whole meeting', () => {
    async function held(slug: string) {
      const { agenda } = await getMeeting(office(), slug)
      const item = agenda[1]?.id ?? ''
      const [put, objection] = [key(), key()]
      return [
        ...(await arrivalsOf(slug)),
        { kind: 'open', key: key(), at: at(5) },
        { kind: 'arrive', key: key(), at: at(20), name: 'Pak Telat', standing: 'participant' },
        { kind: 'point', key: key(), at: at(25), item, speaker: 'warga', text: 'Jalan ke kebun rusak.' },
        { kind: 'proposal', key: key(), at: at(30), item, text: 'Jembatan kecil', cost: 'Rp20.000.000' },
        { kind: 'put', key: put, at: at(40), item, text: 'Jembatan dibangun tahun depan.' },
        { kind: 'object', key: objection, at: at(45), decision: put, who: 'RT 4', reason: 'Jalan lebih perlu.' },
        { kind: 'answer', key: key(), at: at(50), objection, answer: 'Jalan masuk tahun ini.', withdrawn: false },
        { kind: 'amend', key: key(), at: at(55), decision: put, text: 'Jembatan dan jalan dibangun.' },
        { kind: 'agree', key: key(), at: at(60), decision: put },
      ]
    }

    test('is handed in once, in the order in which it was held, and what it decided verifies', async () => {
      const { slug, id } = await announced(world)
      const acts = await held(slug)
      const first = await hand(slug, acts)
      expect(first.results.filter(({ outcome }) => outcome !== 'taken')).toEqual([])
      expect(await hand(slug, acts)).toEqual(first)
      const meeting = await getMeeting(office(), slug)
      // Opened when the device said so, with those who had come by then.
      expect(meeting).toMatchObject({ state: 'open', openedAt: at(5), quorum: { present: 9, met: true } })
      expect(await presenceAt(office(), await getMeetingRow(office(), slug))).toMatchObject({ present: 11 })
      expect(await listMinutePoints(database(), id)).toHaveLength(1)
      expect(await listHallProposals(database(), id)).toMatchObject([{ number: 1, cost: 'Rp20.000.000' }])
      expect(await listMeetingDecisions(database(), id)).toMatchObject([
        { state: 'agreed', entitled: 10, rounds: [{ objections: [{ answer: 'Jalan masuk tahun ini.' }] }, {}] },
      ])
      const [proposal] = await listHallProposals(database(), id)
      done(await settleProposal(office(), slug, proposal?.id ?? '', { outcome: 'accepted' }))
      done(await closeMeeting(office(), slug))
      // Also when it comes again after the meeting was closed.
      expect(await hand(slug, acts)).toEqual(first)
      expect(await runVerifiers(database().db, [verifyMeetings])).toMatchObject({ fits: true })
    })

    test('without a quorum isn’t opened, and what builds on it waits with its reason; later it goes through', async () => {
      const { slug } = await announced(world)
      const acts = await held(slug)
      const few = acts.filter((act, i) => i < 3 || act.kind !== 'arrive')
      const { results } = await hand(slug, few)
      expect(results.map(({ outcome, issue }) => [outcome, issue])).toEqual([
        ...Array(3).fill(['taken', null]),
        ['refused', 'not-met'],
        ...['meeting-not-open', 'meeting-not-open', 'meeting-not-open'].map((issue) => ['refused', issue]),
        ...Array(4).fill(['refused', 'earlier-first']),
      ])
      await hand(
        slug,
        acts.filter(({ kind }) => kind === 'arrive'),
      )
      expect((await hand(slug, few)).results.filter(({ outcome }) => outcome === 'refused')).toEqual([])
    })

    test('an opening before the time is refused, and one that was done at the office is well', async () => {
      const { slug } = await announced(world)
      await hand(slug, await arrivalsOf(slug))
      const early = { kind: 'open', key: key(), at: at(-30) }
      expect((await hand(slug, [early])).results).toMatchObject([{ outcome: 'refused', issue: 'too-early' }])
      await hand(slug, [{ kind: 'open', key: key(), at: at(0) }])
      expect((await hand(slug, [early])).results).toMatchObject([{ outcome: 'taken' }])
    })

    test('two devices may hand in the same bundle at once', async () => {
      const { slug, id } = await announced(world)
      const acts = await held(slug)
      await Promise.all([hand(slug, acts), hand(slug, acts), hand(slug, acts)])
      expect(await listHallProposals(database(), id)).toHaveLength(1)
      expect(await listMeetingDecisions(database(), id)).toHaveLength(1)
      expect(await readAttendance(office(), slug)).toHaveLength(11)
    })
  })

  test('a signature is a small PNG, said to be drawn; anything else is no signature', async () => {
    const { slug, id } = await announced(world)
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(200)])
    const come = (name: string, signature: Buffer) =>
      recordArrival(office(), slug, { name, signature: `data:image/png;base64,${signature.toString('base64')}` }, key())
    expect(await come('Siti', png)).toMatchObject({ kind: 'recorded' })
    expect(await come('Budi', Buffer.from('<svg/>'))).toMatchObject({ issues: { signature: 'signature' } })
    expect(await come('Wati', Buffer.concat([png, Buffer.alloc(40_000)]))).toMatchObject({ kind: 'invalid' })
    const rows = await database().db.selectFrom('attendance').selectAll().where('meetingId', '=', id).execute()
    expect(rows).toMatchObject([{ name: 'Siti', signature: 'drawn', signatureFile: expect.stringMatching(/^\w{64}$/) }])
  })
})
