/** Lists of consultations, page by page, for the public and for staff. */
import * as consultations from '#db/consultation/consultations.ts'
import type { Database } from '#db/database.ts'
import { grantedPlaces } from '../access.ts'
import { dayIn } from '../directory/rules/days.ts'
import type { Scope } from '../scope.ts'
import { factsOf, type ConsultationFacts } from './views.ts'

/** `open`: its need or its draft is asked about now. */
export const CONSULTATION_STATES = ['preparation', 'open', 'consideration', 'answered', 'closed'] as const
export type ConsultationState = (typeof CONSULTATION_STATES)[number]

export interface ConsultationListFilter {
  state?: ConsultationState | undefined
  /** Slug. */
  region?: string | undefined
  /** Only what the actor may see as staff, those in preparation too. */
  staff?: boolean
  cursor?: string | null | undefined
  limit?: number | undefined
}

export interface ConsultationList {
  items: ConsultationFacts[]
  next: string | null
}

const PAGE = 20
const LONGEST_PAGE = 100

/** The latest made first. What isn't announced appears only with `staff`, in the actor's own places. */
export async function listConsultations(
  scope: Scope,
  { state, region, staff = false, cursor, limit = PAGE }: ConsultationListFilter = {},
): Promise<ConsultationList> {
  const most = Math.min(Math.max(1, Math.trunc(limit) || PAGE), LONGEST_PAGE)
  const rows = await consultations.listConsultations(scope.db, {
    places: staff ? grantedPlaces(scope.actor, 'consultation.see') : null,
    state,
    region,
    todays: todaysOf(scope.now),
    after: readCursor(cursor),
    limit: most + 1,
  })
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return {
    items: await withPhases(scope, shown),
    next: rows.length > most && last ? writeCursor(last) : null,
  }
}

/** All announced consultations about a policy, the latest first, for its line of time. */
export async function listConsultationsOfPolicy(
  scope: Pick<Scope, 'db' | 'now'>,
  policyId: string,
): Promise<ConsultationFacts[]> {
  const filter = { places: null, policyId, todays: todaysOf(scope.now), limit: LONGEST_PAGE }
  return withPhases(scope, await consultations.listConsultations(scope.db, filter))
}

async function withPhases(
  { db, now }: { db: Database; now: Date },
  rows: consultations.PlacedConsultation[],
): Promise<ConsultationFacts[]> {
  const phases = await consultations.listPhases(
    db,
    rows.map(({ id }) => id),
  )
  const of = Map.groupBy(phases, ({ consultationId }) => consultationId)
  return rows.map((row) => factsOf(row, of.get(row.id) ?? [], now))
}

function todaysOf(now: Date): consultations.Todays {
  return {
    'Asia/Jakarta': dayIn(now, 'Asia/Jakarta'),
    'Asia/Makassar': dayIn(now, 'Asia/Makassar'),
    'Asia/Jayapura': dayIn(now, 'Asia/Jayapura'),
  }
}

export function isConsultationState(text: string): text is ConsultationState {
  return (CONSULTATION_STATES as readonly string[]).includes(text)
}

/** Whether it came from `next`. */
export function isConsultationCursor(text: string): boolean {
  return readCursor(text) !== undefined
}

function writeCursor({ createdAt, id }: { createdAt: string; id: string }): string {
  return Buffer.from(`${createdAt} ${id}`).toString('base64url')
}

function readCursor(cursor: string | null | undefined): { createdAt: string; id: string } | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString()
  const [, createdAt, id] = /^([\d:.TZ-]{24}) (\w{32})$/.exec(text) ?? []
  return createdAt && id ? { createdAt, id } : undefined
}
