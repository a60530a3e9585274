/** Fills an empty database with the demonstration, through the same use cases as anyone's acts, in the order of time. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../access.ts'
import type { OpenDatabase } from '#db/database.ts'
import { listConsultations } from '../consultation/lists.ts'
import { scopeOf, type Scope } from '../scope.ts'
import { handIn } from '../survey/publication.ts'
import { halfYear, quarter, type DemoPeriod } from './periods.ts'
import { consultationActs } from './fill-consultations.ts'
import { fillPlaces, fillUnit, type FilledUnit } from './fill-places.ts'
import { fillModeration } from './fill-moderation.ts'
import { meetingActs } from './fill-meetings.ts'
import { fillPeople } from './fill-people.ts'
import { planActs } from './fill-plans.ts'
import { policyActs } from './fill-policies.ts'
import { quarterlyActs } from './fill-quarters.ts'
import { fillSekadau } from './fill-sekadau.ts'
import { answerSurvey, openDemoSurvey, publishDemoSurvey } from './fill-surveys.ts'
import { QUARTERLY, QUIET } from './places.ts'

const PAST_PERIODS = 3
const PAST_QUARTERS = QUARTERLY.periods.length

export type Say = (text: string) => void

/** Something that was done at a moment of the demonstration's past. */
export interface Act {
  when: Date
  act: (when: Date) => Promise<void>
}

/** What the demonstration's acts are done in: the database, by this actor, at this moment. */
export type ActAs = (role: 'admin' | 'officer' | 'publisher', now: Date) => Scope

export async function fillDemo(database: OpenDatabase, say: Say, today = new Date()): Promise<void> {
  const actAs: ActAs = (role, now) => scopeOf(database, { actor: actorFor(role), now, requestId: 'demo' })
  const beginning = quarter(today, PAST_QUARTERS).opening
  say('survei nyata Kabupaten Sekadau 2019')
  await fillSekadau(actAs)
  say('wilayah, instansi, unit, layanan')
  const regions = readRegions()
  const units = await fillPlaces(actAs('admin', beginning), regions)
  const quiet = await fillUnit(actAs('admin', beginning), regions, QUIET)
  const quarterly = await fillUnit(actAs('admin', beginning), regions, QUARTERLY)
  const acts = [
    ...consultationActs(actAs, [...units, quiet], today),
    ...meetingActs(actAs, units, today),
    ...quarterlyActs(actAs, quarterly, today, say),
    ...policyActs(actAs, today, say),
    ...planActs(actAs, units, today),
    ...[3, 2, 1, 0].flatMap((back) => actsOf(actAs, units, halfYear(today, back), PAST_PERIODS - back, say)),
  ]
  const due = acts.map(({ when, act }) => ({ act, when: when < today ? when : today }))
  for (const { when, act } of due.toSorted((a, b) => a.when.getTime() - b.when.getTime())) await act(when)
  await moderateOne(database, actAs('admin', today), today, say)
  say('akun petugas')
  await fillPeople(actAs('admin', today))
}

/** One consultation whose draft was open yesterday has something to see on moderation's pages. */
async function moderateOne(database: OpenDatabase, scope: Scope, today: Date, say: Say): Promise<void> {
  const yesterday = new Date(today.getTime() - 86_400_000)
  const { items } = await listConsultations({ ...scope, now: yesterday }, { state: 'open' })
  const asked = items.find(({ phase, premoderated }) => phase === 'draft' && !premoderated)
  if (!asked) return
  await fillModeration(database, asked.slug, yesterday)
  say('laporan, keputusan moderator, dan satu tinjauan ulang')
}

/** What is done for the surveys of a half-year, and when: the next one opens while this one is still being handed in. */
function actsOf(actAs: ActAs, units: FilledUnit[], half: DemoPeriod, index: number, say: Say): Act[] {
  const slugs: string[] = []
  const open = async (when: Date) => {
    for (const unit of units) slugs.push(await openDemoSurvey(actAs('officer', when), unit, half, index))
    if (index === PAST_PERIODS) say(`${half.name}: ${slugs.length} survei dibuka`)
  }
  const answer = async (when: Date) => {
    let answers = 0
    for (const [i, unit] of units.entries()) {
      answers += await answerSurvey(actAs('officer', when), slugs[i] ?? '', unit.plan, index)
    }
    say(`${half.name}: ${answers} jawaban untuk ${slugs.length} survei`)
  }
  const finish = async (when: Date) => {
    for (const slug of slugs) await handIn(actAs('officer', when), slug)
  }
  const announce = async (when: Date) => {
    for (const slug of slugs) await publishDemoSurvey(actAs('publisher', when), slug)
    say(`${half.name}: hasil terbit`)
  }
  const { opening, answering, handingIn, publishing } = half
  const opened = { when: opening, act: open }
  if (index === PAST_PERIODS) return [opened]
  return [
    opened,
    { when: answering, act: answer },
    { when: handingIn, act: finish },
    { when: publishing, act: announce },
  ]
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
