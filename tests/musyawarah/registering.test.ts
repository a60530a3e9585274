import { beforeAll, expect, test } from 'vitest'
import { announceMeeting, cancelMeeting } from '#server/musyawarah/announcing.ts'
import { addInvitees, listInviteesFor } from '#server/musyawarah/invitees.ts'
import { draftMeeting, getMeeting } from '#server/musyawarah/meetings.ts'
import { registerForMeeting } from '#server/musyawarah/registering.ts'
import { getInvitation } from '#server/musyawarah/replying.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { announced, done, inputOf, JUNE, officerOf } from './world.ts'

const person = { name: 'Ratna Dewi', office: 'pedagang pasar', email: 'ratna@contoh.id', address: '10.0.0.1' }

onEachEngine('registering for a meeting', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const anyone = (now = JUNE) => world.as(null, now)

  async function forum(): Promise<string> {
    const rules = { kind: 'public-forum' as const, rules: 'forum-konsultasi-publik' }
    const { slug } = done(await draftMeeting(officerOf(world), inputOf(world, rules)))
    done(await addInvitees(officerOf(world), slug, { list: 'Siti\nBudi', standing: 'participant' }))
    done(await announceMeeting(officerOf(world), slug))
    return slug
  }

  test('gives an invitation of one’s own, as an observer who is counted for no quorum', async () => {
    const slug = await forum()
    const { code } = done(await registerForMeeting(anyone(), slug, { ...person, group: 'business' }))
    expect(await getInvitation(anyone(), code)).toMatchObject({ name: 'Ratna Dewi', reply: 'coming', isOpen: true })
    const last = (await listInviteesFor(officerOf(world), slug)).at(-1)
    expect(last).toMatchObject({ standing: 'observer', registeredAt: JUNE.toISOString(), email: 'ratna@contoh.id' })
    expect((await getMeeting(anyone(), slug)).invited).toMatchObject({ total: 2, entitled: 2 })
  })

  test('is open until the end of the day that the rules say, in the region’s zone', async () => {
    const slug = await forum()
    expect((await getMeeting(anyone(), slug)).registrationUntil).toBe('2026-07-09T17:00:00.000Z')
    done(await registerForMeeting(anyone(new Date('2026-07-09T16:59:00Z')), slug, person))
    expect(await registerForMeeting(anyone(new Date('2026-07-09T17:00:00Z')), slug, person)).toMatchObject({
      ok: false,
      issues: { form: 'not-open' },
      values: { name: 'Ratna Dewi' },
    })
  })

  test('is not open where the rules don’t open it, nor once the meeting was called off', async () => {
    const off = await forum()
    done(await cancelMeeting(officerOf(world), off, { reason: 'Balai desa dipakai untuk vaksinasi.' }))
    for (const slug of [off, (await announced(world)).slug]) {
      expect(await registerForMeeting(anyone(), slug, person)).toMatchObject({ issues: { form: 'not-open' } })
    }
  })

  test.each([
    [{ name: ' ' }, { name: 'required' }],
    [{ office: '' }, { office: 'required' }],
    [{ email: 'bukan alamat' }, { email: 'email' }],
    [{ group: 'tiada' }, { group: 'unknown' }],
  ])('refuses %j', async (rest, issues) => {
    expect(await registerForMeeting(anyone(), await forum(), { ...person, ...rest })).toMatchObject({ issues })
  })

  test('waits for who registers without end from one network', async () => {
    const slug = await forum()
    const register = () => registerForMeeting(anyone(), slug, { ...person, address: '10.9.9.9' })
    for (let number = 1; number <= 40; number += 1) done(await register())
    expect(await register()).toMatchObject({ ok: false, issues: { form: 'later' } })
    done(await registerForMeeting(anyone(), slug, { ...person, address: '10.9.8.8' }))
  })
})
