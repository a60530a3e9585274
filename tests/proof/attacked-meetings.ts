/** Meetings in which every field of text holds an attack: planned, put off, minuted, decided, corrected, signed. */
import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import { granted } from '#server/demo/fill-places.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { addAddendum } from '#server/musyawarah/addenda.ts'
import { announceMeeting, cancelMeeting, moveMeeting } from '#server/musyawarah/announcing.ts'
import { lastArrivals, recordArrival, voidArrival } from '#server/musyawarah/attendance.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import { askCorrection, listCorrectionsFor, noteDissent, settleCorrection } from '#server/musyawarah/corrections.ts'
import { listMeetingDecisions } from '#server/musyawarah/course.ts'
import { coverInRecord } from '#server/musyawarah/covering.ts'
import { addDelegate } from '#server/musyawarah/delegates.ts'
import { addInvitees, listInviteesFor } from '#server/musyawarah/invitees.ts'
import { draftMeeting, getMeeting } from '#server/musyawarah/meetings.ts'
import { openMeeting, postponeMeeting } from '#server/musyawarah/opening.ts'
import { beginPaperMeeting } from '#server/musyawarah/paper-meetings.ts'
import { promiseFromDecision } from '#server/musyawarah/promises.ts'
import { signRecord } from '#server/musyawarah/signing.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { dayFromNow } from '../support/days.ts'
import { fit } from './attacked-consultations.ts'
import { promiseOf } from './attacked-follow-up.ts'
import { attackHall } from './attacked-hall.ts'
import { SCRIPTS } from './attacks.ts'

export interface AttackedMeetings {
  prepared: string
  /** Announced and moved. */
  coming: string
  /** A text is before it, and is objected to. */
  open: string
  /** Its draft minutes are being corrected. */
  corrected: string
  signed: string
  /** Held on paper, and being entered. */
  onPaper: string
}

interface Met {
  unit: string
  groups: string[]
  /** Somebody with every role. */
  staff: Actor
  attacks: readonly string[]
}

const DAY_MS = 86_400_000
const SCRIPT_LINES = SCRIPTS.join('\n')
const REASON = SCRIPT_LINES.slice(0, 1000)
/** An address of another site, as far as an attack can be one. */
const ADDRESS = `https://contoh.go.id/?x=${SCRIPTS[0]}`

export async function attackMeetings(database: OpenDatabase, given: Met): Promise<AttackedMeetings> {
  const { attacks, staff } = given
  const at = (days: number, actor: Actor | null = staff) =>
    scopeOf(database, { actor, now: new Date(Date.now() + days * DAY_MS) })
  const draft = async (title: string, day: number) =>
    granted(await draftMeeting(at(day - 5), planOf(given, title, day))).slug
  const announce = async (title: string, day: number, invited = attacks) => {
    const slug = await draft(title, day)
    await invite(at(day - 4), slug, { ...given, attacks: invited })
    granted(await announceMeeting(at(day - 3), slug))
    return slug
  }
  const runs = await draftMeeting(at(0), { ...planOf(given, SCRIPTS[0]!, 5), link: SCRIPTS[5]! })
  if (runs.ok) throw new Error('An address that runs was taken for a place to follow the meeting.')
  for (const title of attacks) await announce(title, 9, [title])
  const coming = await announce(SCRIPTS[1]!, 5)
  granted(await moveMeeting(at(0), coming, { day: dayFromNow(7), time: '09.00', reason: REASON }))
  granted(await cancelMeeting(at(0), await announce(SCRIPTS[2]!, 5), { reason: REASON }))
  await putOff(at(-1), await announce(SCRIPTS[3]!, -2))
  const prepared = await draft(SCRIPTS[4]!, 5)
  await invite(at(0), prepared, given)
  const [open, corrected, signed] = [
    await announce(SCRIPTS[0]!, -2),
    await announce(SCRIPTS[6]!, -2),
    await announce(SCRIPTS[7]!, -20),
  ]
  await come(at(-1), open, attacks)
  await attackHall(at(-0.9), open, attacks)
  for (const [slug, day] of [
    [corrected, -2],
    [signed, -20],
  ] as const) {
    await come(at(day + 1), slug, attacks)
    await attackHall(at(day + 1.1), slug, attacks, { isDecided: true })
    granted(await closeMeeting(at(day + 1.2), slug))
    await sendOn(at(day + 1.25), slug, attacks)
    await sendMinutes(at(day + 1.3), slug)
    await correct(at(day + 1.4), slug, attacks)
  }
  await sign(at(-1), signed, attacks)
  const onPaper = await draft(SCRIPTS[8]!, -3)
  await invite(at(-2), onPaper, given)
  granted(
    await beginPaperMeeting(at(-1), onPaper, { provenance: SCRIPT_LINES.slice(0, 300), step: 0 }, scanOf(attacks[0]!)),
  )
  return { prepared, coming, open, corrected, signed, onPaper }
}

