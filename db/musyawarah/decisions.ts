import type { Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type {
  DecisionObjectionRow,
  DecisionObjectionTable,
  DecisionRow,
  DecisionTable,
  DecisionTextRow,
  VoteRow,
} from './hall-tables.ts'

export function listDecisions(db: Database, meetingId: string): Promise<DecisionRow[]> {
  return db.selectFrom('decision').selectAll().where('meetingId', '=', meetingId).orderBy('number').execute()
}

export function findDecision(db: Database, meetingId: string, id: string): Promise<DecisionRow | undefined> {
  return db
    .selectFrom('decision')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertDecision(db: Transaction, row: DecisionRow): Promise<void> {
  await db.insertInto('decision').values(row).execute()
}

export async function updateDecision(db: Transaction, id: string, change: Updateable<DecisionTable>): Promise<void> {
  await db.updateTable('decision').set(change).where('id', '=', id).execute()
}

export async function insertDecisionText(db: Transaction, row: DecisionTextRow): Promise<void> {
  await db.insertInto('decisionText').values(row).execute()
}

/** Of all decisions of a meeting, each in the order of its rounds. */
export function listDecisionTexts(db: Database, meetingId: string): Promise<DecisionTextRow[]> {
  return db
    .selectFrom('decisionText')
    .innerJoin('decision', 'decision.id', 'decisionText.decisionId')
    .selectAll('decisionText')
    .where('decision.meetingId', '=', meetingId)
    .orderBy('decision.number')
    .orderBy('decisionText.round')
    .execute()
}

export function listDecisionObjections(db: Database, meetingId: string): Promise<DecisionObjectionRow[]> {
  return db
    .selectFrom('decisionObjection')
    .innerJoin('decision', 'decision.id', 'decisionObjection.decisionId')
    .selectAll('decisionObjection')
    .where('decision.meetingId', '=', meetingId)
    .orderBy('decision.number')
    .orderBy('decisionObjection.position')
    .execute()
}

export async function insertDecisionObjection(db: Transaction, row: DecisionObjectionRow): Promise<void> {
  await db.insertInto('decisionObjection').values(row).execute()
}

export async function updateDecisionObjection(
  db: Transaction,
  id: string,
  change: Updateable<DecisionObjectionTable>,
): Promise<void> {
  await db.updateTable('decisionObjection').set(change).where('id', '=', id).execute()
}

export async function insertVote(db: Transaction, row: VoteRow): Promise<void> {
  await db.insertInto('vote').values(row).execute()
}

/** Of a vote that was entered before its sheet was scanned. */
export async function updateVoteSheet(
  db: Transaction,
  decisionId: string,
  sheet: { sheetFile: string; sheetName: string },
): Promise<void> {
  await db.updateTable('vote').set(sheet).where('decisionId', '=', decisionId).execute()
}

export function listVotes(db: Database, meetingId: string): Promise<VoteRow[]> {
  return db
    .selectFrom('vote')
    .innerJoin('decision', 'decision.id', 'vote.decisionId')
    .selectAll('vote')
    .where('decision.meetingId', '=', meetingId)
    .orderBy('decision.number')
    .execute()
}
