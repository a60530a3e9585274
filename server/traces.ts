/** Who can follow a receipt, by the first character of its code. */
import type { TraceFinder } from './ledger/trace.ts'

export const traces: Record<string, TraceFinder> = {}