function planOf({ unit }: Met, title: string, day: number) {
  const many = SCRIPTS.map((attack) => fit(attack, 3, 300))
  return {
    place: `unit:${unit}`,
    kind: 'village' as const,
    title: fit(title, 8, 160),
    basis: SCRIPT_LINES,
    convener: fit(title, 3, 160),
    venue: fit(title, 3, 300),
    directions: REASON.slice(0, 600),
    link: ADDRESS,
    day: dayFromNow(day),
    time: '09.00',
    chair: fit(title, 3, 120),
    minuteTaker: fit(title, 3, 120),
    resourcePersons: many,
    agenda: many,
    letterNumber: fit(SCRIPTS[0]!, 3, 80),
    letterNature: fit(SCRIPTS[0]!, 3, 40),
    letterAnnex: fit(SCRIPTS[1]!, 3, 80),
    letterCopies: many,
    aboutTitle: fit(title, 3, 200),
    aboutPath: `/${SCRIPTS[0]}`,
    rules: 'musyawarah-desa',
  }
}

/** A line of the list ends a name, and a semicolon parts it from the office. */
async function invite(officer: Scope, slug: string, { attacks, groups }: Met): Promise<void> {
  const line = (attack: string) => {
    const words = attack.replace(/[;\s]+/g, ' ').slice(0, 110)
    return `${words};${words};P`
  }
  const list = attacks.map(line).join('\n')
  granted(await addInvitees(officer, slug, { list, group: groups[0]!, standing: 'participant' }))
}

async function putOff(officer: Scope, slug: string): Promise<void> {
  const soon = new Date(officer.now.getTime() + 7_200_000 - 60_000 + 7 * 3_600_000).toISOString()
  const to = { day: soon.slice(0, 10), time: soon.slice(11, 16), reason: REASON }
  granted(await postponeMeeting(officer, slug, to))
}

/** All who were invited, and walk-ins by names of their own; one of them was recorded in error. */
async function come(desk: Scope, slug: string, attacks: readonly string[]): Promise<void> {
  for (const { id } of await listInviteesFor(desk, slug)) {
    await recordArrival(desk, slug, { invitee: id }, newSubmissionKey())
  }
  for (const attack of attacks) {
    const name = { name: fit(`${attack.slice(0, 100)} (datang)`, 3, 120), office: fit(attack, 3, 120) }
    const arrival = await recordArrival(desk, slug, { ...name, standing: 'observer' }, newSubmissionKey())
    if (arrival.kind !== 'recorded') throw new Error(`${attack} was not taken in: ${JSON.stringify(arrival)}`)
  }
  const [last] = await lastArrivals(desk, slug, 1)
  const voided = await voidArrival(desk, slug, last!.id, { reason: SCRIPT_LINES.slice(0, 300) })
  if (!voided.ok) throw new Error(JSON.stringify(voided.issues))
  granted(await openMeeting(desk, slug))
}

/** Delegates for the next meeting, and a promise for each decision. */
async function sendOn(officer: Scope, slug: string, attacks: readonly string[]): Promise<void> {
  for (const name of attacks) {
    const office = fit(name, 3, 160)
    granted(await addDelegate(officer, slug, { name: fit(name, 3, 120), office, sex: 'f', named: true }))
  }
  const { id } = await getMeeting(officer, slug)
  const decided = (await listMeetingDecisions(officer, id)).filter(({ state }) => state === 'agreed')
  for (const [i, decision] of decided.entries()) {
    granted(await promiseFromDecision(officer, slug, decision.id, promiseOf(attacks[i]!)))
  }
}

/** Asked for by those who were invited; half of it is accepted, half refused. */
async function correct(scope: Scope, slug: string, attacks: readonly string[]): Promise<void> {
  const [first] = await listInviteesFor(scope, slug)
  const anyone = { ...scope, actor: null }
  for (const text of attacks) {
    const asked = { code: first!.code, text }
    granted(await askCorrection(anyone, slug, { ...asked, kind: 'correction' }))
    granted(await askCorrection(anyone, slug, { ...asked, kind: 'dissent', who: fit(text, 3, 120) }))
    granted(await noteDissent(scope, slug, { who: fit(text, 3, 120), text }))
  }
  const corrections = await listCorrectionsFor(scope, slug)
  // One goes on waiting, where the window is still open.
  for (const [i, { id }] of corrections.entries()) {
    const outcome = i % 2 ? ('accepted' as const) : ('refused' as const)
    granted(await settleCorrection(scope, slug, id, { outcome, reason: fit(attacks[i]!, 3, 1000) }))
  }
}

/** Signed; then added to, and what is written in more than one place is covered. */
async function sign(officer: Scope, slug: string, attacks: readonly string[]): Promise<void> {
  const [number, ...names] = attacks.slice(0, 4).map((attack) => fit(attack, 3, 80))
  const scan = scanOf(attacks[0]!)
  granted(await signRecord(officer, slug, { number: number!, signedOn: dayFromNow(-2), names }, scan))
  const today = { ...officer, now: new Date() }
  for (const text of attacks.slice(0, attacks.length / 3)) {
    const addendum = { number: fit(text, 3, 80), signedOn: dayFromNow(0), names, text }
    granted(await addAddendum(today, slug, addendum, scan))
  }
  granted(await coverInRecord(today, slug, { pieces: 'constructor', reason: SCRIPT_LINES.slice(0, 500) }))
}

function scanOf(attack: string) {
  return { name: `${attack}.pdf`, bytes: Buffer.from('%PDF-1.7\n') }
}
