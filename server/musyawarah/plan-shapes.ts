/** A meeting as its staff see it over the API: with its letter, and those invited by name. */
import { z } from 'zod'
import type { InviteeRow } from '#db/musyawarah/tables.ts'
import type { StakeholderGroup } from '../directory/stakeholder-groups.ts'
import { formatCode } from '../ledger/receipts.ts'
import type { Balance } from './balance.ts'
import { STANDINGS } from './rules/standing.ts'
import { cancelSchema, inviteesSchema, meetingSchema, movingSchema } from './schema.ts'
import { meetingViewShape, showMeetingView } from './shapes.ts'
import type { MeetingView } from './views.ts'

const moment = z.iso.datetime()

export const meetingBody = meetingSchema.strict().meta({
  id: 'MeetingPlan',
  description:
    '`place` is `region:<code>`, `institution:<id>` or `unit:<id>`; day and time are of the region’s zone; `rules` is the id of rules of order. Lists are arrays, or a text with an item on each line.',
})
export const startBody = movingSchema.strict().meta({ id: 'MeetingStart' })
export const cancelBody = cancelSchema.strict().meta({ id: 'MeetingCancel' })
export const inviteesBody = inviteesSchema.strict().meta({
  id: 'NewInvitees',
  description: '`list`: one person a line: name; office or address; mail address; L or P. `group`: id of a group.',
})
export const sentBody = z
  .strictObject({ via: z.enum(['whatsapp', 'paper'], 'choose'), id: z.string().max(40, 'too-long').optional() })
  .meta({ id: 'InvitationsSent', description: '`id`: of one invitee; all that had not gone out unless told.' })

export const staffMeetingShape = meetingViewShape
  .extend({
    announcedAt: moment.nullable(),
    letter: z.strictObject({
      number: z.string().nullable(),
      nature: z.string().nullable(),
      annex: z.string().nullable(),
      copies: z.array(z.string()),
    }),
    provenance: z.string().nullable().meta({ description: 'For one that was held on paper alone: from what.' }),
  })
  .meta({ id: 'StaffMeeting' })

export function showStaffMeeting(view: MeetingView): z.infer<typeof staffMeetingShape> {
  const { announcedAt, letter, provenance } = view
  return { ...showMeetingView(view), announcedAt, letter, provenance }
}

const invitee = z.strictObject({
  id: z.string(),
  name: z.string(),
  office: z.string().nullable(),
  group: z.string().nullable().meta({ description: 'Id of a stakeholder group.' }),
  standing: z.enum(STANDINGS),
  sex: z.enum(['f', 'm']).nullable(),
  email: z.string().nullable(),
  code: z.string(),
  reply: z.enum(['coming', 'not-coming']).nullable(),
  companions: z.string().nullable(),
  accessNeeds: z.string().nullable(),
  sentAt: moment.nullable(),
  sentVia: z.enum(['mail', 'whatsapp', 'paper']).nullable(),
  registered: z.boolean().meta({ description: 'Put themselves on the list.' }),
})

export const inviteesShape = z
  .strictObject({
    items: z.array(invitee),
    groups: z
      .array(z.strictObject({ id: z.string(), key: z.string() }))
      .meta({ description: 'Groups that the meeting’s region offers.' }),
    balance: z.strictObject({
      asked: z
        .array(z.strictObject({ group: z.string(), count: z.int() }))
        .meta({ description: 'The groups that the rules of order ask for, by key.' }),
      women: z.int(),
      men: z.int(),
      unsaid: z.int(),
      replies: z.strictObject({ coming: z.int(), notComing: z.int(), none: z.int() }),
    }),
  })
  .meta({ id: 'Invitees' })

export function showInvitees(
  rows: InviteeRow[],
  balance: Balance,
  offered: StakeholderGroup[],
): z.infer<typeof inviteesShape> {
  const groups = offered.map(({ id, key }) => ({ id, key }))
  const asked = balance.asked.map(({ group, count }) => ({ group: group.key, count }))
  return { items: rows.map(showInvitee), groups, balance: { ...balance, asked } }
}

function showInvitee(row: InviteeRow): z.infer<typeof invitee> {
  const { id, name, office, groupId, sex, email, code, reply, companions, accessNeeds, sentAt, sentVia } = row
  return {
    id,
    name,
    office,
    group: groupId,
    standing: row.standing as (typeof STANDINGS)[number],
    sex,
    email,
    code: formatCode(code),
    reply,
    companions,
    accessNeeds,
    sentAt,
    sentVia,
    registered: row.registeredAt !== null,
  }
}

export const materialShape = z.strictObject({ id: z.string() }).meta({ id: 'MeetingMaterial' })
export const addedShape = z.strictObject({ added: z.int(), known: z.int() }).meta({ id: 'AddedInvitees' })
export const mailedShape = z.strictObject({ mailed: z.int() }).meta({ id: 'MailedInvitations' })
