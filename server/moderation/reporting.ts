/** Anyone may say that a text breaks the rules. A report takes nothing from sight: it sends the text to a moderator. */
import { insertReport } from '#db/moderation/acts.ts'
import { findModerated, lockModerated, updateModerated } from '#db/moderation/texts.ts'
import { LRUCache } from 'lru-cache'
import { createHmac, randomBytes } from 'node:crypto'
import { networkOf } from '../client-address.ts'
import { makePaces } from '../door/pace.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { reportSchema, type ReportInput } from './schema.ts'
import { promisedIn } from './texts.ts'

/** Of one network in a minute; a whole hall may share one. */
const REPORTS_PER_MINUTE = 10
const paceOf = makePaces(REPORTS_PER_MINUTE)
/** Which network has reported which text, for a day, under a salt that is never stored: a second time counts no more. */
const salt = randomBytes(32)
const known = new LRUCache<string, true>({ max: 50_000, ttl: 86_400_000 })

export interface Reportable {
  id: string
  title: string
  path: string
  /** Null once it is no longer shown. */
  text: string | null
  /** Day by which a moderator looks, if it is reported now. */
  promisedBy: string
}

/** What a reader sees of a text before reporting it. @throws Refused not-found */
export async function getReportable(scope: Scope, id: string): Promise<Reportable> {
  const row = await findModerated(scope.db, id)
  if (!row || row.erasedAt !== null) throw new Refused('not-found')
  const text = row.state === 'shown' ? (row.rendition ?? row.text) : null
  const { title, path, regionCode } = row
  return { id, title, path, text, promisedBy: await promisedIn(scope, regionCode, 'report') }
}

/**
 * Issues: see `reportSchema`; form: not-shown, later. A second report of the same text from the same network is taken with
 * thanks and not counted. @param address the client's. @throws Refused not-found
 */
export async function reportText(
  scope: Scope,
  id: string,
  input: ReportInput,
  address: string,
): Promise<Outcome<{ counted: boolean }>> {
  const reading = readInput(reportSchema, input)
  if (!reading.ok) return reading
  const back = (issue: string) => ({ ok: false as const, issues: { form: issue }, values: reading.values })
  if (paceOf(address).kind === 'refused') return back('later')
  const key = createHmac('sha256', salt)
    .update(`${networkOf(address)} ${id}`)
    .digest('base64')
  if (known.has(key)) return { ok: true, counted: false }
  const { reason, note } = reading.value
  const outcome = await transaction(scope, async ({ db, now, record }) => {
    const row = await lockModerated(db, id)
    if (!row || row.erasedAt !== null) throw new Refused('not-found')
    if (row.state !== 'shown') return back('not-shown')
    const at = now.toISOString()
    await insertReport(db, {
      id: newId(),
      moderatedId: id,
      regionCode: row.regionCode,
      reason,
      note,
      at,
      settledAt: null,
    })
    const waits = row.waiting === null ? { waiting: 'report' as const, waitingSince: at } : {}
    await updateModerated(db, id, { ...waits, reports: row.reports + 1 })
    const fields = { about: row.subjectKind, region: row.regionCode, title: row.title, reason }
    record({ kind: 'moderation.reported', subject: id, fields })
    return { ok: true as const, counted: true }
  })
  if (outcome.ok) known.set(key, true)
  return outcome
}
