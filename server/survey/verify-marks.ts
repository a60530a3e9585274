/** Whether the totals of ways, flags and desk work hold: among themselves, with the tally, and with what was recorded. */
import { countVoidedSheets } from '#db/survey/desk.ts'
import { findTally } from '#db/survey/batches.ts'
import type { TallyRow } from '#db/survey/tables.ts'
import type { Database } from '#db/database.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Problem } from '../ledger/verification.ts'
import { deskTotalsOf, handedInMarks } from './marks.ts'
import { readIntegers, readMarks, readUnflagged } from './movement.ts'
import type { RecordedAct } from './recorded-acts.ts'
import { listTotals, respondentCount, subtractTally, tallyFromIntegers, type Tally } from './rules/tally.ts'

export async function* checkMarks(
  db: Database,
  { id, slug }: { id: string; slug: string },
  acts: RecordedAct[],
): AsyncGenerator<Problem> {
  const tally = await findTally(db, id)
  if (!tally) return
  if (!addsUp(tally)) yield { kind: 'tally', id: slug, what: 'marks-sum' }
  const desk = { ...(await deskTotalsOf(db, id)), voided: await countVoidedSheets(db, id) }
  const recorded = deskRecorded(acts)
  if (jcs(desk) !== jcs(recorded)) {
    yield { kind: 'tally', id: slug, what: 'desk-totals', expected: jcs(recorded), found: jcs(desk) }
  }
  const handedIn = acts.find(({ kind }) => kind === 'survey.handed-in')
  // Surveys handed in before this was noted recorded nothing of it.
  if (handedIn?.fields.channels === undefined) return
  const now = await handedInMarks(db, tally)
  for (const [name, value] of Object.entries(now)) {
    const expected = jcs(handedIn.fields[name] ?? null)
    if (expected !== jcs(value)) yield { kind: 'tally', id: slug, what: 'marks-recorded', expected, found: jcs(value) }
  }
  const paper = readMarks(tally).channels.paper ?? 0
  const left = desk.entered - sum(desk.voided)
  if (paper !== left) {
    yield { kind: 'tally', id: slug, what: 'desk-totals', expected: String(left), found: String(paper) }
  }
}

/** The unflagged are a part of all, whose rest the flags cover; of all-best answers each bears its flag but those from files. */
function addsUp(tally: TallyRow): boolean {
  const { channels, flags } = readMarks(tally)
  try {
    const all = tallyFromIntegers(readIntegers(tally.integers))
    const unflagged = tallyFromIntegers(readUnflagged(tally))
    const flagged = respondentCount(subtractTally(all, unflagged))
    const counts = Object.values(flags)
    return (
      sum(channels) === tally.answers &&
      counts.every((count) => count <= flagged) &&
      sum(flags) >= flagged &&
      allBest(all) - allBest(unflagged) === (flags['all-best'] ?? 0)
    )
  } catch {
    return false
  }
}

function allBest(tally: Tally): number {
  return listTotals(tally).find(({ total }) => total === 36)?.count ?? 0
}

function deskRecorded(acts: RecordedAct[]): { entered: number; readOut: number; voided: Record<string, Json> } {
  const entries = acts.filter(({ kind }) => kind === 'survey.sheets-entered')
  const reasons = acts.flatMap(({ kind, fields }) => (kind === 'survey.sheet-voided' ? [String(fields.reason)] : []))
  return {
    entered: entries.reduce((all, { fields }) => all + Number(fields.sheets), 0),
    readOut: entries.reduce((all, { fields }) => all + Number(fields.readOut), 0),
    voided: Object.fromEntries(
      [...Map.groupBy(reasons, (reason) => reason)].map(([name, list]) => [name, list.length]),
    ),
  }
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0)
}
