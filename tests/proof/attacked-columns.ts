/** Which columns of text hold no attack although people could have written what stands there. */
import { sql } from 'kysely'
import type { OpenDatabase } from '#db/database.ts'

/** The portal writes these itself, or a rule lets no sign through that could do harm. */
const WRITTEN_BY_RULES = new Set([
  // Cut from the draft: what stands here has the form of "Pasal 5".
  'block_text.label',
  // Lower-case words for sorting: see `tagSchema`.
  'input_tag.tag',
  // Codes chosen from a list.
  'voided_sheet.reason',
  'policy_survey.moment',
  'commitment_reminder.moment',
  'session.lacks',
  // Hands over what other columns hold.
  'tree_import.steps',
  'meeting_act.made',
  'outbox.about',
  'outbox.once',
  'instrument.content',
  'input_news.digest',
  'lease.name',
  // Counts, and what a rule says.
  'meeting.quorum',
  'meeting_change.quorum',
])

/** Of meetings, what is filled by answers to invitations or by no form so far: not attacked yet. */
const NOT_WRITTEN_YET = new Set([
  'attendance.access_needs',
  'attendance.signature_file',
  'invitee.access_needs',
  'invitee.companions',
  'invitee.reply',
  'invitee.sent_via',
  'meeting.about_kind',
  // The portal's own rules of order, and what a meeting takes over of them.
  'rules_of_order.name',
  'rules_of_order.rules',
  'meeting.rules',
  'record_signature.office',
])

/** Names and marks of rows, days and moments, who did it, addresses of mail (checked as such), and what is reckoned. */
const NO_TEXT =
  /(^|_)(id|of|at|on|by|until|since|from|code|hash|key|secret|account|holder|sheet|locale|bundle|answer|receipt|email|tag|salts|marks?|profile|signature|date|erased)$|^(replaces|merged_into)$/

/** SQLite's own, and what inputs are found by, which is made of their texts. */
const SHADOWS = /^input_(search|words)|^sqlite_/

/** @returns `table.column` of each column that nobody tried an attack on */
export async function untriedColumns({ db }: OpenDatabase): Promise<string[]> {
  const columns = await sql<{ table: string; name: string }>`
    select m.name as "table", c.name from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and (c.type like '%text%' or c.type = '')`.execute(db)
  const untried: string[] = []
  for (const { table, name } of columns.rows) {
    const place = `${table}.${name}`
    if (SHADOWS.test(table) || NO_TEXT.test(name) || WRITTEN_BY_RULES.has(place)) continue
    if (NOT_WRITTEN_YET.has(place)) continue
    const { rows } = await sql<{ value: unknown }>`
      select distinct ${sql.ref(name)} as value from ${sql.table(table)} where ${sql.ref(name)} is not null`.execute(db)
    const texts = rows.map(({ value }) => String(value))
    const isTried = texts.some((text) => /celaka|jahat/.test(text))
    // Of what is chosen from a list, all is a word or a list of words.
    const isChosen = texts.length > 0 && texts.every((text) => /^[\w.:/+="[\],-]*$/.test(text))
    if (!isTried && !isChosen) untried.push(place)
  }
  return untried.sort()
}
