import type { Problem } from '../ledger/verification.ts'

/** What a check finds; a stored value that it can't even read doesn't fit either, and is named by what it belongs to. */
export async function* readably(kind: string, id: string, check: AsyncIterable<Problem>): AsyncGenerator<Problem> {
  try {
    yield* check
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError)) throw error
    yield { kind, id, what: 'unreadable', found: error.message }
  }
}
