/** Taking answers in: receipts first, and an answer only for a receipt that is new. One column never holds both. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'
import { insertAnswers } from './answers.ts'
import { intakeLock } from './batches.ts'
import { insertNewReceipts } from './receipts.ts'
import type { SurveyGate } from './surveys.ts'

export interface NewAnswer {
  receiptHash: string
  tag: string
  id: string
  surveyId: string
  scores: string
  profile: string | null
  comment: string | null
  mark: string | null
}

/**
 * As `takeAnswers`, on PostgreSQL, but stores nothing unless every one of these surveys still is as it is said here: so that
 * who remembers when they are open need not ask anew before each storing.
 */
export async function takeAnswersWhile(db: Database, gates: SurveyGate[], answers: NewAnswer[]): Promise<string[]> {
  const said = JSON.stringify(gates.map(({ id, openedAt, startsAt, endsAt }) => ({ id, openedAt, startsAt, endsAt })))
  const [locks, arrivals] = arrivalsOf(answers)
  const taken = await sql<{ hash: string }>`
    select take_answers_while(${said}, ${locks}, ${arrivals}) as hash`.execute(db)
  return taken.rows.map(({ hash }) => hash)
}

/**
 * Stores what is new and returns its receipts' hashes. On PostgreSQL one call that is a transaction of its own and stores
 * nothing for a survey that was handed in; on SQLite part of the caller's transaction.
 */
export function takeAnswers(db: Database, engine: Engine, answers: NewAnswer[]): Promise<string[]> {
  if (answers.length === 0) return Promise.resolve([])
  return engine === 'postgres' ? takeOnPostgres(db, answers) : takeOnSqlite(db as Transaction, answers)
}

async function takeOnPostgres(db: Database, answers: NewAnswer[]): Promise<string[]> {
  const [locks, arrivals] = arrivalsOf(answers)
  const taken = await sql<{ hash: string }>`select take_answers(${locks}, ${arrivals}) as hash`.execute(db)
  return taken.rows.map(({ hash }) => hash)
}

/** The locks that its surveys' sealing waits for, and the answers, as the functions take them. */
function arrivalsOf(answers: NewAnswer[]): [string[], string] {
  const locks = [...new Set(answers.map(({ surveyId }) => intakeLock(surveyId)))].toSorted()
  return [
    locks,
    JSON.stringify(
      answers.map(({ receiptHash, surveyId, ...rest }) => ({ hash: receiptHash, survey: surveyId, ...rest })),
    ),
  ]
}

/** Both in random order, so that position joins nothing. */
async function takeOnSqlite(db: Transaction, answers: NewAnswer[]): Promise<string[]> {
  const byHash = answers.toSorted((a, b) => (a.receiptHash < b.receiptHash ? -1 : 1))
  const stored = await insertNewReceipts(
    db,
    byHash.map(({ receiptHash, surveyId, tag }) => ({ hash: receiptHash, receiptOf: surveyId, tag, countedIn: null })),
  )
  const fresh = new Set(stored)
  const byId = answers.filter(({ receiptHash }) => fresh.has(receiptHash)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  await insertAnswers(
    db,
    byId.map(({ id, surveyId, scores, profile, comment, mark }) => ({
      id,
      answeredSurvey: surveyId,
      scores,
      profile,
      comment,
      mark,
    })),
  )
  return stored
}
