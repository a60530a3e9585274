/** By which way a survey's answers came, what was noticed of them, and what of the desk's work was voided. */
import { countVoidedSheets, listDeskTotals } from '#db/survey/desk.ts'
import type { TallyRow } from '#db/survey/tables.ts'
import type { Database } from '#db/database.ts'
import type { Json } from '../ledger/jcs.ts'
import { readMarks, readUnflagged } from './movement.ts'
import type { Channel } from './rules/marks.ts'

/** How many answers came by which way, and how many sheets were voided for which reason. Anyone may know. */
export interface Arrivals {
  channels: Partial<Record<Channel, number>>
  voided: Record<string, number>
}

export async function arrivalsOf(db: Database, tally: TallyRow): Promise<Arrivals> {
  return { channels: readMarks(tally).channels, voided: await countVoidedSheets(db, tally.surveyId) }
}

/** What the entry of handing in binds of it: from then on nothing of it moves. */
export async function handedInMarks(db: Database, tally: TallyRow): Promise<Record<string, Json>> {
  const { channels, voided } = await arrivalsOf(db, tally)
  const { flags } = readMarks(tally)
  return { channels, voided, flags, unflagged: readUnflagged(tally) }
}

/** Of all days: sheets entered, and those of them that were read out. */
export async function deskTotalsOf(db: Database, surveyId: string): Promise<{ entered: number; readOut: number }> {
  const totals = await listDeskTotals(db, surveyId)
  return {
    entered: totals.reduce((sum, { entered }) => sum + entered, 0),
    readOut: totals.reduce((sum, { readOut }) => sum + readOut, 0),
  }
}
