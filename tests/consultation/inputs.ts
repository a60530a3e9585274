/** An input as the intake would store it. */
import { newId } from '#server/ids.ts'
import type { World } from '../survey/world.ts'

export async function insertInput({ database: { db } }: World, consultationId: string, blockId: string | null) {
  const { inputsTaken } = await db
    .updateTable('consultation')
    .set((eb) => ({ inputsTaken: eb('inputsTaken', '+', 1) }))
    .where('id', '=', consultationId)
    .returning('inputsTaken')
    .executeTakeFirstOrThrow()
  const id = newId()
  const row = { id, consultationId, number: inputsTaken, blockId, text: 'Masukan.', via: 'web' as const }
  await db
    .insertInto('input')
    .values({ ...row, receiptHash: newId(), arrivedAt: '2026-07-12T03:00:00.000Z' })
    .execute()
}
