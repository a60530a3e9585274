/**
 * Answers that come on paper, typed at the desk. All sheets of a page enter, or none; a sheet enters once, however often the
 * page is sent. Who entered how many, and how many were read out, stays as totals by day.
 */
import { addDeskTotal, findVoidedSheet } from '#db/survey/desk.ts'
import { takeAnswers, type NewAnswer } from '#db/survey/intake.ts'
import { listReceipts } from '#db/survey/receipts.ts'
import { deleteSlips, insertDeskEntries, listSlips } from '#db/survey/sheets.ts'
import type { PlacedSurveyRow } from '#db/survey/surveys.ts'
import type { Transaction } from '#db/database.ts'
import { newId } from '../ids.ts'
import { dateInJakarta } from '../ledger/chain.ts'
import { transaction, type Scope } from '../scope.ts'
import { columnsOf, tagOf } from './answers.ts'
import { readSheets, type ReadSheet, type RowIssues } from './desk-rows.ts'
import { notice } from './recent-answers.ts'
import { writeMark } from './rules/marks.ts'
import { dayIn } from '../directory/rules/days.ts'
import type { SheetRow } from './rules/sheet-row.ts'
import { sheetSecret } from './sheet-codes.ts'
import { surveyForDesk } from './sheets.ts'
import { viewOf } from './surveys.ts'

export type Entered =
  /** `already`: entered before, with the same answers or sealed since. */
  | { ok: true; entered: number; already: number; readOut: number }
  /** Nothing is stored. */
  | { ok: false; issues: RowIssues }

/**
 * Blank rows are passed over. Issues by the row's place: see `readSheets`; code: unknown, voided, entered (with other
 * answers); form: nothing.
 * @throws Refused not-found, forbidden, conflict (not-open, handed-in)
 */
export async function enterSheets(scope: Scope, slug: string, rows: SheetRow[]): Promise<Entered> {
  const survey = await surveyForDesk(scope, slug)
  const { content } = await viewOf(scope, survey)
  const reading = readSheets(await sheetSecret(scope.db), { id: survey.id, content }, rows)
  if (!reading.ok) return reading
  for (;;) {
    const outcome = await transaction(scope, (inner) => enterAll(inner, survey, reading.sheets)).catch(unlessRaced)
    if (outcome) return outcome
    // Somebody else entered one of these sheets at this moment, or the survey was handed in: look again.
  }
}

const RACED = new Error('A sheet was taken by someone else.')

function unlessRaced(error: unknown): undefined {
  if (error !== RACED) throw error
}

async function enterAll(inner: Scope<Transaction>, survey: PlacedSurveyRow, sheets: ReadSheet[]): Promise<Entered> {
  const { db, engine } = inner
  await surveyForDesk(inner, survey.slug)
  const { fresh, already, issues } = await sortOut(inner, survey.id, sheets)
  if (Object.keys(issues).length > 0) return { ok: false, issues }
  const arriving = fresh.map((sheet) => arrivalOf(inner, survey.id, sheet))
  const stored = await takeAnswers(db, engine, arriving)
  if (stored.length < fresh.length) throw RACED
  if (fresh.length === 0) return { ok: true, entered: 0, already, readOut: 0 }
  const hashes = fresh.map(({ sheet }) => sheet.hash)
  await deleteSlips(db, hashes)
  await insertDeskEntries(
    db,
    arriving.map(({ id, receiptHash }, i) => ({
      sheet: hashes[i] ?? '',
      deskOf: survey.id,
      waitingAnswer: id,
      waitingReceipt: receiptHash,
      heldOn: dateInJakarta(inner.now),
    })),
  )
  const readOut = fresh.filter((sheet) => sheet.readOut).length
  await addDeskTotal(db, {
    totalOf: survey.id,
    enteredBy: inner.actor?.accountId ?? '',
    enteredOn: dayIn(inner.now, survey.timezone),
    entered: fresh.length,
    readOut,
  })
  inner.record({ kind: 'survey.sheets-entered', subject: survey.id, fields: { sheets: fresh.length, readOut } })
  return { ok: true, entered: fresh.length, already, readOut }
}

/** Which sheets are new, which are in already, and what is wrong with the others. */
async function sortOut({ db }: Scope, surveyId: string, sheets: ReadSheet[]) {
  // Slips first: entering takes a slip away and leaves a receipt, so that a sheet entered meanwhile is met as one of the two.
  const slips = new Set(
    await listSlips(
      db,
      surveyId,
      sheets.map(({ sheet }) => sheet.hash),
    ),
  )
  const known = await listReceipts(
    db,
    sheets.map(({ sheet }) => sheet.receiptHash),
  )
  const tags = new Map(known.map(({ hash, tag }) => [hash, tag]))
  const issues: RowIssues = {}
  const fresh: ReadSheet[] = []
  let already = 0
  for (const read of sheets) {
    const { row, sheet, body } = read
    const tag = tags.get(sheet.receiptHash)
    if (tag === undefined && slips.has(sheet.hash)) fresh.push(read)
    else if (tag === undefined) issues[row] = { code: (await findVoidedSheet(db, sheet.hash)) ? 'voided' : 'unknown' }
    else if (tag === null || tag === tagOf(sheet.key, body)) already++
    else issues[row] = { code: 'entered' }
  }
  return { fresh, already, issues }
}

/** A sheet can't come too fast, and a pile of them is no burst; copies of one another they can be. */
function arrivalOf({ db, now }: Scope, surveyId: string, { sheet, body }: ReadSheet): NewAnswer {
  const { receiptHash, key } = sheet
  const columns = columnsOf(body)
  const at = { receiptHash, scores: columns.scores, at: now.getTime(), seconds: undefined }
  const flags = notice(db, `${surveyId} on paper`, at).filter((flag) => flag !== 'burst')
  return { id: newId(), surveyId, receiptHash, tag: tagOf(key, body), ...columns, mark: writeMark('paper', flags) }
}
