/** Fills an empty database with the demonstration, through the same use cases as anyone's acts, in the order of time. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../access.ts'
import type { OpenDatabase } from '#db/database.ts'
import { scopeOf, type Scope } from '../scope.ts'
import { halfYear, type HalfYear } from './periods.ts'
import { fillPlaces, type FilledUnit } from './fill-places.ts'
import { fillPeople } from './fill-people.ts'
import { fillSekadau } from './fill-sekadau.ts'
import { answerSurvey, openDemoSurvey, publishDemoSurvey } from './fill-surveys.ts'

const PAST_PERIODS = 3

export type Say = (text: string) => void

/** What the demonstration's acts are done in: the database, by this actor, at this moment. */
export type ActAs = (role: 'admin' | 'officer' | 'publisher', now: Date) => Scope

export async function fillDemo(database: OpenDatabase, say: Say, today = new Date()): Promise<void> {
  const actAs: ActAs = (role, now) => scopeOf(database, { actor: actorFor(role), now, requestId: 'demo' })
  const beginning = halfYear(today, PAST_PERIODS).opening
  say('wilayah, instansi, unit, layanan')
  const units = await fillPlaces(actAs('admin', beginning), readRegions())
  say('survei nyata Kabupaten Sekadau 2019')
  await fillSekadau(actAs)
  for (let back = PAST_PERIODS; back > 0; back -= 1)
    await fillPeriod(actAs, units, halfYear(today, back), PAST_PERIODS - back, say)
  say('survei yang sedang dibuka')
  await openCurrent(actAs, units, halfYear(today, 0))
  say('akun petugas')
  await fillPeople(actAs('admin', today))
}

async function fillPeriod(actAs: ActAs, units: FilledUnit[], half: HalfYear, index: number, say: Say): Promise<void> {
  const slugs: string[] = []
  for (const unit of units) slugs.push(await openDemoSurvey(actAs('officer', half.opening), unit, half, index))
  let answers = 0
  for (const [position, unit] of units.entries()) {
    answers += await answerSurvey(actAs('officer', half.answering), slugs[position] ?? '', unit.plan, index)
  }
  for (const slug of slugs) await publishDemoSurvey(actAs, slug, half)
  say(`${half.name}: ${slugs.length} survei, ${answers} jawaban, terbit`)
}

async function openCurrent(actAs: ActAs, units: FilledUnit[], half: HalfYear): Promise<void> {
  for (const unit of units) await openDemoSurvey(actAs('officer', half.opening), unit, half, PAST_PERIODS - 1)
}

/** The demonstration's past acts are done by nobody's account: two hands, so that who publishes never drafted. */
function actorFor(role: 'admin' | 'officer' | 'publisher'): Actor {
  return { accountId: `contoh-${role}`, name: 'Data contoh', grants: [{ role, scopeKind: 'portal', scopeId: null }] }
}

function readRegions() {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'data', 'regions.json'), 'utf8')) as DemoRegion[]
}

export interface DemoRegion {
  slug: string
  name: string
  kind: 'kecamatan' | 'kabupaten' | 'kota'
  code: string
  parents: string[]
  timezone: 'Asia/Jakarta'
  areas: string[]
  population?: number
}
