/** A town in which every field of text holds an attack, filled through the use cases that pages and the API call. */
import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import { claimOwnInput } from '#server/consultation/own-inputs.ts'
import { granted } from '#server/demo/fill-places.ts'
import { setClosed, type Closable } from '#server/directory/closing.ts'
import { addGroup, changeGroup } from '#server/directory/group-changes.ts'
import { addInstitution } from '#server/directory/institutions.ts'
import { getKept } from '#server/directory/kept.ts'
import { addRegion } from '#server/directory/regions.ts'
import { eachPart } from '#server/directory/rules/standard.ts'
import { addService } from '#server/directory/services.ts'
import { addUnit, getUnit } from '#server/directory/units.ts'
import { findActor } from '#server/identity/actors.ts'
import { makeMachineToken } from '#server/identity/machine-tokens.ts'
import { residentOfCookie } from '#server/identity/resident-sessions.ts'
import { makeResidentLink, signInByLink } from '#server/identity/resident-sign-in.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import { startSession } from '#server/identity/sessions.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { scopeOf, transaction, type Scope } from '#server/scope.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { importAnswers } from '#server/survey/import.ts'
import { correct, handIn, publish } from '#server/survey/publication.ts'
import { draftSurvey, openSurvey, type SurveyView } from '#server/survey/surveys.ts'
import { actorWith, portalAdmin } from '../directory/actors.ts'
import { dayFromNow } from '../support/days.ts'
import { bodyOf, csvOf } from '../survey/world.ts'
import { attackConsultations, fit, type AttackedConsultations } from './attacked-consultations.ts'
import {
  attackModeration,
  attackPlan,
  attackPolicies,
  attackPromises,
  type AttackedPolicies,
} from './attacked-follow-up.ts'
import { attackMeetings, type AttackedMeetings } from './attacked-meetings.ts'
import { ATTACKS, SCRIPTS } from './attacks.ts'

export interface Cookie {
  name: string
  value: string
}

export interface AttackedTown {
  /** Slugs of places that bear an attack for a name. */
  region: string
  unit: string
  /** A survey that residents can answer. */
  open: string
  /** A survey that was answered, handed in, published and corrected. */
  published: string
  consultations: AttackedConsultations
  meetings: AttackedMeetings
  policies: AttackedPolicies
  /** The slug of what was promised and is done. */
  promise: string
  /** Cookies for a browser: of somebody with every role, and of the resident whose inputs the open ones are. */
  session: Cookie
  resident: Cookie
}

const SCRIPT_LINES = SCRIPTS.join('\n')
const DAY_MS = 86_400_000

/** @param attacks how many there are of anything, and what it holds */
export async function fillAttackedTown(database: OpenDatabase, attacks = ATTACKS): Promise<AttackedTown> {
  const admin = scopeOf(database, { actor: portalAdmin })
  const names = { parents: [...SCRIPTS], areas: [...SCRIPTS] }
  const place = { name: SCRIPTS[1]!, kind: 'kota' as const, code: '14.72', timezone: 'Asia/Jakarta' as const, ...names }
  const { region } = granted(await addRegion(admin, place))
  const units: string[] = []
  for (const attack of attacks) units.push(...(await settle(admin, attack)))
  for (const [i, attack] of attacks.entries()) {
    const person = { email: `orang${i}@contoh.go.id`, name: fit(attack, 2, 120), role: 'officer' }
    granted(await inviteAccount(admin, { ...person, scopeKind: 'portal' }))
  }
  const officer = scopeOf(database, { actor: actorWith('officer', 'portal') })
  const surveys: SurveyView[] = []
  for (const [i, unit] of units.entries()) surveys.push(await survey(officer, unit, attacks[i]!, -5, 5))
  const published = await publishOne(database, officer, units[0]!, attacks)
  for (const slug of units.slice(1, 4)) await closeWithWords(admin, { what: 'unit', slug })
  await closeRest(admin, units[0]!)
  const { staff, session } = await somebody(admin, attacks)
  const groups = await addGroups(admin, attacks)
  const consultations = await attackConsultations(database, { unit: units.at(-1)!, groups, staff, attacks })
  const { id: hall } = await getUnit(admin, units.at(-2)!)
  const meetings = await attackMeetings(database, { unit: hall, groups, staff, attacks })
  await attackModeration(database, staff, consultations.receipts.open)
  const resident = await own(scopeOf(database), consultations.receipts.open)
  const policies = await attackPolicies(officer, 'region:14.72', attacks)
  await attackPlan(officer, published, attacks)
  const promise = await attackPromises(officer, 'region:14.72', attacks)
  const surveyed = { region: region.slug, unit: units[0]!, open: surveys[0]!.slug, published }
  return { ...surveyed, consultations, meetings, policies, promise, session, resident }
}

/** An institution, a unit and a service of that name; none where the name is refused. Returns the unit's slug. */
async function settle(admin: Scope, attack: string): Promise<string[]> {
  const institution = await addInstitution(admin, { region: '14.72', kind: 'agency', name: attack })
  if (!institution.ok) return []
  const place = { institution: institution.institution.id, sector: 'health' as const }
  const unit = await addUnit(admin, { ...place, name: attack, address: SCRIPT_LINES.slice(0, 300), contact: attack })
  if (!unit.ok) return []
  const refused = await addService(admin, { unit: unit.unit.id, name: attack, complaintUrl: SCRIPTS[5] })
  if (refused.ok) throw new Error('An address that runs was taken for a place to complain.')
  granted(
    await addService(admin, {
      unit: unit.unit.id,
      name: attack,
      standard: SCRIPT_LINES,
      contact: attack,
      ...eachPart(() => attack),
    }),
  )
  return [unit.unit.slug]
}

