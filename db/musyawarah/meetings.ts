import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'
import type { MeetingChangeRow, MeetingKind, MeetingRow, MeetingTable } from './tables.ts'

/** A meeting with what its page says of the place it belongs to. */
export type PlacedMeeting = MeetingRow & {
  regionSlug: string
  regionName: string
  timezone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
  sample: 0 | 1
  institutionName: string | null
  institutionPath: string | null
}

export function findMeetingBySlug(db: Database, slug: string): Promise<PlacedMeeting | undefined> {
  return placedMeetings(db).where('meeting.slug', '=', slug).executeTakeFirst()
}

export function findMeetingById(db: Database, id: string): Promise<PlacedMeeting | undefined> {
  return placedMeetings(db).where('meeting.id', '=', id).executeTakeFirst()
}

/** For an act on a meeting that is known: nobody else changes it until the transaction ends. */
export async function lockMeeting(db: Database, id: string): Promise<void> {
  await db.updateTable('meeting').set({ id }).where('id', '=', id).execute()
}

/**
 * For an act in the hall: nobody else changes the meeting until the transaction ends. A transaction on SQLite has the only
 * write lock anyway.
 */
export function holdMeetingBySlug(db: Transaction, engine: Engine, slug: string): Promise<PlacedMeeting | undefined> {
  return placedMeetings(db)
    .where('meeting.slug', '=', slug)
    .$if(engine === 'postgres', (query) => query.forUpdate('meeting'))
    .executeTakeFirst()
}

export async function insertMeeting(db: Database, row: Insertable<MeetingTable>): Promise<void> {
  await db.insertInto('meeting').values(row).execute()
}

export async function updateMeeting(db: Database, id: string, change: Updateable<MeetingTable>): Promise<void> {
  await db.updateTable('meeting').set(change).where('id', '=', id).execute()
}

export async function listMeetingSlugs(db: Database, beginning: string): Promise<string[]> {
  const rows = await db.selectFrom('meeting').select('slug').where('slug', 'like', `${beginning}%`).execute()
  return rows.map((row) => row.slug)
}

/** Meetings that were ever announced, behind an id, for a walk over all of them. */
export function listAnnouncedMeetings(db: Database, after: string, limit: number): Promise<PlacedMeeting[]> {
  return placedMeetings(db)
    .where('meeting.announcedAt', 'is not', null)
    .where('meeting.id', '>', after)
    .orderBy('meeting.id')
    .limit(limit)
    .execute()
}

export async function insertMeetingChange(db: Database, row: MeetingChangeRow): Promise<void> {
  await db.insertInto('meetingChange').values(row).execute()
}

/** In the order in which they were made. */
export function listMeetingChanges(db: Database, meetingId: string): Promise<MeetingChangeRow[]> {
  return db
    .selectFrom('meetingChange')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export interface MeetingFilter {
  /** Announced alone, or with `places` all that lies there. */
  places: { everywhere: boolean; regionCodes: string[]; institutionPaths: string[]; unitIds: string[] } | null
  state?: 'preparation' | 'coming' | 'open' | 'held' | 'signed' | 'cancelled' | undefined
  kind?: MeetingKind | undefined
  /** Slug. */
  region?: string | undefined
  after?: { startsAt: string; id: string } | undefined
  limit: number
}

/** The latest first. */
export async function listMeetings(db: Database, filter: MeetingFilter): Promise<PlacedMeeting[]> {
  const { places, state, kind, region, after } = filter
  return placedMeetings(db)
    .$if(places === null, (query) => query.where('meeting.announcedAt', 'is not', null))
    .$if(places !== null && !places.everywhere, (query) =>
      query.where((eb) =>
        eb.or([
          ...(places?.regionCodes ?? []).flatMap((code) => [
            eb('meeting.regionCode', '=', code),
            eb('meeting.regionCode', 'like', `${code}.%`),
          ]),
          ...(places?.institutionPaths ?? []).map((path) => eb('institution.path', 'like', `${path}%`)),
          ...(places?.unitIds ?? []).map((id) => eb('meeting.unitId', '=', id)),
        ]),
      ),
    )
    .$if(region !== undefined, (query) => query.where('region.slug', '=', region ?? ''))
    .$if(kind !== undefined, (query) => query.where('meeting.kind', '=', kind ?? 'other'))
    .$call((query) => (state === undefined ? query : inState(query, state)))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('meeting.startsAt', '<', after?.startsAt ?? ''),
          eb.and([eb('meeting.startsAt', '=', after?.startsAt ?? ''), eb('meeting.id', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('meeting.id', 'desc')
    .limit(filter.limit)
    .execute()
}

/** The same as `meetingState`, asked of the database; `held` is until it is signed, `coming` also while put off. */
function inState(query: ReturnType<typeof placedMeetings>, state: NonNullable<MeetingFilter['state']>) {
  if (state === 'cancelled') return query.where('meeting.cancelledAt', 'is not', null)
  const standing = query.where('meeting.cancelledAt', 'is', null)
  if (state === 'signed') return standing.where('meeting.signedAt', 'is not', null)
  if (state === 'held') return standing.where('meeting.closedAt', 'is not', null).where('meeting.signedAt', 'is', null)
  if (state === 'open') return standing.where('meeting.openedAt', 'is not', null).where('meeting.closedAt', 'is', null)
  const before = standing.where('meeting.openedAt', 'is', null)
  return before.where('meeting.announcedAt', state === 'coming' ? 'is not' : 'is', null)
}

function placedMeetings(db: Database) {
  return db
    .selectFrom('meeting')
    .innerJoin('region', 'region.code', 'meeting.regionCode')
    .leftJoin('institution', 'institution.id', 'meeting.institutionId')
    .selectAll('meeting')
    .select([
      'region.slug as regionSlug',
      'region.name as regionName',
      'region.timezone',
      'region.sample',
      'institution.name as institutionName',
      'institution.path as institutionPath',
    ])
}
