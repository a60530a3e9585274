/** All rows beneath a meeting's record, as they are stored: what its seal is made of. */
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database.ts'

/** Every table whose rows make a meeting; those of the record itself are held against the ledger one by one. */
export const SEALED_TABLES: Record<string, (meetingId: string) => RawBuilder<unknown>> = {
  meeting: (id) => sql`id = ${id}`,
  meeting_change: ofMeeting,
  agenda_item: ofMeeting,
  meeting_file: ofMeeting,
  invitee: ofMeeting,
  attendance: ofMeeting,
  minute_point: ofMeeting,
  minute_text: (id) => sql`point_id in (select id from minute_point where meeting_id = ${id})`,
  proposal: ofMeeting,
  decision: ofMeeting,
  decision_text: ofDecision,
  decision_objection: ofDecision,
  vote: ofDecision,
  correction: ofMeeting,
  dissent: ofMeeting,
  delegate: ofMeeting,
}

/** Columns that change after signing, or may be erased for a person's sake; the reason beside each. */
export const UNSEALED_COLUMNS: Record<string, Record<string, string>> = {
  meeting: { signedAt: 'Set by the signing itself, and held against the day of the lock.' },
  decision: { commitmentId: 'What was promised may be written down later; the ledger holds each.' },
  invitee: { email: 'Erased when its owner asks.', accessNeeds: 'Erased when the person asks.' },
  attendance: { accessNeeds: 'Erased when the person asks.' },
}

function ofMeeting(id: string): RawBuilder<unknown> {
  return sql`meeting_id = ${id}`
}

function ofDecision(id: string): RawBuilder<unknown> {
  return sql`decision_id in (select id from decision where meeting_id = ${id})`
}

/** By table. What is null is left out, so that a column that is added later changes no seal. */
export async function listSealedRows(
  db: Database,
  meetingId: string,
): Promise<Record<string, Record<string, string | number>[]>> {
  const found: Record<string, Record<string, string | number>[]> = {}
  for (const [table, where] of Object.entries(SEALED_TABLES)) {
    const { rows } = await sql<Record<string, string | number | null>>`
      select * from ${sql.table(table)} where ${where(meetingId)}`.execute(db)
    found[table] = rows.map((row) => sealedPart(row, UNSEALED_COLUMNS[table] ?? {}))
  }
  return found
}

function sealedPart(row: Record<string, string | number | null>, left: Record<string, string>) {
  const kept = Object.entries(row).filter(([name, value]) => value !== null && !Object.hasOwn(left, name))
  return Object.fromEntries(kept) as Record<string, string | number>
}
