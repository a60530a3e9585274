/** Lists of surveys, page by page, for the public and for staff. */
import { findSurveyByShortCode, listSurveys as listRows } from '#db/survey/surveys.ts'
import { grantedPlaces } from '../access.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { factsOf, type SurveyFacts } from './facts.ts'
import { SURVEY_STATES, type SurveyState } from './rules/period.ts'
import { parseShortCode } from './rules/short-code.ts'

/** As staff tell them apart: of what is closed, what waits for a publisher. */
export const STAFF_STATES = ['draft', 'scheduled', 'open', 'closed', 'handed-in', 'published', 'withdrawn'] as const
export type StaffState = (typeof STAFF_STATES)[number]

export interface SurveyListFilter {
  /** `closed` holds what is handed in too. */
  state?: StaffState
  /** Key of the questionnaire: `skm`. */
  instrument?: string
  /** Slugs. */
  region?: string
  unit?: string
  /** Only what the actor may see as staff, drafts included. */
  staff?: boolean
  /** From the page before. */
  cursor?: string | null
  limit?: number
}

export interface SurveyList {
  items: SurveyFacts[]
  next: string | null
}

const PAGE = 20
const LONGEST_PAGE = 100

/** By first day, the latest first. Drafts appear only with `staff`, in the actor's own places. A bad cursor starts anew. */
export async function listSurveys(scope: Scope, filter: SurveyListFilter = {}): Promise<SurveyList> {
  const { cursor, limit = PAGE, staff = false, ...wanted } = filter
  const most = Math.min(Math.max(1, Math.trunc(limit) || PAGE), LONGEST_PAGE)
  const after = readCursor(cursor)
  const rows = await listRows(scope.db, {
    ...wanted,
    places: staff ? grantedPlaces(scope.actor, 'survey.see') : null,
    now: scope.now.toISOString(),
    ...(after ? { after } : {}),
    limit: most + 1,
  })
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => factsOf(row, scope.now)),
    next: rows.length > most && last ? writeCursor(last) : null,
  }
}

/** Of a survey that has been opened, by the code on its poster. @throws Refused not-found */
export async function findByShortCode(scope: Scope, text: string): Promise<SurveyFacts> {
  const code = parseShortCode(text)
  const row = code ? await findSurveyByShortCode(scope.db, code) : undefined
  if (!row?.openedAt) throw new Refused('not-found')
  return factsOf(row, scope.now)
}

export function isSurveyState(text: string): text is SurveyState {
  return (SURVEY_STATES as readonly string[]).includes(text)
}

export function isStaffState(text: string): text is StaffState {
  return (STAFF_STATES as readonly string[]).includes(text)
}

/** Whether it came from `next`. */
export function isSurveyCursor(text: string): boolean {
  return readCursor(text) !== undefined
}

function writeCursor({ startsAt, id }: { startsAt: string; id: string }): string {
  return Buffer.from(`${startsAt} ${id}`).toString('base64url')
}

function readCursor(cursor: string | null | undefined): { startsAt: string; id: string } | undefined {
  const [, startsAt, id] = /^([\d:.TZ-]{24}) (\w{32})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString()) ?? []
  return startsAt && id ? { startsAt, id } : undefined
}
