/** Attendance (catat hadir) at the desk: by code, by name, walk-ins included. Nobody is counted twice at a sitting. */
import * as arrivals from '#db/musyawarah/attendance.ts'
import type { AttendanceRow } from '#db/musyawarah/hall-tables.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { findInvitee, findInviteeByCode } from '#db/musyawarah/plans.ts'
import type { InviteeRow } from '#db/musyawarah/tables.ts'
import type { Transaction } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { listGroups } from '../directory/stakeholder-groups.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { newInvitationCode, parseInvitationCode } from './codes.ts'
import { arrivalSchema, voidingSchema, type ArrivalInput } from './hall-schema.ts'
import { getMeetingFor, holdMeetingFor } from './meetings.ts'
import { sittingOf } from './rules/quorum.ts'
import { rulesOf } from './views.ts'

export type Arrival =
  | { kind: 'recorded'; number: number; name: string; code: string | null }
  /** They were on the list before; `number` is where. */
  | { kind: 'already'; number: number; name: string }
  | { kind: 'invalid'; issues: Issues; values: Record<string, string> }

const SHOWN_MATCHES = 20

/**
 * Records one who came: by `code`, by the id of an `invitee`, or as a walk-in by `name`. Issues: code: code-unknown;
 * invitee, group: unknown; form: not-yet before the day; see `arrivalSchema`. The same `key` records once.
 * @throws Refused not-found, forbidden; conflict with meeting-in-preparation, meeting-cancelled, meeting-closed
 */
export async function recordArrival(scope: Scope, slug: string, input: ArrivalInput, key: string): Promise<Arrival> {
  const reading = readInput(arrivalSchema, input)
  await getMeetingFor(scope, slug, 'meeting.attend')
  if (!reading.ok) return { kind: 'invalid', issues: reading.issues, values: reading.values }
  const wrong = (field: string, issue: string): Arrival => {
    return { kind: 'invalid', issues: { [field]: issue }, values: reading.values }
  }
  const given = reading.value
  return transaction(scope, async (inner): Promise<Arrival> => {
    const row = await holdMeetingFor(inner, slug, 'meeting.attend')
    refuseUnlessSitting(row)
    const before = await arrivals.findArrivalByKey(inner.db, row.id, key)
    if (before) return { kind: 'recorded', number: before.number, name: before.name, code: before.code }
    const today = dayIn(inner.now, row.timezone)
    if (today < dayIn(new Date(row.startsAt), row.timezone)) return wrong('form', 'not-yet')
    if (given.code !== null || given.invitee !== null) {
      const invitee = given.code === null ? undefined : await inviteeByCode(inner, row.id, given.code)
      const found = invitee ?? (given.invitee ? await findInvitee(inner.db, row.id, given.invitee) : undefined)
      if (!found) return given.code === null ? wrong('invitee', 'unknown') : wrong('code', 'code-unknown')
      return store(inner, row, { ...personOf(found), via: given.code === null ? 'name' : 'code', clientKey: key })
    }
    const groups = await listGroups(inner.db, row.regionCode, today)
    if (given.group !== null && !groups.some(({ id }) => id === given.group)) return wrong('group', 'unknown')
    const { name, office, group: groupId, standing, sex } = given
    const walkIn = {
      inviteeId: null,
      name,
      office,
      groupId,
      standing,
      sex,
      accessNeeds: null,
      code: newInvitationCode(),
    }
    return store(inner, row, { ...walkIn, via: 'walk-in', clientKey: key })
  })
}

/** Takes back what was recorded in error. Issues: reason: required, reason. @throws Refused not-found, conflict */
export async function voidArrival(
  scope: Scope,
  slug: string,
  id: string,
  input: { reason: string },
): Promise<{ ok: true } | { ok: false; issues: Issues }> {
  const reading = readInput(voidingSchema, input)
  await getMeetingFor(scope, slug, 'meeting.attend')
  if (!reading.ok) return reading
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.attend')
    refuseUnlessSitting(row)
    const voided = { voidedAt: inner.now.toISOString(), voidReason: reading.value.reason }
    if (!(await arrivals.voidArrival(inner.db, { meetingId: row.id, id, ...voided }))) throw new Refused('not-found')
    return { ok: true as const }
  })
}

