/** Attendance (catat hadir) at the desk: by code, by name, walk-ins included. Nobody is counted twice at a sitting. */
import * as arrivals from '#db/musyawarah/attendance.ts'
import type { AttendanceRow } from '#db/musyawarah/hall-tables.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { findInvitee, findInviteeByCode } from '#db/musyawarah/plans.ts'
import type { InviteeRow } from '#db/musyawarah/tables.ts'
import type { Transaction } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { listGroups } from '../directory/stakeholder-groups.ts'
import type { z } from 'zod'
import { Refused } from '../errors.ts'
import { storeFile } from '../files.ts'
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

/** Where it was recorded without a line: on which device, and when. */
export interface DeviceMoment {
  deviceId: string
  /** What the device's clock said. */
  deviceAt: string
  /** The same moment by our clock: see rules/device-clock.ts. */
  at: Date
}

/**
 * Records one who came: by `code`, by the id of an `invitee`, or as a walk-in by `name`. Issues: code: code-unknown;
 * invitee, group: unknown; form: not-yet before the day; signature; see `arrivalSchema`. The same `key` records once.
 * @throws Refused not-found, forbidden; conflict with meeting-in-preparation, meeting-cancelled, meeting-closed
 */
export async function recordArrival(
  scope: Scope,
  slug: string,
  input: ArrivalInput,
  key: string,
  device?: DeviceMoment,
): Promise<Arrival> {
  const reading = readInput(arrivalSchema, input)
  if (!reading.ok) {
    await getMeetingFor(scope, slug, 'meeting.attend')
    return { kind: 'invalid', issues: reading.issues, values: reading.values }
  }
  const given = reading.value
  return transaction(scope, async (inner): Promise<Arrival> => {
    const row = await holdMeetingFor(inner, slug, 'meeting.attend')
    // First of all, so that a device that hears no answer may ask again, however late.
    const before = await arrivals.findArrivalByKey(inner.db, row.id, key)
    if (before) return { kind: 'recorded', number: before.number, name: before.name, code: before.code }
    refuseUnlessSitting(row)
    const isAhead = dayIn(inner.now, row.timezone) < dayIn(new Date(row.startsAt), row.timezone)
    const found = isAhead ? { issues: { form: 'not-yet' } } : await personFrom(inner, row, given)
    if ('issues' in found) return { kind: 'invalid', issues: found.issues, values: reading.values }
    return store(inner, row, { ...found, clientKey: key }, { signature: given.signature, device })
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
  const sitting = sittingOf(rulesOf(row).ladder, row.step)
  return arrivals.listLastArrivals(scope.db, { meetingId: row.id, sitting, limit: most })
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
  if (!row.announcedAt && !row.openedAt) throw new Refused('conflict', 'meeting-in-preparation')
  if (row.cancelledAt) throw new Refused('conflict', 'meeting-cancelled')
  if (row.closedAt) throw new Refused('conflict', 'meeting-closed')
}

/** Whom the desk means: an invitee, or a walk-in. */
async function personFrom(
  scope: Scope,
  row: PlacedMeeting,
  { code, invitee, name, office, group: groupId, standing, sex }: z.output<typeof arrivalSchema>,
): Promise<Omit<Person, 'clientKey'> | { issues: Issues }> {
  if (code !== null || invitee !== null) {
    const byCode = code === null ? undefined : await inviteeByCode(scope, row.id, code)
    const found = byCode ?? (invitee === null ? undefined : await findInvitee(scope.db, row.id, invitee))
    if (found) return { ...personOf(found), via: code === null ? 'name' : 'code' }
    return { issues: code === null ? { invitee: 'unknown' } : { code: 'code-unknown' } }
  }
  const groups = await listGroups(scope.db, row.regionCode, dayIn(scope.now, row.timezone))
  if (groupId !== null && !groups.some(({ id }) => id === groupId)) return { issues: { group: 'unknown' } }
  const walkIn = { inviteeId: null, name, office, groupId, standing, sex, accessNeeds: null }
  return { ...walkIn, code: newInvitationCode(), via: 'walk-in' }
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

async function store(
  scope: Scope<Transaction>,
  meeting: PlacedMeeting,
  person: Person,
  { signature, device }: { signature: Buffer | null; device: DeviceMoment | undefined },
): Promise<Arrival> {
  const sitting = sittingOf(rulesOf(meeting).ladder, meeting.step)
  const here = { meetingId: meeting.id, sitting }
  const known = person.inviteeId
    ? await arrivals.findArrivalOf(scope.db, { ...here, inviteeId: person.inviteeId })
    : await arrivals.findArrivalByName(scope.db, { ...here, name: person.name, office: person.office })
  if (known) return { kind: 'already', number: known.number, name: known.name }
  const number = (await arrivals.lastArrivalNumber(scope.db, meeting.id, sitting)) + 1
  const drawn = signature && (await storeFile(scope, { name: 'tanda-tangan.png', bytes: signature }))
  if (drawn && !drawn.ok) return { kind: 'invalid', issues: { signature: 'signature' }, values: {} }
  await arrivals.insertArrival(scope.db, {
    ...person,
    ...here,
    id: newId(),
    number,
    recordedBy: scope.actor?.accountId ?? '',
    arrivedAt: (device?.at ?? scope.now).toISOString(),
    deviceId: device?.deviceId ?? null,
    deviceAt: device?.deviceAt ?? null,
    signature: drawn ? 'drawn' : 'paper',
    signatureFile: drawn?.hash ?? null,
    voidedAt: null,
    voidReason: null,
  })
  return { kind: 'recorded', number, name: person.name, code: person.code }
}
