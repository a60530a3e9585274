/** Lists of meetings, page by page, for the public and for staff. */
import * as meetings from '#db/musyawarah/meetings.ts'
import type { MeetingKind } from '#db/musyawarah/tables.ts'
import { grantedPlaces } from '../access.ts'
import type { Scope } from '../scope.ts'
import { summaryOf, type MeetingSummary } from './views.ts'

/** `coming`: announced and not opened yet; `held`: until its record is signed. */
export const MEETING_LIST_STATES = ['preparation', 'coming', 'open', 'held', 'signed', 'cancelled'] as const
export type MeetingListState = (typeof MEETING_LIST_STATES)[number]

export interface MeetingListFilter {
  state?: MeetingListState | undefined
  kind?: MeetingKind | undefined
  /** Slug. */
  region?: string | undefined
  /** Only what the actor may see as staff, those in preparation too. */
  staff?: boolean
  cursor?: string | null | undefined
  limit?: number | undefined
}

export interface MeetingList {
  items: MeetingSummary[]
  next: string | null
}

const PAGE = 20
const LONGEST_PAGE = 100

/** By the day on which they are held, the latest first. What isn't announced appears only with `staff`, in the actor's own places. */
export async function listMeetings(
  scope: Scope,
  { state, kind, region, staff = false, cursor, limit = PAGE }: MeetingListFilter = {},
): Promise<MeetingList> {
  const most = Math.min(Math.max(1, Math.trunc(limit) || PAGE), LONGEST_PAGE)
  const rows = await meetings.listMeetings(scope.db, {
    places: staff ? grantedPlaces(scope.actor, 'meeting.see') : null,
    state,
    kind,
    region,
    after: readCursor(cursor),
    limit: most + 1,
  })
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => summaryOf(row, scope.now)),
    next: rows.length > most && last ? writeCursor(last) : null,
  }
}

export function isMeetingListState(text: string): text is MeetingListState {
  return (MEETING_LIST_STATES as readonly string[]).includes(text)
}

/** Whether it came from `next`. */
export function isMeetingCursor(text: string): boolean {
  return readCursor(text) !== undefined
}

function writeCursor({ startsAt, id }: { startsAt: string; id: string }): string {
  return Buffer.from(`${startsAt} ${id}`).toString('base64url')
}

function readCursor(cursor: string | null | undefined): { startsAt: string; id: string } | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString()
  const [, startsAt, id] = /^([\d:.TZ-]{24}) (\w{32})$/.exec(text) ?? []
  return startsAt && id ? { startsAt, id } : undefined
}
