/** Corrections, notes of dissent, and the signed record. */
import type { Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type {
  CorrectionRow,
  CorrectionTable,
  DissentRow,
  MeetingRecordRow,
  RecordSignatureRow,
} from './record-tables.ts'

export function listCorrections(db: Database, meetingId: string): Promise<CorrectionRow[]> {
  return db.selectFrom('correction').selectAll().where('meetingId', '=', meetingId).orderBy('number').execute()
}

export async function insertCorrection(db: Transaction, row: CorrectionRow): Promise<void> {
  await db.insertInto('correction').values(row).execute()
}

export async function updateCorrection(
  db: Transaction,
  id: string,
  change: Updateable<CorrectionTable>,
): Promise<void> {
  await db.updateTable('correction').set(change).where('id', '=', id).execute()
}

export function listDissents(db: Database, meetingId: string): Promise<DissentRow[]> {
  return db.selectFrom('dissent').selectAll().where('meetingId', '=', meetingId).orderBy('number').execute()
}

export async function insertDissent(db: Transaction, row: DissentRow): Promise<void> {
  await db.insertInto('dissent').values(row).execute()
}

export function findMeetingRecord(db: Database, meetingId: string): Promise<MeetingRecordRow | undefined> {
  return db
    .selectFrom('meetingRecord')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('part', '=', 0)
    .executeTakeFirst()
}

export async function insertMeetingRecord(db: Transaction, row: MeetingRecordRow): Promise<void> {
  await db.insertInto('meetingRecord').values(row).execute()
}

export async function insertSignatures(db: Transaction, rows: RecordSignatureRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('recordSignature').values(rows).execute()
}

export function listSignatures(db: Database, recordId: string): Promise<RecordSignatureRow[]> {
  return db.selectFrom('recordSignature').selectAll().where('recordId', '=', recordId).orderBy('position').execute()
}
