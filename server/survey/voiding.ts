/** Taking back an answer that was entered from paper, by the code of its sheet, while it isn't sealed. */
import { countWaitingAnswers, deleteWaitingAnswer } from '#db/survey/answers.ts'
import { lockTally } from '#db/survey/batches.ts'
import { findVoidedSheet, insertVoidedSheet } from '#db/survey/desk.ts'
import { deleteWaitingReceipt, findReceipt } from '#db/survey/receipts.ts'
import { deleteDeskEntry, findDeskEntry, insertSlips, listSlips } from '#db/survey/sheets.ts'
import type { DeskEntryRow } from '#db/survey/tables.ts'
import type { Transaction } from '#db/database.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { voidSchema, type VoidInput, type VoidReason } from './desk-schema.ts'
import { dayIn } from '../directory/rules/days.ts'
import { forgetTraces, KEPT_BACK } from './sealing.ts'
import { readSheet, sheetSecret, type Sheet } from './sheet-codes.ts'
import { surveyForDesk } from './sheets.ts'

/**
 * The answer and its receipt are gone, as if they had never come; that it was voided, and why, stays and is shown. A sheet
 * that was mistyped may be entered again. Issues: see `voidSchema`; code: sheet-code, unknown, not-entered, sealed, voided,
 * few-waiting.
 * @throws Refused not-found, forbidden, conflict (not-open, handed-in)
 */
export async function voidSheet(scope: Scope, slug: string, input: VoidInput): Promise<Outcome<{ code: string }>> {
  const survey = await surveyForDesk(scope, slug)
  const reading = readInput(voidSchema, input)
  if (!reading.ok) return reading
  const refused = (code: string): Outcome<never> => ({ ok: false, issues: { code }, values: reading.values })
  const sheet = readSheet(await sheetSecret(scope.db), survey.id, reading.value.code)
  if (!sheet) return refused('sheet-code')
  const problem = await transaction(scope, async (inner) => {
    // Sealing takes this lock too: what waits now waits until commit.
    await lockTally(inner.db, inner.engine, survey.id)
    const { timezone } = await surveyForDesk(inner, slug)
    const entry = await findDeskEntry(inner.db, sheet.hash)
    if (!entry) return whyNot(inner, survey.id, sheet)
    if (!(await mayTakeBack(inner, survey.id))) return 'few-waiting'
    await takeBack(inner, entry, sheet, { reason: reading.value.reason, day: dayIn(inner.now, timezone) })
    return undefined
  })
  if (problem) return refused(problem)
  await forgetTraces(scope)
  return { ok: true, code: sheet.code }
}

/** Of those that wait, ten hide one another: once something is sealed, no fewer may be left. */
async function mayTakeBack({ db, engine }: Scope<Transaction>, surveyId: string): Promise<boolean> {
  const tally = await lockTally(db, engine, surveyId)
  return tally?.answers === 0 || (await countWaitingAnswers(db, surveyId)) > KEPT_BACK
}

async function takeBack(
  inner: Scope<Transaction>,
  { deskOf, waitingAnswer, waitingReceipt }: DeskEntryRow,
  { hash }: Sheet,
  { reason, day }: { reason: VoidReason; day: string },
): Promise<void> {
  const { db } = inner
  const gone = (await deleteWaitingAnswer(db, waitingAnswer)) && (await deleteWaitingReceipt(db, waitingReceipt))
  if (!gone) throw new Error('A desk entry outlived its answer.')
  await deleteDeskEntry(db, hash)
  if (reason === 'mistyped') await insertSlips(db, deskOf, [hash])
  await insertVoidedSheet(db, {
    id: newId(),
    voidOf: deskOf,
    sheet: hash,
    voidedReceipt: waitingReceipt,
    reason,
    voidedBy: inner.actor?.accountId ?? '',
    voidedOn: day,
  })
  inner.record({ kind: 'survey.sheet-voided', subject: deskOf, fields: { reason } })
}

async function whyNot({ db }: Scope, surveyId: string, { hash, receiptHash }: Sheet): Promise<string> {
  if ((await findReceipt(db, receiptHash)) !== undefined) return 'sealed'
  if ((await findVoidedSheet(db, hash)) !== undefined) return 'voided'
  return (await listSlips(db, surveyId, [hash])).length > 0 ? 'not-entered' : 'unknown'
}
