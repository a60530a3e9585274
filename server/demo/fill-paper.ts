/** Some of the invented answers come on paper: sheets are printed, typed at the desk, and one of them is voided. */
import { ELEMENT_KEYS } from '../survey/rules/elements.ts'
import { enterSheets } from '../survey/desk.ts'
import { listPrintedSheets, printSheets } from '../survey/sheets.ts'
import { getSurvey } from '../survey/surveys.ts'
import { voidSheet } from '../survey/voiding.ts'
import type { Scope } from '../scope.ts'
import type { InventedAnswer } from './answers.ts'
import { granted } from './fill-places.ts'

export async function answerOnPaper(scope: Scope, slug: string, answers: InventedAnswer[]): Promise<void> {
  const { content } = await getSurvey(scope, slug)
  const { run, count } = granted(await printSheets(scope, slug, { count: answers.length + 1 }))
  const [spoiled, ...sheets] = await listPrintedSheets(scope, slug, run, count)
  const order = content.elements.map(({ key }) => key)
  const rows = sheets.map(({ code }, i) => {
    const { answers: scores = {}, comment = '' } = answers[i] ?? {}
    return { code, scores: order.map((key) => scores[key] ?? 0).join(''), who: '', comment, readOut: i % 4 === 0 }
  })
  const blank = {
    code: spoiled?.code ?? '',
    scores: '3'.repeat(ELEMENT_KEYS.length),
    who: '',
    comment: '',
    readOut: false,
  }
  const entered = await enterSheets(scope, slug, [...rows, blank])
  if (!entered.ok) throw new Error(`Sheets were refused: ${JSON.stringify(entered.issues)}`)
  granted(await voidSheet(scope, slug, { code: blank.code, reason: 'not-served' }))
}
