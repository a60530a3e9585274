/** What became of an input, as far as its receipt tells. */
import type { Database } from '../database.ts'

/** The group that an input is answered with: its title, how many it holds, and when it was made. */
export async function findBundle(
  db: Database,
  id: string,
): Promise<{ title: string; inputs: number; madeAt: string } | undefined> {
  return db
    .selectFrom('bundle')
    .select((select) => [
      'bundle.title',
      'bundle.madeAt',
      select
        .selectFrom('input')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('input.bundleId', '=', 'bundle.id')
        .$asScalar()
        .$notNull()
        .as('inputs'),
    ])
    .where('bundle.id', '=', id)
    .executeTakeFirst()
    .then((row) => row && { ...row, inputs: Number(row.inputs) })
}

export function findOutcome(db: Database, id: string) {
  return db
    .selectFrom('outcome')
    .select(['hasil', 'reason', 'answeredAt', 'blockId', 'versionId'])
    .where('id', '=', id)
    .executeTakeFirst()
}
