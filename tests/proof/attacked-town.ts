/** A town in which every field of text holds an attack, filled through the use cases that pages and the API call. */
import type { OpenDatabase } from '#db/database.ts'
import { granted } from '#server/demo/fill-places.ts'
import { setClosed } from '#server/directory/closing.ts'
import { addInstitution } from '#server/directory/institutions.ts'
import { getKept } from '#server/directory/kept.ts'
import { addRegion } from '#server/directory/regions.ts'
import { addService } from '#server/directory/services.ts'
import { addUnit } from '#server/directory/units.ts'
import { findActor } from '#server/identity/actors.ts'
import { makeMachineToken } from '#server/identity/machine-tokens.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import { startSession } from '#server/identity/sessions.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { importAnswers } from '#server/survey/import.ts'
import { correct, handIn, publish } from '#server/survey/publication.ts'
import { draftSurvey, openSurvey, type SurveyView } from '#server/survey/surveys.ts'
import { actorWith, portalAdmin } from '../directory/actors.ts'
import { dayFromNow } from '../support/days.ts'
import { bodyOf, csvOf } from '../survey/world.ts'
import { ATTACKS, SCRIPTS } from './attacks.ts'

export interface AttackedTown {
  /** How many places bear an attack for a name. */
  places: number
  /** A survey that residents can answer. */
  open: string
  /** A survey that was answered, handed in, published and corrected. */
  published: string
  /** The cookie of somebody with every role, for a browser. */
  session: { name: string; value: string }
}

const SCRIPT_LINES = SCRIPTS.join('\n')
const DAY_MS = 86_400_000

export async function fillAttackedTown(database: OpenDatabase): Promise<AttackedTown> {
  const admin = scopeOf(database, { actor: portalAdmin })
  const names = { parents: [...SCRIPTS], areas: [...SCRIPTS] }
  granted(
    await addRegion(admin, { name: SCRIPTS[1]!, kind: 'kota', code: '14.72', timezone: 'Asia/Jakarta', ...names }),
  )
  const units: string[] = []
  for (const attack of ATTACKS) units.push(...(await settle(admin, attack)))
  for (const attack of SCRIPTS) {
    const person = { email: `orang${SCRIPTS.indexOf(attack)}@contoh.go.id`, name: attack, role: 'officer' }
    granted(await inviteAccount(admin, { ...person, scopeKind: 'portal' }))
  }
  const officer = scopeOf(database, { actor: actorWith('officer', 'portal') })
  const surveys: SurveyView[] = []
  for (const [i, unit] of units.entries()) surveys.push(await survey(officer, unit, ATTACKS[i]!, -5, 5))
  const published = await publishOne(database, officer, units[0]!)
  for (const slug of units.slice(1, 4)) await closeWithWords(admin, slug)
  return { places: units.length, open: surveys[0]!.slug, published, session: await sessionOf(admin) }
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
  granted(await addService(admin, { unit: unit.unit.id, name: attack, standard: SCRIPT_LINES, contact: attack }))
  return [unit.unit.slug]
}

async function closeWithWords(admin: Scope, slug: string): Promise<void> {
  const { version } = await getKept(admin, { what: 'unit', slug })
  const note = SCRIPT_LINES.slice(0, 300)
  const outcome = await setClosed(admin, { what: 'unit', slug }, { closed: true, note, version })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
}

async function survey(officer: Scope, unit: string, attack: string, first: number, last: number): Promise<SurveyView> {
  const days = { firstDay: dayFromNow(first), lastDay: dayFromNow(last) }
  const words = { period: attack.trim().slice(0, 60).padEnd(3, '.'), title: attack, note: SCRIPT_LINES }
  const { survey } = granted(await draftSurvey(officer, { unit, ...days, ...words, served: 5000 }))
  await openSurvey(officer, survey.slug)
  return survey
}

async function publishOne(database: OpenDatabase, officer: Scope, unit: string): Promise<string> {
  const { slug } = await survey(officer, unit, SCRIPTS[0]!, -40, -5)
  const within = scopeOf(database, { now: new Date(Date.now() - 20 * DAY_MS) })
  for (const attack of ATTACKS) {
    const outcome = await submitAnswer(within, slug, newSubmissionKey(), bodyOf('343434343', { comment: attack }))
    if (outcome.kind !== 'received') throw new Error(`${attack} was not taken in as a comment.`)
  }
  // A file can't hold half of a character, and one that seems to is refused with the number of its line.
  const whole = ATTACKS.filter((attack) => attack.isWellFormed())
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

async function sessionOf(admin: Scope): Promise<AttackedTown['session']> {
  const person = { email: 'semua@contoh.go.id', name: SCRIPTS[0]!, scopeKind: 'portal' as const }
  const roles = ['admin', 'officer', 'publisher', 'auditor']
  const account = await inviteAccount(admin, { ...person, role: roles[0]! })
  for (const role of roles.slice(1)) granted(await inviteAccount(admin, { ...person, role }))
  const { accountId } = granted(account).invitation
  const actor = await findActor(admin.db, accountId, admin.now)
  for (const attack of SCRIPTS) {
    const token = { name: attack.slice(0, 80), grant: 'officer|portal:', days: 7 }
    granted(await makeMachineToken({ ...admin, actor: actor ?? null }, token))
  }
  const cookie = await startSession(admin, accountId, { secure: false })
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(cookie) ?? []
  return { name, value }
}
