/** What a meeting is planned with: rules of order, agenda, invitees. */
import { chunks } from '../chunks.ts'
import type { Database } from '../database.ts'
import type { AgendaItemRow, InviteeRow, RulesOfOrderRow } from './tables.ts'

const ROWS_AT_ONCE = 500

/** Templates that regions, at least one, may choose from, their own first. */
export function listRulesOfOrder(db: Database, regionCodes: string[]): Promise<RulesOfOrderRow[]> {
  return db
    .selectFrom('rulesOfOrder')
    .selectAll()
    .where((eb) => eb.or([eb('regionCode', 'is', null), eb('regionCode', 'in', regionCodes)]))
    .where('retiredOn', 'is', null)
    .orderBy((eb) => eb.case().when('regionCode', 'is', null).then(1).else(0).end())
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** The portal's own templates. */
export function listPortalRules(db: Database): Promise<RulesOfOrderRow[]> {
  return db
    .selectFrom('rulesOfOrder')
    .selectAll()
    .where('regionCode', 'is', null)
    .where('retiredOn', 'is', null)
    .orderBy('position')
    .execute()
}

export async function insertRulesOfOrder(db: Database, row: RulesOfOrderRow): Promise<void> {
  await db.insertInto('rulesOfOrder').values(row).execute()
}

export function listAgenda(db: Database, meetingId: string): Promise<AgendaItemRow[]> {
  return db.selectFrom('agendaItem').selectAll().where('meetingId', '=', meetingId).orderBy('position').execute()
}

export async function replaceAgenda(db: Database, meetingId: string, items: AgendaItemRow[]): Promise<void> {
  await db.deleteFrom('agendaItem').where('meetingId', '=', meetingId).execute()
  if (items.length > 0) await db.insertInto('agendaItem').values(items).execute()
}

/** Those who are still invited, in the order of the list. */
export function listInvitees(db: Database, meetingId: string): Promise<InviteeRow[]> {
  return db
    .selectFrom('invitee')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('withdrawnAt', 'is', null)
    .orderBy('position')
    .execute()
}

export function findInvitee(db: Database, meetingId: string, id: string): Promise<InviteeRow | undefined> {
  return db
    .selectFrom('invitee')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
}

export function findInviteeByCode(db: Database, meetingId: string, code: string): Promise<InviteeRow | undefined> {
  return db
    .selectFrom('invitee')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('code', '=', code)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
}

/** The place of the last on the list, withdrawn ones among them; 0 for an empty list. */
export async function lastInviteePosition(db: Database, meetingId: string): Promise<number> {
  const row = await db
    .selectFrom('invitee')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

export async function insertInvitees(db: Database, rows: InviteeRow[]): Promise<void> {
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('invitee').values(some).execute()
}

/** Says whether there was somebody to withdraw. */
export async function withdrawInvitee(db: Database, meetingId: string, id: string, at: string): Promise<boolean> {
  const result = await db
    .updateTable('invitee')
    .set({ withdrawnAt: at })
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** How many are invited in each group and standing; who registered was not. */
export async function countInvitees(
  db: Database,
  meetingId: string,
): Promise<{ groupId: string | null; standing: string; sex: 'f' | 'm' | null; count: number }[]> {
  const rows = await db
    .selectFrom('invitee')
    .select(({ fn }) => ['groupId', 'standing', 'sex', fn.countAll().as('count')])
    .where('meetingId', '=', meetingId)
    .where('withdrawnAt', 'is', null)
    .where('registeredAt', 'is', null)
    .groupBy(['groupId', 'standing', 'sex'])
    .execute()
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }))
}
