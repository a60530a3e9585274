/** What was said and proposed, by item of the agenda. */
import type { Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { MinutePointRow, MinuteTextRow, ProposalRow, ProposalTable } from './hall-tables.ts'

/** Points that stand, in the order of their items. */
export function listPoints(db: Database, meetingId: string): Promise<MinutePointRow[]> {
  return db
    .selectFrom('minutePoint')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .execute()
}

export function listPointTexts(db: Database, meetingId: string): Promise<MinuteTextRow[]> {
  return db
    .selectFrom('minuteText')
    .innerJoin('minutePoint', 'minutePoint.id', 'minuteText.pointId')
    .selectAll('minuteText')
    .where('minutePoint.meetingId', '=', meetingId)
    .orderBy('minuteText.pointId')
    .orderBy('minuteText.number')
    .execute()
}

/** Every text of one point, in their order. */
export function listTextsOf(db: Database, pointId: string): Promise<MinuteTextRow[]> {
  return db.selectFrom('minuteText').selectAll().where('pointId', '=', pointId).orderBy('number').execute()
}

/** To another item of the agenda. */
export async function movePoint(db: Transaction, id: string, itemId: string): Promise<void> {
  await db.updateTable('minutePoint').set({ itemId }).where('id', '=', id).execute()
}

export async function lastPointPosition(db: Database, meetingId: string): Promise<number> {
  const row = await db
    .selectFrom('minutePoint')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

export async function insertPoint(db: Transaction, row: MinutePointRow): Promise<void> {
  await db.insertInto('minutePoint').values(row).execute()
}

export async function insertPointText(db: Transaction, row: MinuteTextRow): Promise<void> {
  await db.insertInto('minuteText').values(row).execute()
}

/** Says whether it stood. */
export async function removePoint(db: Transaction, meetingId: string, id: string, at: string): Promise<boolean> {
  const result = await db
    .updateTable('minutePoint')
    .set({ removedAt: at })
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export function listProposals(db: Database, meetingId: string): Promise<ProposalRow[]> {
  return db.selectFrom('proposal').selectAll().where('meetingId', '=', meetingId).orderBy('number').execute()
}

export async function insertProposal(db: Transaction, row: ProposalRow): Promise<void> {
  await db.insertInto('proposal').values(row).execute()
}

/** Says whether there is one. */
export async function updateProposal(
  db: Transaction,
  { meetingId, id, ...change }: { meetingId: string; id: string } & Updateable<ProposalTable>,
): Promise<boolean> {
  const result = await db
    .updateTable('proposal')
    .set(change)
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
