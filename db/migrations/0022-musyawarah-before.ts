/**
 * Before a meeting: with whom a guest comes, how each was told, and who put themselves on the list. The rules of a public
 * forum name whom PermenPANRB 16/2017 wants there, and let anybody register until the day before; meetings that were drawn up by them keep the copy that they have.
 */
import { sql, type Kysely } from 'kysely'

const FORUM = 'forum-konsultasi-publik'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['companions', 'sent_at', 'sent_via', 'registered_at']) {
    await db.schema.alterTable('invitee').addColumn(name, 'text').execute()
  }
  const found = await sql<{ rules: string }>`select rules from rules_of_order where id = ${FORUM}`.execute(db)
  const rules = JSON.parse(found.rows[0]?.rules ?? '{}') as object
  const named = { ...rules, groups: ['service-users', 'experts', 'civil-society', 'media'], registrationDays: 1 }
  await sql`update rules_of_order set rules = ${JSON.stringify(named)} where id = ${FORUM}`.execute(db)
}
