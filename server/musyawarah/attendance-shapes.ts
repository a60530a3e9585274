/** Attendance as a program sees it. Names are for those who may record or read them. */
import { z } from 'zod'
import type { AttendanceRow } from '#db/musyawarah/hall-tables.ts'
import type { InviteeRow } from '#db/musyawarah/tables.ts'
import type { Arrival } from './attendance.ts'
import { LARGEST_SIGNATURE } from './hall-schema.ts'
import type { MeetingPresence } from './presence.ts'
import { STANDINGS } from './rules/standing.ts'
import { quorumShape, showGroupCount, showQuorum } from './shapes.ts'

const typed = z.string('text').max(4000, 'too-long').nullish()

export const arrivalBody = z
  .strictObject({
    code: typed.meta({ description: 'Of an invitation.' }),
    invitee: typed.meta({ description: 'An invitee’s `id`, from `/desk/invitees`.' }),
    name: typed.meta({ description: 'Of a walk-in.' }),
    office: typed,
    group: typed.meta({ description: 'A stakeholder group’s `id`.' }),
    standing: z.enum(STANDINGS, 'choose').nullish(),
    sex: z.enum(['f', 'm'], 'choose').nullish(),
    signature: z
      .string('signature')
      .max(LARGEST_SIGNATURE * 2, 'signature')
      .nullish()
      .meta({
        description:
          'Drawn on a screen, not certified: a PNG of at most 30 kB in base64. Absent: signed on the paper list.',
      }),
  })
  .meta({ id: 'NewArrival', description: 'Exactly one of `code`, `invitee` and `name`.' })

export const arrivedShape = z
  .strictObject({
    outcome: z.enum(['recorded', 'already']),
    number: z.int().meta({ description: 'Place in the list; for `already` where they stood before.' }),
    name: z.string(),
    code: z.string().nullable().meta({ description: 'For a walk-in, to propose corrections with.' }),
  })
  .meta({ id: 'RecordedArrival' })

export function showArrived(arrival: Exclude<Arrival, { kind: 'invalid' }>): z.infer<typeof arrivedShape> {
  const { kind, number, name } = arrival
  return { outcome: kind, number, name, code: arrival.kind === 'recorded' ? arrival.code : null }
}

export const voidingBody = z.strictObject({ reason: z.string('required') }).meta({ id: 'ArrivalVoiding' })
export const voidedShape = z.strictObject({ voided: z.literal(true) }).meta({ id: 'VoidedArrival' })

export const attendeeShape = z
  .strictObject({
    id: z.string(),
    number: z.int(),
    name: z.string(),
    office: z.string().nullable(),
    standing: z.string(),
    invited: z.boolean(),
    signature: z.enum(['paper', 'drawn']).nullable().meta({ description: 'Drawn ones are not certified.' }),
    arrivedAt: z.iso.datetime(),
    deviceAt: z
      .string()
      .nullable()
      .meta({ description: 'What the clock of a device said that had recorded it without a line.' }),
  })
  .meta({ id: 'Attendee' })

export function showAttendee(row: AttendanceRow): z.infer<typeof attendeeShape> {
  const { id, number, name, office, standing, inviteeId, signature, arrivedAt, deviceAt } = row
  return { id, number, name, office, standing, invited: inviteeId !== null, signature, arrivedAt, deviceAt }
}

export const wantedShape = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    office: z.string().nullable(),
    standing: z.string(),
    number: z.int().nullable().meta({ description: 'Place in the list, if they have come.' }),
  })
  .meta({ id: 'InviteeAtDesk' })

export function showWanted(invitee: InviteeRow & { number: number | null }): z.infer<typeof wantedShape> {
  const { id, name, office, standing, number } = invitee
  return { id, name, office, standing, number }
}

export const deskShape = z
  .strictObject({
    present: z.int(),
    entitled: z.int().meta({ description: 'Those present who may decide.' }),
    women: z.int(),
    men: z.int(),
    quorum: quorumShape,
    groups: z.array(z.strictObject({ group: z.string().nullable(), count: z.int() })),
    standings: z.array(z.strictObject({ standing: z.string(), count: z.int() })),
    last: z.array(attendeeShape).meta({ description: 'The last who came, the latest first.' }),
  })
  .meta({ id: 'AttendanceDesk' })

export function showDesk(presence: MeetingPresence, last: AttendanceRow[]): z.infer<typeof deskShape> {
  const { present, entitled, women, men, quorum, groups, standings } = presence
  return {
    present,
    entitled,
    women,
    men,
    standings,
    quorum: showQuorum(quorum),
    groups: groups.map(showGroupCount),
    last: last.map(showAttendee),
  }
}