/** A service and an institution of their own, since only what nothing runs below can close. */
async function closeRest(admin: Scope, unit: string): Promise<void> {
  const { id } = await getUnit(admin, unit)
  const { service } = granted(await addService(admin, { unit: id, name: SCRIPTS[1]! }))
  await closeWithWords(admin, { what: 'service', unit, slug: service.slug })
  const office = granted(await addInstitution(admin, { region: '14.72', kind: 'agency', name: `${SCRIPTS[1]} lama` }))
  await closeWithWords(admin, { what: 'institution', slug: office.institution.slug })
}

async function closeWithWords(admin: Scope, thing: Closable): Promise<void> {
  const { version } = await getKept(admin, thing)
  const note = SCRIPT_LINES.slice(0, 300)
  const outcome = await setClosed(admin, thing, { closed: true, note, version })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
}

/** @returns the ids of stakeholder groups, each renamed once */
async function addGroups(admin: Scope, attacks: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const attack of attacks) {
    const names = { nameId: fit(attack, 3, 120), nameEn: fit(`${attack} (en)`, 3, 120) }
    const { group } = granted(await addGroup(admin, '14.72', names))
    const changed = await changeGroup(admin, group.id, { ...names, nameId: fit(`${attack} lagi`, 3, 120), version: 1 })
    if (!changed.ok) throw new Error(JSON.stringify(changed.issues))
    ids.push(group.id)
  }
  return ids
}

async function survey(officer: Scope, unit: string, attack: string, first: number, last: number): Promise<SurveyView> {
  const days = { firstDay: dayFromNow(first), lastDay: dayFromNow(last) }
  const words = { period: attack.trim().slice(0, 60).padEnd(3, '.'), title: attack, note: SCRIPT_LINES }
  const { survey } = granted(await draftSurvey(officer, { unit, ...days, ...words, served: 5000 }))
  await openSurvey(officer, survey.slug)
  return survey
}

async function publishOne(
  database: OpenDatabase,
  officer: Scope,
  unit: string,
  attacks: readonly string[],
): Promise<string> {
  const { slug } = await survey(officer, unit, SCRIPTS[0]!, -40, -5)
  const within = scopeOf(database, { now: new Date(Date.now() - 20 * DAY_MS) })
  for (const attack of attacks) {
    const outcome = await submitAnswer(within, slug, newSubmissionKey(), bodyOf('343434343', { comment: attack }))
    if (outcome.kind !== 'received') throw new Error(`${attack} was not taken in as a comment.`)
  }
  // A file can't hold half of a character, and one that seems to is refused with the number of its line.
  const whole = attacks.filter((attack) => attack.isWellFormed())
  const quoted = whole.map((attack) => `"${attack.replaceAll('"', '""').replaceAll('\n', ' ')}"`)
  const text = csvOf([]) + ',comment\n' + quoted.map((cell) => `4,3,4,3,4,3,4,3,4,${cell}`).join('\n')
  const file = { name: `${SCRIPTS[1]}.csv`, read: () => new Blob([text]).stream() }
  const imported = await importAnswers(officer, slug, file)
  if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported))
  await handIn(officer, slug)
  const publisher = scopeOf(database, { actor: actorWith('publisher', 'portal') })
  granted(await publish(publisher, slug, { reason: SCRIPT_LINES }))
  granted(await correct(publisher, slug, { served: 4900, note: SCRIPT_LINES, reason: SCRIPT_LINES.slice(0, 900) }))
  return slug
}

async function somebody(admin: Scope, attacks: readonly string[]): Promise<{ staff: Actor; session: Cookie }> {
  const person = { email: 'semua@contoh.go.id', name: SCRIPTS[0]!, scopeKind: 'portal' as const }
  const roles = ['admin', 'officer', 'publisher', 'moderator', 'auditor']
  const account = await inviteAccount(admin, { ...person, role: roles[0]! })
  for (const role of roles.slice(1)) granted(await inviteAccount(admin, { ...person, role }))
  const { accountId } = granted(account).invitation
  const staff = await findActor(admin.db, accountId, admin.now)
  if (!staff) throw new Error('Somebody was invited and is not there.')
  for (const attack of attacks) {
    const token = { name: fit(attack, 2, 80), grant: 'officer|portal:', days: 7 }
    granted(await makeMachineToken({ ...admin, actor: staff }, token))
  }
  const cookie = await startSession(admin, accountId, { secure: false })
  return { staff, session: cookieOf(cookie) }
}

function cookieOf(setCookie: string): Cookie {
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(setCookie) ?? []
  return { name, value }
}

/** Somebody signs in by mail and takes over what they wrote as a guest. */
async function own(anyone: Scope, codes: string[]): Promise<Cookie> {
  const asked = { email: 'warga@contoh.balai', askingHash: '' }
  const { token } = await transaction(anyone, (within) => makeResidentLink(within, asked))
  const signedIn = await signInByLink(anyone, token, { locale: 'id', cookies: { secure: false } })
  const cookie = cookieOf(signedIn?.setCookie ?? '')
  const header = `${cookie.name}=${cookie.value}`
  const found = await residentOfCookie(anyone.db, header, anyone.now, { secure: false })
  const resident = found?.resident ?? null
  for (const code of codes)
    granted(await claimOwnInput({ ...anyone, resident }, { code, email: asked.email }, '10.9.1.1'))
  return cookie
}
