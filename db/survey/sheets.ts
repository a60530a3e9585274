/** Sheets of paper: printed, entered at the desk, and forgotten as their answers are sealed. */
import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { DeskEntryRow } from './tables.ts'

const ROWS_AT_ONCE = 500

/** Says how many of them are new. */
export async function insertSlips(db: Transaction, surveyId: string, sheets: string[]): Promise<number> {
  const inserted = await db
    .insertInto('slip')
    .values(sheets.map((sheet) => ({ sheet, slipOf: surveyId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('sheet')
    .execute()
  return inserted.length
}

/** Those of the sheets that are printed and not entered. */
export async function listSlips(db: Database, surveyId: string, sheets: string[]): Promise<string[]> {
  if (sheets.length === 0) return []
  const rows = await db
    .selectFrom('slip')
    .select('sheet')
    .where('slipOf', '=', surveyId)
    .where('sheet', 'in', sheets)
    .execute()
  return rows.map((row) => row.sheet)
}

export async function countSlips(db: Database, surveyId: string): Promise<number> {
  const row = await db
    .selectFrom('slip')
    .select((eb) => eb.fn.countAll().as('slips'))
    .where('slipOf', '=', surveyId)
    .executeTakeFirstOrThrow()
  return Number(row.slips)
}

export async function deleteSlips(db: Transaction, sheets: string[]): Promise<void> {
  for (const some of chunks(sheets, ROWS_AT_ONCE)) await db.deleteFrom('slip').where('sheet', 'in', some).execute()
}

/** No sheet of the survey can be entered any more. */
export async function deleteSlipsOf(db: Transaction, surveyId: string): Promise<void> {
  await db.deleteFrom('slip').where('slipOf', '=', surveyId).execute()
}

export async function insertDeskEntries(db: Transaction, entries: DeskEntryRow[]): Promise<void> {
  await db
    .insertInto('deskEntry')
    .values(entries.toSorted((a, b) => (a.sheet < b.sheet ? -1 : 1)))
    .execute()
}

export function findDeskEntry(db: Database, sheet: string): Promise<DeskEntryRow | undefined> {
  return db.selectFrom('deskEntry').selectAll().where('sheet', '=', sheet).executeTakeFirst()
}

export async function deleteDeskEntry(db: Transaction, sheet: string): Promise<void> {
  await db.deleteFrom('deskEntry').where('sheet', '=', sheet).execute()
}

/** Forgets which sheets the answers or the receipts came from. Costs one look where nothing was entered at the desk. */
export async function forgetDeskEntries(
  db: Transaction,
  surveyId: string,
  { answers, receipts }: { answers: string[]; receipts: string[] },
): Promise<void> {
  const entries = await db.selectFrom('deskEntry').selectAll().where('deskOf', '=', surveyId).execute()
  if (entries.length === 0) return
  const sealed = new Set([...answers, ...receipts])
  const gone = entries.filter((entry) => sealed.has(entry.waitingAnswer) || sealed.has(entry.waitingReceipt))
  for (const some of chunks(gone, ROWS_AT_ONCE)) {
    const sheets = some.map(({ sheet }) => sheet)
    await db.deleteFrom('deskEntry').where('sheet', 'in', sheets).execute()
  }
}
