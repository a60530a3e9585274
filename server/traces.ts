/** Who can follow a receipt, by the first character of its code. */
import { traceDispute } from './commitment/trace.ts'
import { traceInput } from './consultation/input-trace.ts'
import { traceName } from './consultation/name-trace.ts'
import { traceStance } from './consultation/need-trace.ts'
import { RECEIPT_KINDS } from './ledger/receipts.ts'
import type { TraceFinder } from './ledger/trace.ts'
import { traceSurveyAnswer } from './survey/trace.ts'

export const traces: Record<string, TraceFinder> = {
  [RECEIPT_KINDS.surveyAnswer]: traceSurveyAnswer,
  [RECEIPT_KINDS.input]: async (...asked) => (await traceInput(...asked)) ?? traceName(...asked),
  [RECEIPT_KINDS.needStance]: traceStance,
  [RECEIPT_KINDS.dispute]: traceDispute,
}
