/** Corrections, notes of dissent, and the signed record. */
import type { Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type {
  CorrectionRow,
  CorrectionTable,
  DelegateRow,
  DissentRow,
  MeetingRecordRow,
  RecordMaskRow,
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

/** Its addenda (part 1 and on), in their order. */
export function listAddenda(db: Database, meetingId: string): Promise<MeetingRecordRow[]> {
  return db
    .selectFrom('meetingRecord')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('part', '>', 0)
    .orderBy('part')
    .execute()
}

/** Of a record, in the order in which they were laid on. */
export function listMasks(db: Database, recordId: string): Promise<RecordMaskRow[]> {
  return db
    .selectFrom('recordMask')
    .selectAll()
    .where('recordId', '=', recordId)
    .orderBy('at')
    .orderBy('field')
    .execute()
}

export async function insertMasks(db: Transaction, rows: RecordMaskRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('recordMask').values(rows).execute()
}

export function listDelegates(db: Database, meetingId: string): Promise<DelegateRow[]> {
  return db.selectFrom('delegate').selectAll().where('meetingId', '=', meetingId).orderBy('number').execute()
}

export async function insertDelegate(db: Transaction, row: DelegateRow): Promise<void> {
  await db.insertInto('delegate').values(row).execute()
}

/** Says whether there was one. */
export async function deleteDelegate(db: Transaction, meetingId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('delegate')
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
