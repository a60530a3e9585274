import type { Database } from '../database.ts'

/** Whether the holder has the lease until then: it was free, had run out, or was its own. Of two who ask at once, one gets it. */
export async function takeLease(
  db: Database,
  { name, holder, until }: { name: string; holder: string; until: string },
  now: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lease')
    .values({ name, holder, until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until })
        .where((eb) => eb.or([eb('lease.until', '<=', now), eb('lease.holder', '=', holder)])),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function deleteLease(db: Database, name: string, holder: string): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute()
}
