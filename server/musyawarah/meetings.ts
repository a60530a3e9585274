/** Meetings in preparation: drawn up, changed; and how any is found. */
import * as meetings from '#db/musyawarah/meetings.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listRulesOfOrder, replaceAgenda } from '#db/musyawarah/plans.ts'
import type { Transaction } from '#db/database.ts'
import { may, type Action } from '../access.ts'
import { findOwner } from '../commitment/places.ts'
import { startOfDay, type Zone } from '../directory/rules/days.ts'
import { freeSlug, shortSlug, slugOf } from '../directory/rules/slug.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { placeOf } from './places.ts'
import { meetingSchema, type MeetingInput } from './schema.ts'
import { viewOf, type MeetingView } from './views.ts'

/** One in preparation is there only for those who may see it. @throws Refused not-found */
export async function getMeeting(scope: Scope, slug: string): Promise<MeetingView> {
  return viewOf(scope, await getMeetingRow(scope, slug))
}

/** The row behind a slug, for use cases. @throws Refused not-found, also for one that the actor may not see */
export async function getMeetingRow(scope: Scope, slug: string): Promise<PlacedMeeting> {
  return seen(scope, await meetings.findMeetingBySlug(scope.db, slug))
}

/** @throws Refused not-found, forbidden */
export async function getMeetingFor(scope: Scope, slug: string, action: Action): Promise<PlacedMeeting> {
  return allowed(scope, await getMeetingRow(scope, slug), action)
}

/** In a transaction that changes the meeting: nobody else does meanwhile. @throws Refused not-found, forbidden */
export async function holdMeetingFor(scope: Scope<Transaction>, slug: string, action: Action): Promise<PlacedMeeting> {
  return allowed(scope, seen(scope, await meetings.holdMeetingBySlug(scope.db, scope.engine, slug)), action)
}

function seen({ actor }: Scope, row: PlacedMeeting | undefined): PlacedMeeting {
  if (!row || (!row.announcedAt && !may(actor, 'meeting.see', placeOf(row)))) throw new Refused('not-found')
  return row
}

function allowed({ actor }: Scope, row: PlacedMeeting, action: Action): PlacedMeeting {
  if (!may(actor, action, placeOf(row))) throw new Refused('forbidden')
  return row
}

/** Issues: see `meetingSchema`; place, rules: unknown. @throws Refused forbidden */
export async function draftMeeting(scope: Scope, input: MeetingInput): Promise<Outcome<{ slug: string }>> {
  const reading = await readMeeting(scope, input)
  if (!reading.ok) return reading
  const { columns, agenda } = reading
  const slug = await transaction(scope, async (inner) => {
    const id = newId()
    const base = shortSlug(slugOf(columns.title), 50)
    const slug = freeSlug(base, await meetings.listMeetingSlugs(inner.db, base))
    const createdBy = scope.actor?.accountId ?? ''
    const createdAt = scope.now.toISOString()
    await meetings.insertMeeting(inner.db, { ...NOT_YET, ...columns, id, slug, createdBy, createdAt })
    await replaceAgenda(inner.db, id, itemsOf(id, agenda))
    return slug
  })
  return { ok: true, slug }
}

/** One in preparation may change in everything. Issues as for `draftMeeting`. @throws Refused conflict once announced */
export async function changeMeeting(
  scope: Scope,
  slug: string,
  input: MeetingInput,
): Promise<Outcome<{ slug: string }>> {
  await getMeetingFor(scope, slug, 'meeting.keep')
  const reading = await readMeeting(scope, input)
  if (!reading.ok) return reading
  await transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    if (row.announcedAt) throw new Refused('conflict', 'meeting-announced')
    if (row.openedAt) throw new Refused('conflict', 'meeting-opened')
    await meetings.updateMeeting(inner.db, row.id, reading.columns)
    await replaceAgenda(inner.db, row.id, itemsOf(row.id, reading.agenda))
  })
  return { ok: true, slug }
}

/** What the form that changes it is filled with. */
export async function meetingInputOf(scope: Scope, slug: string): Promise<Record<string, string>> {
  const row = await getMeetingFor(scope, slug, 'meeting.keep')
  const { agenda, resourcePersons, letter } = await viewOf(scope, row)
  const { unitId, institutionId, regionCode, timezone } = row
  const local = localTime(row.startsAt, timezone)
  const text: Record<string, string | null> = {
    place: unitId ? `unit:${unitId}` : institutionId ? `institution:${institutionId}` : `region:${regionCode}`,
    kind: row.kind,
    title: row.title,
    basis: row.basis,
    convener: row.convener,
    venue: row.venue,
    directions: row.directions,
    link: row.link,
    ...local,
    chair: row.chair,
    minuteTaker: row.minuteTaker,
    resourcePersons: resourcePersons.join('\n'),
    agenda: agenda.map(({ title }) => title).join('\n'),
    letterNumber: letter.number,
    letterNature: letter.nature,
    letterAnnex: letter.annex,
    letterCopies: letter.copies.join('\n'),
    aboutTitle: row.aboutTitle,
    aboutPath: row.aboutPath,
    rules: row.rulesId,
  }
  return Object.fromEntries(Object.entries(text).map(([name, value]) => [name, value ?? '']))
}

/** Day and time as a form has them. */
export function localTime(instant: string, zone: Zone): { day: string; time: string } {
  const [day = '', time = ''] = new Date(Date.parse(instant) + offsetOf(zone)).toISOString().split('T')
  return { day, time: time.slice(0, 5) }
}

export function instantOf(day: string, time: string, zone: Zone): string {
  return new Date(Date.parse(`${day}T${time}:00Z`) - offsetOf(zone)).toISOString()
}

function offsetOf(zone: Zone): number {
  return Date.parse('2000-01-01T00:00:00Z') - Date.parse(startOfDay('2000-01-01', zone))
}

const NOT_YET = {
  aboutKind: null,
  aboutId: null,
  provenance: null,
  announcedAt: null,
  postponedAt: null,
  openedAt: null,
  quorum: null,
  closedAt: null,
  minutesSentAt: null,
  correctionsUntil: null,
  signedAt: null,
  cancelledAt: null,
  cancelReason: null,
}

function itemsOf(meetingId: string, agenda: string[]) {
  return agenda.map((title, index) => ({ id: newId(), meetingId, position: index + 1, title }))
}

/** Reads what was given and looks up what it names. @throws Refused forbidden */
async function readMeeting(scope: Scope, input: MeetingInput) {
  const reading = readInput(meetingSchema, input)
  if (!reading.ok) return reading
  const { place, day, time, agenda, rules, resourcePersons, letterCopies, ...columns } = reading.value
  const wrong = (field: string) => ({ ok: false as const, issues: { [field]: 'unknown' }, values: reading.values })
  const owner = await findOwner(scope, place)
  if (!owner) return wrong('place')
  if (!may(scope.actor, 'meeting.keep', owner.place)) throw new Refused('forbidden')
  const template = (await listRulesOfOrder(scope.db, [owner.regionCode])).find(({ id }) => id === rules)
  if (!template) return wrong('rules')
  const { regionCode, institutionId, unitId, timezone } = owner
  return {
    ok: true as const,
    agenda,
    columns: {
      ...columns,
      regionCode,
      institutionId,
      unitId,
      startsAt: instantOf(day, time, timezone),
      resourcePersons: JSON.stringify(resourcePersons),
      letterCopies: JSON.stringify(letterCopies),
      rulesId: template.id,
      rules: JSON.stringify({ name: template.name, ...(JSON.parse(template.rules) as object) }),
    },
  }
}
