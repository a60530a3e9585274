import type { Insertable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { FileRow, FileTable } from './tables.ts'

const PART_BYTES = 32 * 1024
const PARTS_AT_ONCE = 64

export function findFile(db: Database, hash: string): Promise<FileRow | undefined> {
  return db.selectFrom('file').selectAll().where('hash', '=', hash).executeTakeFirst()
}

export async function readFileBytes(db: Database, hash: string): Promise<Buffer> {
  const parts = await db.selectFrom('filePart').select('bytes').where('fileHash', '=', hash).orderBy('number').execute()
  return Buffer.concat(parts.map(({ bytes }) => bytes))
}

/**
 * The same bytes are kept once: who comes second changes nothing, but holds the file until the transaction ends, so that
 * nobody takes it away meanwhile.
 */
export async function insertFile(db: Transaction, file: Insertable<FileTable>, bytes: Buffer): Promise<void> {
  await db
    .insertInto('file')
    .values(file)
    .onConflict((conflict) => conflict.column('hash').doUpdateSet((eb) => ({ name: eb.ref('file.name') })))
    .execute()
  const known = await db.selectFrom('filePart').select('number').where('fileHash', '=', file.hash).limit(1).execute()
  if (known.length > 0) return
  const parts = Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, number) => ({
    fileHash: file.hash,
    number,
    bytes: bytes.subarray(number * PART_BYTES, (number + 1) * PART_BYTES),
  }))
  for (let first = 0; first < parts.length; first += PARTS_AT_ONCE) {
    await db
      .insertInto('filePart')
      .values(parts.slice(first, first + PARTS_AT_ONCE))
      .execute()
  }
}

/** Holds a file until the transaction ends. @returns whether it is there */
export async function lockFile(db: Transaction, hash: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('file')
    .set((eb) => ({ name: eb.ref('file.name') }))
    .where('hash', '=', hash)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteFile(db: Transaction, hash: string): Promise<void> {
  await db.deleteFrom('filePart').where('fileHash', '=', hash).execute()
  await db.deleteFrom('file').where('hash', '=', hash).execute()
}