/** Whom the desk may mean: invitees with these words in name or office. @throws Refused not-found, forbidden */
export async function findAtDesk(
  scope: Scope,
  slug: string,
  words: string,
): Promise<(InviteeRow & { number: number | null })[]> {
  const row = await getMeetingFor(scope, slug, 'meeting.attend')
  const asked = words.trim()
  if (asked === '') return []
  const sitting = sittingOf(rulesOf(row).ladder, row.step)
  return arrivals.searchInvitees(scope.db, { meetingId: row.id, sitting, words: asked, limit: SHOWN_MATCHES })
}

/** The last who came, for the desk to see and to correct. @throws Refused not-found, forbidden */
export async function lastArrivals(scope: Scope, slug: string, most: number): Promise<AttendanceRow[]> {
  const row = await getMeetingFor(scope, slug, 'meeting.attend')
  return (await arrivals.listArrivals(scope.db, row.id, sittingOf(rulesOf(row).ladder, row.step)))
    .slice(-most)
    .reverse()
}

/** Everybody who came, by name. The look itself is recorded. @throws Refused not-found, forbidden */
export async function readAttendance(scope: Scope, slug: string): Promise<AttendanceRow[]> {
  const row = await getMeetingFor(scope, slug, 'meeting.names')
  const byAccount = scope.actor?.accountId ?? ''
  await arrivals.insertLook(scope.db, { id: newId(), meetingId: row.id, byAccount, at: scope.now.toISOString() })
  return arrivals.listArrivals(scope.db, row.id, sittingOf(rulesOf(row).ladder, row.step))
}

/** Announced, and neither called off nor closed. @throws Refused conflict */
function refuseUnlessSitting(row: PlacedMeeting): void {
  if (!row.announcedAt) throw new Refused('conflict', 'meeting-in-preparation')
  if (row.cancelledAt) throw new Refused('conflict', 'meeting-cancelled')
  if (row.closedAt) throw new Refused('conflict', 'meeting-closed')
}

async function inviteeByCode({ db }: Scope, meetingId: string, typed: string): Promise<InviteeRow | undefined> {
  const code = parseInvitationCode(typed)
  return code === undefined ? undefined : findInviteeByCode(db, meetingId, code)
}

function personOf({ id, name, office, groupId, standing, sex, accessNeeds }: InviteeRow) {
  return { inviteeId: id, name, office, groupId, standing, sex, accessNeeds, code: null }
}

type Person = Pick<
  AttendanceRow,
  'inviteeId' | 'name' | 'office' | 'groupId' | 'standing' | 'sex' | 'accessNeeds' | 'code' | 'via' | 'clientKey'
>

async function store(scope: Scope<Transaction>, meeting: PlacedMeeting, person: Person): Promise<Arrival> {
  const sitting = sittingOf(rulesOf(meeting).ladder, meeting.step)
  const here = { meetingId: meeting.id, sitting }
  const known = person.inviteeId
    ? await arrivals.findArrivalOf(scope.db, { ...here, inviteeId: person.inviteeId })
    : await arrivals.findArrivalByName(scope.db, { ...here, name: person.name, office: person.office })
  if (known) return { kind: 'already', number: known.number, name: known.name }
  const number = (await arrivals.lastArrivalNumber(scope.db, meeting.id, sitting)) + 1
  const recordedBy = scope.actor?.accountId ?? ''
  await arrivals.insertArrival(scope.db, {
    ...NOTHING_MORE,
    ...person,
    ...here,
    id: newId(),
    number,
    recordedBy,
    arrivedAt: scope.now.toISOString(),
  })
  return { kind: 'recorded', number, name: person.name, code: person.code }
}

const NOTHING_MORE = {
  deviceId: null,
  deviceAt: null,
  signature: 'paper' as const,
  signatureFile: null,
  voidedAt: null,
  voidReason: null,
}
