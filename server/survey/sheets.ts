/** Sheets of paper: printing them, each with a code of its own. */
import { listDeskTotals } from '#db/survey/desk.ts'
import { countSlips, insertSlips, listSlips } from '#db/survey/sheets.ts'
import type { PlacedSurveyRow } from '#db/survey/surveys.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { MOST_SHEETS, printSchema } from './desk-schema.ts'
import { sheetSecret, sheetsOfRun } from './sheet-codes.ts'
import { demand, getSurveyRow } from './surveys.ts'

/** What is printed on one sheet and on what its respondent tears off. */
export interface PrintedSheet {
  code: string
  receipt: string
}

/**
 * Makes codes for so many sheets. `run` names them from then on. Issues: count: number, most.
 * @throws Refused not-found, forbidden, conflict (not-open, handed-in)
 */
export async function printSheets(
  scope: Scope,
  slug: string,
  input: { count?: unknown },
): Promise<Outcome<{ run: string; count: number }>> {
  const survey = await surveyForDesk(scope, slug)
  const reading = readInput(printSchema, input)
  if (!reading.ok) return reading
  const { count } = reading.value
  const secret = await sheetSecret(scope.db)
  const run = newId()
  const hashes = sheetsOfRun(secret, survey.id, run, count).map(({ hash }) => hash)
  await transaction(scope, async ({ db }) => {
    // Of ten million sheets two might bear the same code; then none of this run is made.
    if ((await insertSlips(db, survey.id, hashes)) < count) throw new Refused('conflict', 'sheet-twice')
  })
  return { ok: true, run, count }
}

/** Those of a run that haven't been entered yet. @throws Refused as `printSheets` */
export async function listPrintedSheets(
  scope: Scope,
  slug: string,
  run: string,
  count: number,
): Promise<PrintedSheet[]> {
  const survey = await surveyForDesk(scope, slug)
  const sheets = sheetsOfRun(await sheetSecret(scope.db), survey.id, run, Math.min(count, MOST_SHEETS))
  const hashes = sheets.map(({ hash }) => hash)
  const left = new Set(await listSlips(scope.db, survey.id, hashes))
  return sheets.filter(({ hash }) => left.has(hash)).map(({ code, receipt }) => ({ code, receipt }))
}

/** How many sheets are printed and not entered. @throws Refused as `printSheets` */
export async function countSheetsLeft(scope: Scope, slug: string): Promise<number> {
  return countSlips(scope.db, (await surveyForDesk(scope, slug)).id)
}

/** A survey that collects, for who may enter answers from paper: from opening until hand-in, also after the last day. */
export async function surveyForDesk(scope: Scope, slug: string): Promise<PlacedSurveyRow> {
  const survey = await getSurveyRow(scope, slug)
  demand(scope, 'survey.enter', survey)
  if (!survey.openedAt) throw new Refused('conflict', 'not-open')
  if (survey.handedInAt) throw new Refused('conflict', 'handed-in')
  return survey
}

/** Who entered how many sheets on which day, and how many of them were read out. @throws Refused not-found, forbidden */
export async function listDeskWork(
  scope: Scope,
  slug: string,
): Promise<{ day: string; name: string | null; entered: number; readOut: number }[]> {
  const survey = await getSurveyRow(scope, slug)
  demand(scope, 'survey.see', survey)
  const totals = await listDeskTotals(scope.db, survey.id)
  return totals.map(({ enteredOn, name, entered, readOut }) => ({ day: enteredOn, name, entered, readOut }))
}
