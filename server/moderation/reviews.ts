/** Minta ditinjau ulang: the writer asks once, somebody else than who decided decides again, by a promised day. */
import { insertReview, listReviewsOf, listVerdictsOf, updateReview } from '#db/moderation/acts.ts'
import { findModeratedOfAuthor, lockModerated, updateModerated } from '#db/moderation/texts.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { receiptHash } from '../ledger/receipts.ts'
import { transaction, type Scope } from '../scope.ts'
import { mayDo, settle } from './judging.ts'
import { takingVerdict } from './own-text.ts'
import { askSchema, decisionSchema, type DecisionInput } from './schema.ts'
import { promisedIn } from './texts.ts'

/** By the receipt's code, canonical. Issues: statement; form: not-asked-for. @throws Refused not-found */
export async function askReview(
  scope: Scope,
  code: string,
  input: { statement: string },
): Promise<Outcome<{ promisedBy: string }>> {
  const own = await findModeratedOfAuthor(scope.db, receiptHash(code))
  if (!own) throw new Refused('not-found')
  const reading = readInput(askSchema, input)
  if (!reading.ok) return reading
  return transaction(scope, async (inner): Promise<Outcome<{ promisedBy: string }>> => {
    const { db, now, record } = inner
    const row = (await lockModerated(db, own.id)) ?? own
    const verdict = takingVerdict(row, await listVerdictsOf(db, row.id))
    const asked = await listReviewsOf(db, row.id)
    if (!verdict || row.erasedAt !== null || asked.some(({ verdictId }) => verdictId === verdict.id)) {
      return { ok: false, issues: { form: 'not-asked-for' }, values: reading.values }
    }
    const at = now.toISOString()
    const promisedBy = await promisedIn(inner, row.regionCode, 'review')
    await insertReview(db, {
      id: newId(),
      moderatedId: row.id,
      verdictId: verdict.id,
      regionCode: row.regionCode,
      statement: reading.value.statement,
      askedAt: at,
      promisedBy,
      outcome: null,
      note: null,
      decidedBy: null,
      decidedAt: null,
    })
    await updateModerated(db, row.id, { waiting: 'review', waitingSince: at })
    const fields = { about: row.subjectKind, region: row.regionCode, title: row.title, promisedBy }
    record({ kind: 'moderation.review-asked', subject: row.id, fields })
    return { ok: true, promisedBy }
  })
}

/** Issues: outcome, note; form: no-change, own-verdict. @throws Refused not-found, forbidden */
export async function decideReview(scope: Scope, id: string, input: DecisionInput): Promise<Outcome<object>> {
  const reading = readInput(decisionSchema, input)
  return transaction(scope, async (inner): Promise<Outcome<object>> => {
    const row = await lockModerated(inner.db, id)
    if (!row || row.erasedAt !== null) throw new Refused('not-found')
    if (!mayDo(inner, 'moderation.judge', row)) throw new Refused('forbidden')
    if (!reading.ok) return reading
    const back = (issue: string) => ({ ok: false as const, issues: { form: issue }, values: reading.values })
    const review = (await listReviewsOf(inner.db, id)).find(({ outcome }) => outcome === null)
    const verdict = (await listVerdictsOf(inner.db, id)).find((one) => one.id === review?.verdictId)
    if (!review || !verdict) return back('no-change')
    if (verdict.byAccount === inner.actor?.accountId) return back('own-verdict')
    const { outcome, note } = reading.value
    const decidedBy = inner.actor?.accountId ?? null
    await updateReview(inner.db, review.id, { outcome, note, decidedBy, decidedAt: inner.now.toISOString() })
    const undone = verdict.what === 'masked' ? { rendition: null } : { state: 'shown' as const }
    await settle(inner, row, { what: outcome, note }, outcome === 'reversed' ? undone : {})
    return { ok: true }
  })
}
