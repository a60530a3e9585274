/** What became of an input, found by its receipt alone. */
import { traces } from '../traces.ts'
import type { PageName } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { parseCode, receiptHash } from './receipts.ts'

export interface Trace {
  /** What the code is a receipt of: `survey-answer`, `input`. */
  kind: string
  /** Title of what the input was given to, and its page. */
  title: string
  page: PageName
  params: Record<string, string>
  /** Where on that page: what follows its path, if anything. */
  at?: string
  /** YYYY-MM-DD by which an answer is promised, while there is none. */
  answerBy?: string
  /** What happened to it, oldest first. */
  steps: TraceStep[]
}

export interface TraceStep {
  /** YYYY-MM-DD, or null where a date would say too much. */
  date: string | null
  /** A key of the words `ledger.steps`. */
  what: string
  /** What the words need, e.g. the number of a batch. */
  values: Record<string, string | number>
}

/** A module's part: looks a canonical code up by its hash. */
export type TraceFinder = (scope: Scope, receipt: { code: string; hash: string }) => Promise<Trace | undefined>

/** Reads a code as people type it and follows it. Undefined for what is no code and for a code of nothing. */
export async function lookUp(scope: Scope, codeText: string): Promise<(Trace & { code: string }) | undefined> {
  const code = parseCode(codeText)
  const find = code && traces[code.charAt(0)]
  if (!code || !find) return undefined
  const trace = await find(scope, { code, hash: receiptHash(code) })
  return trace && { code, ...trace }
}
