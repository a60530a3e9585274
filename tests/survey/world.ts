/** A small world to hold surveys in: one region with two units, and the people who work there. */
import { randomBytes } from 'node:crypto'
import type { OpenDatabase } from '#db/database.ts'
import type { Role, ScopeKind } from '#db/identity/tables.ts'
import type { Actor } from '#server/access.ts'
import { newId } from '#server/ids.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import type { DraftInput } from '#server/survey/schema.ts'
import { draftSurvey, openSurvey, type SurveyView } from '#server/survey/surveys.ts'

export const BEFORE = new Date('2026-06-20T03:00:00Z')
export const DURING = new Date('2026-07-10T03:00:00Z')
export const AFTER = new Date('2026-08-02T03:00:00Z')

export interface World {
  database: OpenDatabase
  regionCode: string
  unit: { id: string; slug: string; institutionPath: string }
  service: { slug: string }
  paidService: { slug: string }
  officer: Actor
  publisher: Actor
  stranger: Actor
  /** A resident's scope, or that of the actor given. */
  as(actor: Actor | null, now?: Date): Scope
}

export async function makeWorld(database: OpenDatabase): Promise<World> {
  const { db } = database
  const [regionCode, other] = [`15.${tag(4)}`, `16.${tag(4)}`]
  for (const code of [regionCode, other]) {
    const region = { code, slug: `bungo-${tag(6)}`, name: 'Kabupaten Bungo', kind: 'kabupaten' as const }
    const rest = {
      timezone: 'Asia/Jakarta' as const,
      parents: '["Jambi"]',
      areas: '[]',
      population: null,
      sample: 1 as const,
    }
    await db
      .insertInto('region')
      .values({ ...region, ...rest })
      .execute()
  }
  const institution = { id: newId(), slug: `dukcapil-${tag(6)}`, regionCode, parentId: null, kind: 'agency' as const }
  const institutionPath = `${institution.id}/`
  await db
    .insertInto('institution')
    .values({ ...institution, path: institutionPath, name: 'Dinas Dukcapil' })
    .execute()
  const unit = { id: newId(), slug: `loket-${tag(6)}` }
  const place = {
    institutionId: institution.id,
    regionCode,
    sector: 'civil_registration',
    address: null,
    contact: null,
  }
  await db
    .insertInto('unit')
    .values({ ...unit, ...place, name: 'Loket Dukcapil' })
    .execute()
  const services = [
    { id: newId(), slug: 'ktp-el', name: 'KTP-el', paid: 0 as const },
    { id: newId(), slug: 'legalisir', name: 'Legalisir', paid: 1 as const },
  ]
  const complaintUrl = 'https://www.lapor.go.id'
  await db
    .insertInto('service')
    .values(services.map((service) => ({ ...service, unitId: unit.id, standard: null, contact: null, complaintUrl })))
    .execute()
  return {
    database,
    regionCode,
    unit: { ...unit, institutionPath },
    service: services[0]!,
    paidService: services[1]!,
    officer: actor('officer', 'unit', unit.id),
    publisher: actor('publisher', 'region', regionCode),
    stranger: actor('officer', 'region', other),
    as: (actor, now = DURING) => scopeOf(database, { actor, now }),
  }
}

export function actor(role: Role, scopeKind: ScopeKind, scopeId: string | null): Actor {
  return { accountId: newId(), name: role, grants: [{ role, scopeKind, scopeId }] }
}

/** A survey for July 2026 unless told otherwise, opened in June. */
export async function openedSurvey(world: World, input: Partial<DraftInput> = {}): Promise<SurveyView> {
  const draft = await drafted(world, input)
  return openSurvey(world.as(world.officer, BEFORE), draft.slug)
}

export async function drafted(world: World, input: Partial<DraftInput> = {}): Promise<SurveyView> {
  const outcome = await draftSurvey(world.as(world.officer, BEFORE), {
    unit: world.unit.slug,
    service: world.service.slug,
    period: `Juli 2026 ${tag(4)}`,
    firstDay: '2026-07-01',
    lastDay: '2026-07-31',
    ...input,
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.survey
}

export function newKey(): string {
  return randomBytes(16).toString('base64url')
}

/** A body in which every element has the same score, or the scores of a text of nine characters. */
export function bodyOf(scores: number | string, rest: object = {}): object {
  const text = String(scores).padEnd(9, String(scores))
  const values = ELEMENT_KEYS.map((key, i): [string, number | null] => [key, text[i] === '-' ? null : Number(text[i])])
  return { answers: Object.fromEntries(values), ...rest }
}

export function csvOf(rows: string[]): string {
  return [
    ELEMENT_KEYS.join(','),
    ...rows.map((row) => [...row].map((cell) => (cell === '-' ? '' : cell)).join(',')),
  ].join('\n')
}

function tag(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length)
}
