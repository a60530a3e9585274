import { beforeAll, describe, expect, test } from 'vitest'
import { listEntries } from '#server/ledger/entries.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { announceMeeting, cancelMeeting, moveMeeting } from '#server/musyawarah/announcing.ts'
import { addInvitees, listInviteesFor, removeInvitee } from '#server/musyawarah/invitees.ts'
import { listMeetings } from '#server/musyawarah/lists.ts'
import { changeMeeting, draftMeeting, getMeeting, meetingInputOf } from '#server/musyawarah/meetings.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { announced, done, inputOf, JUNE, MORNING, names, officerOf, prepared } from './world.ts'

const reason = 'Balai desa dipakai untuk vaksinasi hari itu.'

onEachEngine('planning a meeting', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = (now = JUNE) => officerOf(world, now)
  const anyone = (now = JUNE) => world.as(null, now)
  const kindsOf = async (subject: string) =>
    (await listEntries(anyone(), { subject })).items.map(({ kind }) => kind).reverse()

  describe('in preparation', () => {
    test('it is there for its staff alone', async () => {
      const { slug } = await prepared(world)
      await expect(getMeeting(anyone(), slug)).rejects.toMatchObject({ code: 'not-found' })
      await expect(getMeeting(world.as(world.stranger), slug)).rejects.toMatchObject({ code: 'not-found' })
      expect(await getMeeting(world.as(world.publisher), slug)).toMatchObject({ state: 'preparation', staff: true })
    })

    test('it is planned only by who keeps meetings in its place', async () => {
      for (const who of [world.stranger, world.publisher, actor('moderator', 'region', world.regionCode)]) {
        await expect(draftMeeting(world.as(who), inputOf(world))).rejects.toMatchObject({ code: 'forbidden' })
      }
    })

    test.each([
      [{ title: 'Pendek' }, { title: 'too-short' }],
      [{ kind: 'lain' }, { kind: 'choose' }],
      [{ place: 'unit:tidak-ada' }, { place: 'unknown' }],
      [{ rules: 'tidak-ada' }, { rules: 'unknown' }],
      [{ agenda: [] }, { agenda: 'required' }],
      [{ day: '2026-02-30' }, { day: 'day' }],
      [{ time: '24.00' }, { time: 'time' }],
      [{ time: 'pagi' }, { time: 'time' }],
      [{ link: 'http://contoh.id' }, { link: 'link' }],
      [{ aboutPath: 'https://contoh.id' }, { aboutPath: 'own-path' }],
      [{ chair: ' ' }, { chair: 'required' }],
    ])('refuses %j', async (rest, issues) => {
      expect(await draftMeeting(officer(), inputOf(world, rest as never))).toMatchObject({ ok: false, issues })
    })

    test('everything may still change, and the time is of the region', async () => {
      const { slug, startsAt, id } = await prepared(world)
      expect(startsAt).toBe('2026-07-10T02:00:00.000Z')
      const input = await meetingInputOf(officer(), slug)
      expect(input).toMatchObject({ day: '2026-07-10', time: '09:00', agenda: 'Pembukaan\nUsulan kegiatan\nPenetapan' })
      const change = { ...input, agenda: 'Satu saja', time: '19:30' } as never
      done(await changeMeeting(officer(), slug, change))
      expect(await getMeeting(officer(), slug)).toMatchObject({
        startsAt: '2026-07-10T12:30:00.000Z',
        agenda: [{ title: 'Satu saja' }],
      })
      expect(await kindsOf(id)).toEqual([])
    })
  })

  describe('its invitees', () => {
    test('are counted by group and standing, and nobody is invited twice', async () => {
      const { slug } = await prepared(world)
      const again = await addInvitees(officer(), slug, {
        list: 'WARGA 1;  rt 1\nWarga Baru; RT 9; P',
        standing: 'participant',
      })
      expect(done(again)).toMatchObject({ added: 1, known: 1 })
      const { invited } = await getMeeting(officer(), slug)
      expect(invited).toMatchObject({ total: 11, entitled: 10, women: 6, men: 4 })
      expect(invited.groups).toMatchObject([
        { group: { key: 'residents' }, count: 9 },
        { group: null, count: 2 },
      ])
      const codes = (await listInviteesFor(officer(), slug)).map(({ code }) => code)
      expect(new Set(codes).size).toBe(11)
    })

    test.each([
      [{ list: '  ' }, { list: 'required' }],
      [{ list: 'x'.repeat(121) }, { list: 'name-too-long' }],
      [{ list: names(2001) }, { list: 'too-many' }],
      [{ list: 'Siti', group: 'tidak-ada' }, { group: 'unknown' }],
      [{ list: 'Siti', standing: 'raja' }, { standing: 'choose' }],
    ])('are not taken as %j', async (input, issues) => {
      const { slug } = await prepared(world)
      const outcome = await addInvitees(officer(), slug, { standing: 'participant', ...input } as never)
      expect(outcome).toMatchObject({ ok: false, issues })
    })

    test('are taken off the list, and named to its officers alone', async () => {
      const { slug } = await announced(world)
      const [first] = await listInviteesFor(officer(), slug)
      await removeInvitee(officer(), slug, first?.id ?? '')
      expect((await getMeeting(anyone(), slug)).invited.total).toBe(9)
      await expect(removeInvitee(officer(), slug, first?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
      for (const who of [null, world.publisher, world.stranger]) {
        await expect(listInviteesFor(world.as(who), slug)).rejects.toMatchObject({ code: 'forbidden' })
      }
    })
  })

  describe('announcing', () => {
    test('makes it public once, with its agenda and rules in the ledger and nobody’s name', async () => {
      const { slug, id } = await announced(world)
      expect(await getMeeting(anyone(), slug)).toMatchObject({ state: 'planned', staff: false })
      expect(await kindsOf(id)).toEqual(['musyawarah.announced'])
      const { items } = await listEntries(anyone(), { subject: id })
      expect(JSON.stringify(items)).not.toContain('Warga 1')
      await expect(announceMeeting(officer(), slug)).rejects.toMatchObject({ reason: 'meeting-announced' })
      await expect(changeMeeting(officer(), slug, inputOf(world))).rejects.toMatchObject({ code: 'conflict' })
    })

    test('takes somebody of whom a share can be counted, and a time to come', async () => {
      const { slug } = done(await draftMeeting(officer(), inputOf(world)))
      expect(await announceMeeting(officer(MORNING), slug)).toMatchObject({
        ok: false,
        issues: { invitees: 'required', day: 'before-now' },
      })
    })
  })

  describe('once announced', () => {
    test('it is moved with the old time in sight and its reason', async () => {
      const { slug, id } = await announced(world)
      done(await moveMeeting(officer(), slug, { day: '2026-07-11', time: '14.00', reason }))
      const { startsAt, changes } = await getMeeting(anyone(), slug)
      expect(startsAt).toBe('2026-07-11T07:00:00.000Z')
      expect(changes).toMatchObject([{ what: 'moved', before: '2026-07-10T02:00:00.000Z', after: startsAt, reason }])
      expect(await kindsOf(id)).toEqual(['musyawarah.announced', 'musyawarah.moved'])
    })

    test.each([
      [{ day: '2026-06-19' }, { day: 'before-now' }],
      [{}, { day: 'unchanged' }],
      [{ day: '2026-07-11', reason: 'sibuk' }, { reason: 'reason' }],
    ])('it is not moved by %j', async (change, issues) => {
      const { slug } = await announced(world)
      const input = { day: '2026-07-10', time: '09.00', reason, ...change }
      expect(await moveMeeting(officer(), slug, input)).toMatchObject({ ok: false, issues })
    })

    test('it is called off for good, with a reason', async () => {
      const { slug } = await announced(world)
      done(await cancelMeeting(officer(), slug, { reason }))
      expect(await getMeeting(anyone(), slug)).toMatchObject({ state: 'cancelled', cancelReason: reason })
      await expect(cancelMeeting(officer(), slug, { reason })).rejects.toMatchObject({ reason: 'meeting-cancelled' })
      await expect(moveMeeting(world.as(world.publisher), slug, {} as never)).rejects.toMatchObject({
        code: 'forbidden',
      })
    })
  })

  test('lists go by day, hold what was announced, and to staff what is theirs', async () => {
    const region = (await getMeeting(anyone(), (await announced(world)).slug)).region.slug
    const { slug: late } = await announced(world, { day: '2026-08-10', title: 'Musyawarah bulan Agustus' })
    const { slug: own } = await prepared(world, { day: '2026-09-10' })
    const all = await listMeetings(anyone(), { region, state: 'coming', limit: 1 })
    expect(all.items.map(({ slug }) => slug)).toEqual([late])
    const rest = await listMeetings(anyone(), { region, state: 'coming', cursor: all.next })
    expect(rest.items.length).toBeGreaterThan(0)
    expect(rest.items.map(({ slug }) => slug)).not.toContain(late)
    const mine = await listMeetings(officer(), { staff: true, state: 'preparation' })
    expect(mine.items.map(({ slug }) => slug)).toContain(own)
    expect((await listMeetings(world.as(world.stranger), { staff: true })).items).toEqual([])
    expect((await listMeetings(anyone(), { region, kind: 'ward' })).items).toEqual([])
  })

  test('what was announced and how it went is checked against the ledger', async () => {
    const { id } = await announced(world)
    const verify = () => runVerifiers(database().db, [verifyMeetings])
    expect(await verify()).toMatchObject({ fits: true })
    const { db } = database()
    const change = (set: object) => db.updateTable('meeting').set(set).where('id', '=', id).execute()
    await change({ venue: 'Tempat lain' })
    expect(await verify()).toMatchObject({ problem: { what: 'meeting-plan' } })
    await change({ venue: 'Balai Desa Kemuning Tua', startsAt: '2026-07-10T05:00:00.000Z' })
    expect(await verify()).toMatchObject({ problem: { what: 'meeting-course' } })
    await change({ startsAt: '2026-07-10T02:00:00.000Z' })
    expect(await verify()).toMatchObject({ fits: true })
  })
})
