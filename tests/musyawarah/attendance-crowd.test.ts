/** Two thousand people at three desks at once: none lost, none doubled, numbers without a gap. How fast, the bench says. */
import { beforeAll, expect, test } from 'vitest'
import { newSubmissionKey } from '#server/ids.ts'
import { announceMeeting } from '#server/musyawarah/announcing.ts'
import { readAttendance, recordArrival } from '#server/musyawarah/attendance.ts'
import { handIn } from '#server/musyawarah/field.ts'
import { bundleSchema } from '#server/musyawarah/field-schema.ts'
import { addInvitees, listInviteesFor } from '#server/musyawarah/invitees.ts'
import { draftMeeting, getMeetingRow } from '#server/musyawarah/meetings.ts'
import { presenceAt } from '#server/musyawarah/presence.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { done, inputOf, MORNING, names, officerOf } from './world.ts'

const CROWD = 2000
const DESKS = 3
/** Every so many of them went to a second desk as well. */
const TWICE = 20

onEachEngine('a crowd', (database) => {
  let world: World
  let slug: string
  beforeAll(async () => {
    world = await makeWorld(database())
    const drafted = done(await draftMeeting(officerOf(world), inputOf(world)))
    slug = drafted.slug
    done(await addInvitees(officerOf(world), slug, { list: names(CROWD), standing: 'participant' }))
    done(await announceMeeting(officerOf(world), slug))
  })

  test('at three desks, some of whom go to two, and one desk that sends later', async () => {
    const office = officerOf(world, MORNING)
    const invitees = await listInviteesFor(office, slug)
    const lines = Array.from({ length: DESKS }, (_, desk) =>
      invitees.filter((_, i) => i % DESKS === desk || (i % TWICE === 0 && i % DESKS === (desk + 1) % DESKS)),
    )
    const atDesk = async (line: typeof invitees) => {
      let recorded = 0
      for (const { id } of line) {
        const arrival = await recordArrival(office, slug, { invitee: id }, newSubmissionKey())
        recorded += arrival.kind === 'recorded' ? 1 : 0
      }
      return recorded
    }
    const later = async (line: typeof invitees) => {
      const sentAt = MORNING.toISOString()
      let recorded = 0
      for (let from = 0; from < line.length; from += 100) {
        const acts = line.slice(from, from + 100).map(({ id: invitee }) => {
          return { kind: 'arrive', key: newSubmissionKey(), at: sentAt, invitee }
        })
        const bundle = bundleSchema.parse({ device: 'gawai-lapangan-0001', sentAt, acts })
        const { results } = await handIn(office, slug, bundle)
        recorded += results.filter(({ outcome }) => outcome === 'taken').length
      }
      return recorded
    }
    const [first = [], second = [], third = []] = lines
    const recorded = await Promise.all([atDesk(first), atDesk(second), later(third)])
    expect(recorded.reduce((sum, some) => sum + some)).toBe(CROWD)
    const people = await readAttendance(office, slug)
    expect(people.map(({ number }) => number)).toEqual(Array.from({ length: CROWD }, (_, i) => i + 1))
    expect(new Set(people.map(({ inviteeId }) => inviteeId)).size).toBe(CROWD)
    const presence = await presenceAt(office, await getMeetingRow(office, slug))
    expect(presence).toMatchObject({ present: CROWD, women: CROWD / 2, men: CROWD / 2, quorum: { met: true } })
  }, 240_000)
})
