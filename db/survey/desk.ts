/** What stays of work at the desk: totals by person and day, and sheets that were voided. */
import type { Database, Transaction } from '../database.ts'
import type { DeskTotalRow, VoidedSheetRow } from './tables.ts'

export async function addDeskTotal(db: Transaction, total: DeskTotalRow): Promise<void> {
  await db
    .insertInto('deskTotal')
    .values(total)
    .onConflict((conflict) =>
      conflict.columns(['totalOf', 'enteredBy', 'enteredOn']).doUpdateSet((eb) => ({
        entered: eb('deskTotal.entered', '+', eb.ref('excluded.entered')),
        readOut: eb('deskTotal.readOut', '+', eb.ref('excluded.readOut')),
      })),
    )
    .execute()
}

/** By day and person, the first day first; with the person's name, where the account is still there. */
export function listDeskTotals(db: Database, surveyId: string): Promise<(DeskTotalRow & { name: string | null })[]> {
  return db
    .selectFrom('deskTotal')
    .leftJoin('account', 'account.id', 'deskTotal.enteredBy')
    .selectAll('deskTotal')
    .select('account.name')
    .where('totalOf', '=', surveyId)
    .orderBy('enteredOn')
    .orderBy('enteredBy')
    .execute()
}

export async function insertVoidedSheet(db: Transaction, row: VoidedSheetRow): Promise<void> {
  await db.insertInto('voidedSheet').values(row).execute()
}

/** The last voiding of a sheet. */
export function findVoidedSheet(db: Database, sheet: string): Promise<VoidedSheetRow | undefined> {
  return db
    .selectFrom('voidedSheet')
    .selectAll()
    .where('sheet', '=', sheet)
    .orderBy('voidedOn', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function findVoidedReceipt(db: Database, hash: string): Promise<VoidedSheetRow | undefined> {
  return db
    .selectFrom('voidedSheet')
    .selectAll()
    .where('voidedReceipt', '=', hash)
    .orderBy('voidedOn', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** How many sheets were voided, by reason. */
export async function countVoidedSheets(db: Database, surveyId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('voidedSheet')
    .select((eb) => ['reason', eb.fn.countAll().as('sheets')])
    .where('voidOf', '=', surveyId)
    .groupBy('reason')
    .orderBy('reason')
    .execute()
  return Object.fromEntries(rows.map(({ reason, sheets }) => [reason, Number(sheets)]))
}
