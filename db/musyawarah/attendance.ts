/** Who came. A row is never taken away: one that was recorded in error is voided, with its reason. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { AttendanceRow } from './hall-tables.ts'
import type { InviteeRow } from './tables.ts'

/** Says whether it is new: nothing is stored of what was sent before, or of who is on the list already. */
export async function insertArrival(db: Transaction, row: AttendanceRow): Promise<boolean> {
  const result = await db
    .insertInto('attendance')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function lastArrivalNumber(db: Database, meetingId: string, sitting: number): Promise<number> {
  const row = await db
    .selectFrom('attendance')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('meetingId', '=', meetingId)
    .where('sitting', '=', sitting)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** Everybody recorded at a sitting and not voided, in the order of arrival. */
export function listArrivals(db: Database, meetingId: string, sitting: number): Promise<AttendanceRow[]> {
  return db
    .selectFrom('attendance')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('sitting', '=', sitting)
    .where('voidedAt', 'is', null)
    .orderBy('number')
    .execute()
}

/** The last so many of them, the latest first. */
export function listLastArrivals(
  db: Database,
  { meetingId, sitting, limit }: { meetingId: string; sitting: number; limit: number },
): Promise<AttendanceRow[]> {
  return db
    .selectFrom('attendance')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('sitting', '=', sitting)
    .where('voidedAt', 'is', null)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
}

export function findArrivalByKey(
  db: Database,
  meetingId: string,
  clientKey: string,
): Promise<AttendanceRow | undefined> {
  return db
    .selectFrom('attendance')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('clientKey', '=', clientKey)
    .executeTakeFirst()
}

export function findArrivalOf(
  db: Database,
  { meetingId, sitting, inviteeId }: { meetingId: string; sitting: number; inviteeId: string },
): Promise<AttendanceRow | undefined> {
  return db
    .selectFrom('attendance')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('sitting', '=', sitting)
    .where('inviteeId', '=', inviteeId)
    .where('voidedAt', 'is', null)
    .executeTakeFirst()
}

/** Whose presence is recorded under a code: an invitee's, or that which a walk-in was given. */
export function findArrivalByCode(
  db: Database,
  { meetingId, sitting, code }: { meetingId: string; sitting: number; code: string },
): Promise<AttendanceRow | undefined> {
  return db
    .selectFrom('attendance')
    .leftJoin('invitee', 'invitee.id', 'attendance.inviteeId')
    .selectAll('attendance')
    .where('attendance.meetingId', '=', meetingId)
    .where('attendance.sitting', '=', sitting)
    .where('attendance.voidedAt', 'is', null)
    .where((eb) => eb.or([eb('attendance.code', '=', code), eb('invitee.code', '=', code)]))
    .executeTakeFirst()
}

/** Says whether it stood. */
export async function voidArrival(
  db: Transaction,
  { meetingId, id, ...voided }: { meetingId: string; id: string; voidedAt: string; voidReason: string },
): Promise<boolean> {
  const result = await db
    .updateTable('attendance')
    .set(voided)
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .where('voidedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export interface ArrivalCount {
  groupId: string | null
  standing: string
  sex: 'f' | 'm' | null
  /** 1: they were invited. */
  invited: number
  count: number
}

export async function countArrivals(db: Database, meetingId: string, sitting: number): Promise<ArrivalCount[]> {
  const rows = await db
    .selectFrom('attendance')
    .select((eb) => [
      'groupId',
      'standing',
      'sex',
      eb.case().when('inviteeId', 'is', null).then(0).else(1).end().as('invited'),
      eb.fn.countAll().as('count'),
    ])
    .where('meetingId', '=', meetingId)
    .where('sitting', '=', sitting)
    .where('voidedAt', 'is', null)
    .groupBy(['groupId', 'standing', 'sex', 'invited'])
    .execute()
  return rows.map(({ count, invited, ...row }) => ({ ...row, invited: Number(invited), count: Number(count) }))
}

/** Invitees whose name or office has the words, with the number under which they came, if they did. */
export function searchInvitees(
  db: Database,
  { meetingId, sitting, words, limit }: { meetingId: string; sitting: number; words: string; limit: number },
): Promise<(InviteeRow & { number: number | null })[]> {
  const like = `%${words.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db
    .selectFrom('invitee')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.inviteeId', '=', 'invitee.id')
        .on('attendance.sitting', '=', sitting)
        .on('attendance.voidedAt', 'is', null),
    )
    .selectAll('invitee')
    .select('attendance.number')
    .where('invitee.meetingId', '=', meetingId)
    .where('invitee.withdrawnAt', 'is', null)
    .where(({ eb, fn, val }) => {
      const has = (column: 'invitee.name' | 'invitee.office') =>
        sql<boolean>`${fn<string>('lower', [column])} like ${val(like)} escape '\\'`
      return eb.or([has('invitee.name'), has('invitee.office')])
    })
    .orderBy('invitee.position')
    .limit(limit)
    .execute()
}

export async function insertLook(
  db: Database,
  look: { id: string; meetingId: string; byAccount: string; at: string },
): Promise<void> {
  await db.insertInto('attendanceLook').values(look).execute()
}

export function listLooks(db: Database, meetingId: string): Promise<{ byAccount: string; at: string }[]> {
  return db
    .selectFrom('attendanceLook')
    .select(['byAccount', 'at'])
    .where('meetingId', '=', meetingId)
    .orderBy('at', 'desc')
    .execute()
}

/** Somebody at the sitting who goes by the same name and office. */
export function findArrivalByName(
  db: Database,
  { meetingId, sitting, name, office }: { meetingId: string; sitting: number; name: string; office: string | null },
): Promise<AttendanceRow | undefined> {
  return db
    .selectFrom('attendance')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('sitting', '=', sitting)
    .where('voidedAt', 'is', null)
    .where(
      sql<boolean>`lower(name) = ${name.toLowerCase()} and lower(coalesce(office, '')) = ${(office ?? '').toLowerCase()}`,
    )
    .executeTakeFirst()
}

/** Invitees who came to the sitting and left an address, by their ids. */
export async function listPresentByMail(db: Database, meetingId: string, sitting: number): Promise<string[]> {
  const rows = await presentInvitees(db, meetingId, sitting).where('invitee.email', 'is not', null).execute()
  return rows.map(({ id }) => id)
}

export function findPresentInvitee(
  db: Database,
  { meetingId, sitting, inviteeId }: { meetingId: string; sitting: number; inviteeId: string },
): Promise<Pick<InviteeRow, 'id' | 'name' | 'email' | 'code'> | undefined> {
  return presentInvitees(db, meetingId, sitting).where('invitee.id', '=', inviteeId).executeTakeFirst()
}

function presentInvitees(db: Database, meetingId: string, sitting: number) {
  return db
    .selectFrom('attendance')
    .innerJoin('invitee', 'invitee.id', 'attendance.inviteeId')
    .select(['invitee.id', 'invitee.name', 'invitee.email', 'invitee.code'])
    .where('attendance.meetingId', '=', meetingId)
    .where('attendance.sitting', '=', sitting)
    .where('attendance.voidedAt', 'is', null)
}
