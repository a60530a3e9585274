/** "Bawa ke lapangan": one device holds a meeting without a line, and hands in what it kept when there is one again. */
import { insertLook, listArrivals } from '#db/musyawarah/attendance.ts'
import { listAgenda, listInvitees } from '#db/musyawarah/plans.ts'
import { may } from '../access.ts'
import { dayIn, startOfDay } from '../directory/rules/days.ts'
import { listGroups } from '../directory/stakeholder-groups.ts'
import { Refused } from '../errors.ts'
import type { Issues } from '../forms.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../ledger/commitments.ts'
import type { Scope } from '../scope.ts'
import { recordArrival, type DeviceMoment } from './attendance.ts'
import { takeAct } from './field-acts.ts'
import type { FieldAct, FieldBundle } from './field-schema.ts'
import { getMeetingFor } from './meetings.ts'
import { placeOf } from './places.ts'
import { clockAhead, momentByOurClock } from './rules/device-clock.ts'
import { neededOf, sittingOf } from './rules/quorum.ts'
import { isStanding } from './rules/standing.ts'
import { rulesOf } from './views.ts'

/** All that a device needs of a meeting, and no more: names and offices, nothing else of anybody. */
export interface FieldPack {
  id: string
  slug: string
  title: string
  startsAt: string
  opened: boolean
  /** Whether the actor may take minutes too, or attendance alone. */
  minutes: boolean
  takenAt: string
  needed: number
  entitled: string[]
  agenda: { id: string; title: string }[]
  groups: { id: string; name: { id: string; en: string } }[]
  /** `mark`: see `codeMark`. `number`: where they stand in the list, if they have come. */
  invitees: { id: string; name: string; office: string | null; standing: string; mark: string; number: number | null }[]
}

/** Takes a meeting along. That a device took its names is recorded as a look at them. @throws Refused not-found, forbidden */
export async function takeAlong(scope: Scope, slug: string): Promise<FieldPack> {
  const row = await getMeetingFor(scope, slug, 'meeting.attend')
  if (!row.announcedAt) throw new Refused('conflict', 'meeting-in-preparation')
  if (row.closedAt) throw new Refused('conflict', 'meeting-closed')
  const { db, now } = scope
  const at = now.toISOString()
  await insertLook(db, { id: newId(), meetingId: row.id, byAccount: scope.actor?.accountId ?? '', at })
  const { ladder, entitled } = rulesOf(row)
  const invitees = await listInvitees(db, row.id)
  const came = new Map(
    (await listArrivals(db, row.id, sittingOf(ladder, row.step))).map(({ inviteeId, number }) => [inviteeId, number]),
  )
  const groups = await listGroups(db, row.regionCode, dayIn(now, row.timezone))
  const counted = invitees.filter(({ standing }) => isStanding(standing) && entitled.includes(standing)).length
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    startsAt: row.startsAt,
    opened: row.openedAt !== null,
    minutes: may(scope.actor, 'meeting.minute', placeOf(row)),
    takenAt: at,
    needed: neededOf(ladder[row.step]?.share ?? null, counted),
    entitled: [...entitled],
    agenda: (await listAgenda(db, row.id)).map(({ id, title }) => ({ id, title })),
    groups: groups.map(({ id, name }) => ({ id, name: { id: name.id, en: name.en } })),
    invitees: invitees.map(({ id, name, office, standing, code }) => {
      return { id, name, office, standing, mark: codeMark(row.id, code), number: came.get(id) ?? null }
    }),
  }
}

/** Lets a device find a code that is typed on it, without keeping the codes themselves. */
export function codeMark(meetingId: string, code: string): string {
  return sha256(meetingId + code).slice(0, 20)
}

/** What became of one act. `already`: somebody else had recorded them, under `number`. */
export interface FieldResult {
  key: string
  outcome: 'taken' | 'already' | 'refused'
  number: number | null
  name: string | null
  /** For a walk-in, to propose corrections with. */
  code: string | null
  field: string | null
  issue: string | null
}

/**
 * Takes what a device kept, act by act in its order; the same key is taken once. One that is refused says why and hinders
 * only what builds on it. @throws Refused not-found, forbidden
 */
export async function handIn(
  scope: Scope,
  slug: string,
  { device, sentAt, acts }: FieldBundle,
): Promise<{ results: FieldResult[]; clockAhead: number }> {
  const row = await getMeetingFor(scope, slug, 'meeting.attend')
  const earliest = new Date(startOfDay(dayIn(new Date(row.startsAt), row.timezone), row.timezone))
  const results: FieldResult[] = []
  for (const act of acts) {
    const at = momentByOurClock({ at: act.at, sentAt }, { now: scope.now, earliest })
    results.push(await takeOrSayWhy(scope, slug, act, { deviceId: device, deviceAt: act.at, at }))
  }
  return { results, clockAhead: clockAhead(sentAt, scope.now) }
}

async function takeOrSayWhy(scope: Scope, slug: string, act: FieldAct, device: DeviceMoment): Promise<FieldResult> {
  try {
    if (act.kind === 'arrive') return await takeArrival(scope, slug, act, device)
    const done = await takeAct(scope, slug, act, device.at)
    return done.ok ? taken(act.key, done.number) : refused(act.key, done.issues)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return refused(act.key, { form: error.reason ?? error.code })
  }
}

async function takeArrival(
  scope: Scope,
  slug: string,
  act: Extract<FieldAct, { kind: 'arrive' }>,
  device: DeviceMoment,
): Promise<FieldResult> {
  const { key, kind: _, at: __, ...given } = act
  const arrival = await recordArrival(scope, slug, given as never, key, device)
  if (arrival.kind === 'invalid') return refused(key, arrival.issues)
  const { number, name } = arrival
  if (arrival.kind === 'already') return { ...taken(key, number), outcome: 'already', name }
  return { ...taken(key, number), name, code: arrival.code }
}

function taken(key: string, number: number | null): FieldResult {
  return { key, outcome: 'taken', number, name: null, code: null, field: null, issue: null }
}

function refused(key: string, issues: Issues): FieldResult {
  const [field = 'form', issue = 'wrong'] = Object.entries(issues)[0] ?? []
  return { key, outcome: 'refused', number: null, name: null, code: null, field, issue }
}
