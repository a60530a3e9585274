/** What follows a meeting: the draft goes to those who were present by mail, and decisions become commitments. */
import { beforeAll, describe, expect, test } from 'vitest'
import { getCommitment } from '#server/commitment/commitments.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { recordArrival } from '#server/musyawarah/attendance.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import { listMeetingDecisions } from '#server/musyawarah/course.ts'
import { listInviteesFor } from '#server/musyawarah/invitees.ts'
import { writeMinutesSent } from '#server/musyawarah/minutes-letters.ts'
import { openMeeting } from '#server/musyawarah/opening.ts'
import { listPromisable, listPromisesOf, promiseFromDecision } from '#server/musyawarah/promises.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { transaction } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { LATER, wholeMeeting, wholeSigned } from './held.ts'
import { announced, done, hoursLater, MORNING, officerOf } from './world.ts'

const PROMISE = {
  what: 'Membuat sumur bor di Dusun Tiga',
  why: 'Warga mengambil air sejauh dua kilometer.',
  owner: 'Pemerintah Desa Kemuning Tua',
  dueOn: '2027-06-30',
}

onEachEngine('after a meeting', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const staff = (now = MORNING) => officerOf(world, now)

  describe('the draft minutes', () => {
    const mails = async (meeting: string) => {
      const rows = await database()
        .db.selectFrom('outbox')
        .selectAll()
        .where('kind', '=', 'musyawarah.minutes-sent')
        .execute()
      return rows
        .map(({ about }) => JSON.parse(about) as Record<string, string>)
        .filter((about) => about.meeting === meeting)
    }
    const letters = async (meeting: string, now: Date) => {
      const about = await mails(meeting)
      return transaction(staff(now), (scope) =>
        Promise.all(
          about.map((one) =>
            writeMinutesSent(scope, { ...one, kind: 'musyawarah.minutes-sent', locale: 'id' }, 'https://balai.contoh'),
          ),
        ),
      )
    }

    /** The first three have an address; the third doesn't come. */
    async function sent() {
      const { slug, id } = await announced(world)
      const invitees = await listInviteesFor(staff(), slug)
      for (const [index, invitee] of invitees.entries()) {
        if (index < 3) {
          const email = `warga${index + 1}@contoh.id`
          await database().db.updateTable('invitee').set({ email }).where('id', '=', invitee.id).execute()
        }
        if (index !== 2) await recordArrival(staff(), slug, { invitee: invitee.id }, `hadir-${invitee.id}`)
      }
      done(await openMeeting(staff(), slug))
      done(await closeMeeting(staff(), slug))
      await sendMinutes(staff(), slug)
      return { slug, id, codes: invitees.map(({ code }) => code) }
    }

    test('are mailed to those who came and left an address, each with their own code', async () => {
      const { slug, id, codes } = await sent()
      const written = (await letters(id, MORNING)).sort((a, b) => (a?.to ?? '').localeCompare(b?.to ?? ''))
      expect(written.map((letter) => letter?.to)).toEqual(['warga1@contoh.id', 'warga2@contoh.id'])
      expect(written[0]?.text).toContain(codes[0])
      expect(written[0]?.text).not.toContain(codes[1])
      expect(written[0]?.text).toContain(`https://balai.contoh/musyawarah/${slug}/berita-acara`)
      expect(written[0]?.text).toContain(`https://balai.contoh/musyawarah/${slug}/perbaikan`)
    })

    test('are not mailed once the window has ended', async () => {
      const { id } = await sent()
      expect(await letters(id, LATER)).toEqual([undefined, undefined])
    })
  })

  describe('a decision that promises something', () => {
    const promise = (slug: string, decision: string, rest: object = {}, who = staff(LATER)) =>
      promiseFromDecision(who, slug, decision, { ...PROMISE, ...rest })

    test('becomes one commitment that leads back to the meeting, before or after the record is signed', async () => {
      const { slug, id } = await wholeSigned(world)
      const [first] = await listMeetingDecisions(staff(), id)
      const made = done(await promise(slug, first?.id ?? ''))
      const commitment = await getCommitment(world.as(null, LATER), made.commitment)
      expect(commitment).toMatchObject({ what: PROMISE.what, source: { path: `/musyawarah/${slug}` } })
      expect(await listPromisesOf(world.as(null, LATER), slug)).toMatchObject([{ slug: made.commitment }])
      expect((await listPromisable(staff(LATER), slug)).open.map(({ number }) => number)).toEqual([2])
      expect(await promise(slug, first?.id ?? '')).toMatchObject({ issues: { decision: 'promised' } })
      expect(await runVerifiers(database().db, [verifyMeetings])).toMatchObject({ fits: true })
    })

    test('is one that was taken, of this meeting, by who keeps commitments there', async () => {
      const { slug, id } = await wholeMeeting(world)
      const [first] = await listMeetingDecisions(staff(), id)
      expect(await promise(slug, 'tiada')).toMatchObject({ issues: { decision: 'unknown' } })
      expect(await promise(slug, first?.id ?? '', { dueOn: '2026-07-01' })).toMatchObject({
        issues: { dueOn: 'before-today' },
      })
      expect(await promise(slug, first?.id ?? '', { place: 'region:99.99' })).toMatchObject({
        issues: { place: 'unknown' },
      })
      const moderator = world.as(actor('moderator', 'region', world.regionCode), LATER)
      await expect(promise(slug, first?.id ?? '', {}, moderator)).rejects.toMatchObject({ code: 'forbidden' })
      const running = await announced(world)
      await expect(promise(running.slug, 'tiada', {}, staff(hoursLater(1)))).rejects.toMatchObject({
        reason: 'meeting-not-closed',
      })
    })
  })
})
