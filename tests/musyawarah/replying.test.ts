import { beforeAll, describe, expect, test } from 'vitest'
import { announceMeeting, cancelMeeting } from '#server/musyawarah/announcing.ts'
import { recordArrival } from '#server/musyawarah/attendance.ts'
import { addInvitees, listInviteesFor, removeInvitee } from '#server/musyawarah/invitees.ts'
import { openMeeting } from '#server/musyawarah/opening.ts'
import { getInvitation, replyToInvitation } from '#server/musyawarah/replying.ts'
import { formatCode } from '#server/ledger/receipts.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { announced, done, JUNE, MORNING, officerOf, prepared } from './world.ts'

onEachEngine('answering an invitation', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const anyone = (now = JUNE) => world.as(null, now)
  const invited = async (slug: string) => (await listInviteesFor(officerOf(world), slug))[0]!

  test('takes its code as people type it, and no account', async () => {
    const { slug, title } = await announced(world)
    const { code } = await invited(slug)
    const typed = ` ${formatCode(code).toLowerCase()} `
    expect(await getInvitation(anyone(), typed)).toMatchObject({ name: 'Warga 1', reply: null, isOpen: true })
    done(
      await replyToInvitation(anyone(), typed, { reply: 'coming', companions: 'Pak Hasan', accessNeeds: 'Kursi roda' }),
    )
    expect(await invited(slug)).toMatchObject({
      reply: 'coming',
      companions: 'Pak Hasan',
      accessNeeds: 'Kursi roda',
      repliedAt: JUNE.toISOString(),
    })
    expect((await getInvitation(anyone(), code))?.meeting.title).toBe(title)
  })

  test('may be changed: who doesn’t come brings nobody', async () => {
    const { slug } = await announced(world)
    const { code } = await invited(slug)
    done(await replyToInvitation(anyone(), code, { reply: 'coming', companions: 'Pak Hasan' }))
    done(await replyToInvitation(anyone(), code, { reply: 'not-coming', companions: 'Pak Hasan' }))
    expect(await invited(slug)).toMatchObject({ reply: 'not-coming', companions: null })
  })

  test.each([
    [{}, { reply: 'choose' }],
    [{ reply: 'mungkin' }, { reply: 'choose' }],
    [{ reply: 'coming', companions: 'x'.repeat(201) }, { companions: 'too-long' }],
  ])('is not taken as %j', async (input, issues) => {
    const { code } = await invited((await announced(world)).slug)
    expect(await replyToInvitation(anyone(), code, input as never)).toMatchObject({ ok: false, issues })
  })

  describe('is refused', () => {
    test('for a code that is none, was taken off the list, or is of a meeting in preparation', async () => {
      const { slug } = await announced(world)
      const { id, code } = await invited(slug)
      await removeInvitee(officerOf(world), slug, id)
      const early = (await invited((await prepared(world)).slug)).code
      for (const typed of ['', 'x'.repeat(500), 'S7K4-M2QX-0A9B', code, early]) {
        expect(await getInvitation(anyone(), typed)).toBeUndefined()
        await expect(replyToInvitation(anyone(), typed, { reply: 'coming' })).rejects.toMatchObject({
          code: 'not-found',
        })
      }
    })

    test('once the meeting was opened or called off, with what was typed kept', async () => {
      const { slug } = await announced(world)
      const people = await listInviteesFor(officerOf(world), slug)
      for (const { id } of people) await recordArrival(officerOf(world, MORNING), slug, { invitee: id }, id)
      done(await openMeeting(officerOf(world, MORNING), slug))
      const off = await announced(world)
      done(await cancelMeeting(officerOf(world), off.slug, { reason: 'Balai desa dipakai untuk vaksinasi.' }))
      for (const { code } of [people[0]!, await invited(off.slug)]) {
        const outcome = await replyToInvitation(anyone(MORNING), code, { reply: 'coming', companions: 'Pak Hasan' })
        expect(outcome).toMatchObject({ ok: false, issues: { form: 'too-late' }, values: { companions: 'Pak Hasan' } })
        expect((await getInvitation(anyone(MORNING), code))?.isOpen).toBe(false)
      }
    })
  })

  test('a list names mail addresses beside offices', async () => {
    const { slug } = await prepared(world)
    const list = 'Ratna; Ketua PKK; ratna@contoh.id; P\nJoko; joko@contoh.id\nP'
    done(await addInvitees(officerOf(world), slug, { list, standing: 'invited' }))
    done(await announceMeeting(officerOf(world), slug))
    expect((await listInviteesFor(officerOf(world), slug)).slice(-3)).toMatchObject([
      { name: 'Ratna', office: 'Ketua PKK', email: 'ratna@contoh.id', sex: 'f' },
      { name: 'Joko', office: null, email: 'joko@contoh.id', sex: null },
      { name: 'P', office: null, email: null, sex: null },
    ])
  })
})
