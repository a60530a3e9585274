/** What may come into the planning of a meeting. Every message is an issue code, a key of the words `musyawarahStaff.issues`. */
import { z } from 'zod'
import { isDay } from '../directory/rules/days.ts'
import { optionalPublicText, optionalText, requiredPublicText } from '../form-fields.ts'
import { STANDINGS } from './rules/standing.ts'

export const LONGEST_TEXT = 4000
const MOST_ITEMS = 40
export const MOST_INVITEES = 2000

export const MEETING_KINDS = ['village', 'ward', 'planning', 'public-forum', 'unit-forum', 'other'] as const

const day = z.string('required').trim().min(1, 'required').refine(isDay, 'day')
const time = z
  .string('required')
  .trim()
  .min(1, 'required')
  .transform((text) => text.replace('.', ':'))
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'time')

/** A list, or a text with an item on each line. */
const lines = z
  .union([z.array(z.string()), z.string()], 'required')
  .nullish()
  .transform((given) => (Array.isArray(given) ? given : (given ?? '').split('\n')))
  .transform((list) => list.map((item) => item.trim()).filter(Boolean))
  .refine((list) => list.length <= MOST_ITEMS, 'too-many')
  .refine((list) => list.every((item) => item.length <= 300), 'too-long')

/** Where on the portal something is read; other sites are no part of it. */
const ownPath = optionalText(200).refine((path) => path === null || /^\/[^/\\]/.test(path), 'own-path')

/** `place` is `region:<code>`, `institution:<id>` or `unit:<id>`; day and time are of the region's zone. */
export const meetingSchema = z.object({
  place: z.string('required').trim().min(1, 'choose'),
  kind: z.enum(MEETING_KINDS, 'choose'),
  title: requiredPublicText(160).refine((text) => text.length >= 8, 'too-short'),
  basis: requiredPublicText(2000),
  convener: requiredPublicText(160),
  venue: requiredPublicText(300),
  directions: optionalPublicText(600),
  link: optionalText(300).refine((link) => link === null || /^https:\/\/\S+$/.test(link), 'link'),
  day,
  time,
  chair: requiredPublicText(120),
  minuteTaker: requiredPublicText(120),
  resourcePersons: lines,
  agenda: lines.refine((list) => list.length > 0, 'required'),
  letterNumber: optionalText(80),
  letterNature: optionalText(40),
  letterAnnex: optionalText(80),
  letterCopies: lines,
  aboutTitle: optionalPublicText(200),
  aboutPath: ownPath,
  rules: z.string('required').trim().min(1, 'choose'),
})

const reason = requiredPublicText(LONGEST_TEXT).refine((text) => text.length >= 10, 'reason')

/** To put off, or to move, to another day and time. */
export const movingSchema = z.object({ day, time, reason })
export const cancelSchema = z.object({ reason })

/** One invitee a line: name; office; group; standing; L or P. What is left out is the form's own choice. */
export const inviteesSchema = z.object({
  list: z.string('required').trim().min(1, 'required').max(400_000, 'too-long'),
  group: optionalText(40),
  standing: z.enum(STANDINGS, 'choose'),
})

export type MeetingInput = z.input<typeof meetingSchema>
export type MovingInput = z.input<typeof movingSchema>
export type InviteesInput = z.input<typeof inviteesSchema>
