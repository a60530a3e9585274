/** A resident's own inputs, as their account has them: what became of each, one taken over, one erased, all let go. */
import { timingSafeEqual } from 'node:crypto'
import * as own from '#db/consultation/own-inputs.ts'
import { findInputByReceipt } from '#db/consultation/inputs.ts'
import { deleteResident } from '#db/identity/residents.ts'
import { forgetAuthors } from '#db/moderation/texts.ts'
import { networkOf } from '../client-address.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import type { Outcome } from '../forms.ts'
import { countAttempt, limitOf, uncountAttempt } from '../identity/attempts.ts'
import type { Resident } from '../identity/resident-sessions.ts'
import { plainEmail } from '../identity/schema.ts'
import { sha256 } from '../ledger/commitments.ts'
import { parseCode, receiptHash } from '../ledger/receipts.ts'
import { shownTexts } from '../moderation/texts.ts'
import { transaction, type Scope } from '../scope.ts'
import { eraseWithin } from './input-erasure.ts'
import { ownInput, type OwnWords } from './own-erasure.ts'

const PAGE = 20
const FREE_CLAIMS = 5
const FREE_CLAIMS_PER_NETWORK = 30

export interface OwnInput {
  id: string
  number: number
  slug: string
  /** Of the consultation. */
  title: string
  blockId: string | null
  text: string
  proposal: string | null
  receivedOn: string
  state: 'shown' | 'held' | 'hidden' | 'masked'
  reasonCode: string | null
  answerBy: string
  answer: { hasil: string; reason: string; on: string } | null
}

/** The latest first. @throws Refused not-signed-in */
export async function listOwnInputs(
  scope: Scope,
  cursor?: string | null,
): Promise<{ items: OwnInput[]; next: string | null }> {
  const { id: accountId } = residentOf(scope)
  const rows = await own.listInputsOfAccount(scope.db, accountId, { before: readCursor(cursor), limit: PAGE + 1 })
  const shown = rows.slice(0, PAGE)
  const ids = shown.map(({ id }) => id)
  const texts = await shownTexts(scope.db, 'input', ids)
  const items = shown.map(({ arrivedAt, timezone, hasil, reason, answeredAt, ...row }): OwnInput => {
    const text = texts.get(row.id)
    const on = (instant: string) => dayIn(new Date(instant), timezone)
    return {
      ...row,
      receivedOn: on(arrivedAt),
      state: text?.masked && text.state === 'shown' ? 'masked' : (text?.state ?? 'shown'),
      reasonCode: text?.reasonCode ?? null,
      answer: hasil && reason && answeredAt ? { hasil, reason, on: on(answeredAt) } : null,
    }
  })
  const last = shown.at(-1)
  const more = rows.length > PAGE && last
  return { items, next: more ? Buffer.from(`${last.arrivedAt} ${last.id}`).toString('base64url') : null }
}

/**
 * Takes a guest's input over, with the code of its receipt and the address that was given with it. Says the same, after the same
 * work, for a code of nothing, another address, none, and an input of another account. Issues: code: not-code (counts as no
 * try); form: no-match, later. @param address the client's. @throws Refused not-signed-in
 */
export async function claimOwnInput(
  scope: Scope,
  input: { code: string; email: string },
  address: string,
): Promise<Outcome<{ id: string }> & { retryAt?: Date }> {
  const { id: accountId } = residentOf(scope)
  const refused = (issues: Record<string, string>) => ({ ok: false as const, issues, values: input })
  const code = parseCode(input.code)
  if (!code) return refused({ code: 'not-code' })
  const limits = [
    limitOf('claim', [accountId], FREE_CLAIMS),
    limitOf('claim-of', [receiptHash(code)], FREE_CLAIMS),
    limitOf('claim-from', [networkOf(address)], FREE_CLAIMS_PER_NETWORK),
  ]
  const verdict = await countAttempt(scope, limits)
  if (!verdict.allowed) return { ...refused({ form: 'later' }), retryAt: verdict.retryAt }
  return transaction(scope, async ({ db }): Promise<Outcome<{ id: string }>> => {
    const found = await findInputByReceipt(db, receiptHash(code))
    const isSame = sameAddress(found?.email, input.email)
    const claimed = await own.claimInput(db, found && isSame ? found.id : '', accountId)
    if (!found || !claimed) return refused({ form: 'no-match' })
    for (const limit of limits) await uncountAttempt(db, limit)
    return { ok: true, id: found.id }
  })
}

/** What of an own input would go. @throws Refused not-signed-in, not-found */
export async function findOwnInput(scope: Scope, id: string): Promise<OwnWords> {
  const input = await own.findInputOfAccount(scope.db, residentOf(scope).id, id)
  const words = input && (await ownInput(scope.db, input))
  if (!words) throw new Refused('not-found')
  return words
}

/** @throws Refused not-signed-in, not-found */
export function eraseOwnInput(scope: Scope, id: string): Promise<void> {
  return transaction(scope, async (inner) => {
    const input = await own.findInputOfAccount(inner.db, residentOf(scope).id, id)
    if (!input) throw new Refused('not-found')
    await eraseWithin(inner, input)
  })
}

/** Deletes the account. Its inputs stay, as a guest's whose receipt alone leads to them. @throws Refused not-signed-in */
export function leavePortal(scope: Scope): Promise<void> {
  const { id } = residentOf(scope)
  return transaction(scope, async ({ db }) => {
    await forgetAuthors(db, 'input', await own.releaseInputsOf(db, id))
    await deleteResident(db, id)
  })
}

function residentOf({ resident }: Scope): Resident {
  if (!resident) throw new Refused('not-signed-in')
  return resident
}

function sameAddress(given: string | null | undefined, typed: string): boolean {
  const [one, other] = [plainEmail(given ?? ''), plainEmail(typed)].map((email) => Buffer.from(sha256(email), 'hex'))
  return one !== undefined && other !== undefined && timingSafeEqual(one, other) && Boolean(given)
}

function readCursor(cursor: string | null | undefined): own.OwnInputKey | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString()
  const [, arrivedAt, id] = /^([\d:.TZ-]{24}) (\w{32})$/.exec(text) ?? []
  return arrivedAt && id ? { arrivedAt, id } : undefined
}
