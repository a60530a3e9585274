/** A meeting as the API shows it: counts of people, names of office holders alone. */
import { z } from 'zod'
import { pathTo } from '../paths.ts'
import { MEETING_STATES } from './rules/state.ts'
import { STANDINGS } from './rules/standing.ts'
import { MEETING_KINDS } from './schema.ts'
import type { GroupCount, MeetingSummary, MeetingView } from './views.ts'
import type { Quorum } from './rules/quorum.ts'

const moment = z.iso.datetime()

export const meetingShape = z
  .strictObject({
    slug: z.string(),
    kind: z.enum(MEETING_KINDS),
    title: z.string(),
    state: z.enum(MEETING_STATES),
    convener: z.string(),
    venue: z.string(),
    startsAt: moment,
    timezone: z.string(),
    region: z.strictObject({ code: z.string(), slug: z.string(), name: z.string() }),
    sample: z.boolean().meta({ description: 'Demonstration data.' }),
  })
  .meta({ id: 'Meeting' })

export function showMeeting(meeting: MeetingSummary): z.infer<typeof meetingShape> {
  const { slug, kind, title, state, convener, venue, startsAt, timezone, region } = meeting
  const { code, slug: regionSlug, name, sample } = region
  return {
    slug,
    kind,
    title,
    state,
    convener,
    venue,
    startsAt,
    timezone,
    sample,
    region: { code, slug: regionSlug, name },
  }
}

const quorumStep = z.strictObject({
  wait: z.strictObject({ unit: z.enum(['hours', 'days']), most: z.int() }).nullable(),
  share: z.tuple([z.int(), z.int()]).nullable().meta({ description: 'Parts of a whole; null: those present.' }),
})
export const quorumShape = z
  .strictObject({
    step: z.int().meta({ description: 'Step of the ladder, from 0.' }),
    invited: z.int(),
    present: z.int(),
    needed: z.int(),
    met: z.boolean(),
  })
  .meta({ description: 'Counts those entitled who were invited.' })
const groupCount = z.strictObject({ group: z.string().nullable(), count: z.int() })

export const meetingViewShape = meetingShape
  .extend({
    basis: z.string(),
    directions: z.string().nullable(),
    link: z.string().nullable(),
    chair: z.string(),
    minuteTaker: z.string(),
    resourcePersons: z.array(z.string()),
    about: z.strictObject({ title: z.string(), path: z.string().nullable() }).nullable(),
    agenda: z.array(z.string()),
    materials: z
      .array(z.strictObject({ id: z.string(), name: z.string(), path: z.string() }))
      .meta({ description: 'Documents to read before it.' }),
    rules: z.strictObject({
      name: z.string(),
      basis: z.string().nullable(),
      entitled: z.array(z.enum(STANDINGS)),
      ladder: z.array(quorumStep),
      majority: z.enum(['half-plus-one', 'two-thirds']),
      correctionDays: z.int(),
      signers: z.array(z.string()),
    }),
    invited: z.strictObject({ total: z.int(), entitled: z.int(), groups: z.array(groupCount) }),
    quorum: quorumShape.nullable().meta({ description: 'As it was when the meeting was opened.' }),
    changes: z.array(
      z.strictObject({
        what: z.enum(['postponed', 'moved']),
        before: moment,
        after: moment,
        quorum: quorumShape.nullable(),
        reason: z.string(),
        at: moment,
      }),
    ),
    registrationUntil: moment
      .nullable()
      .meta({ description: 'Until when anybody may register; null where nobody may.' }),
    openedAt: moment.nullable(),
    closedAt: moment.nullable(),
    correctionsUntil: moment.nullable(),
    signedAt: moment.nullable(),
    cancelReason: z.string().nullable(),
  })
  .meta({ id: 'MeetingView' })

export function showMeetingView(view: MeetingView): z.infer<typeof meetingViewShape> {
  const { basis, directions, link, chair, minuteTaker, resourcePersons, about, agenda, rules, invited } = view
  const { openedAt, closedAt, correctionsUntil, signedAt, cancelReason } = view
  return {
    ...showMeeting(view),
    basis,
    directions,
    link,
    chair,
    minuteTaker,
    resourcePersons,
    about,
    agenda: agenda.map(({ title }) => title),
    materials: view.materials.map(({ id, name }) => ({
      id,
      name,
      path: pathTo('id', 'meetingMaterial', { slug: view.slug, file: id }),
    })),
    rules: {
      name: rules.name,
      basis: rules.basis,
      entitled: rules.entitled,
      ladder: rules.ladder.map(({ wait, share }) => ({ wait, share: share && [share[0], share[1]] })),
      majority: rules.majority,
      correctionDays: rules.correctionDays,
      signers: rules.signers,
    },
    invited: { total: invited.total, entitled: invited.entitled, groups: invited.groups.map(showGroupCount) },
    quorum: view.quorum && showQuorum(view.quorum),
    changes: view.changes.map((change) => ({ ...change, quorum: change.quorum && showQuorum(change.quorum) })),
    registrationUntil: view.registrationUntil,
    openedAt,
    closedAt,
    correctionsUntil,
    signedAt,
    cancelReason,
  }
}

export function showGroupCount({ group, count }: GroupCount): z.infer<typeof groupCount> {
  return { group: group?.key ?? null, count }
}

export function showQuorum({ step, invited, present, needed, met }: Quorum): z.infer<typeof quorumShape> {
  return { step, invited, present, needed, met }
}
