/**
 * What a writer has erased by themselves, with the code of their receipt: an input, the reason of a stance on a need, or that
 * of saying that a promise isn't kept.
 */
import { findConsultationById } from '#db/consultation/consultations.ts'
import { findInputByReceipt } from '#db/consultation/inputs.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import { emptyStance, findNeedById, findStanceByReceipt } from '#db/consultation/needs.ts'
import { listObjections } from '#db/consultation/outcomes.ts'
import type { NeedStanceRow } from '#db/consultation/tables.ts'
import type { Database, Transaction } from '#db/database.ts'
import { eraseFields } from '#db/ledger/fields.ts'
import { eraseDispute, findOwnDispute, type OwnDispute } from '../commitment/disputes.ts'
import { Refused } from '../errors.ts'
import { parseCode, receiptHash } from '../ledger/receipts.ts'
import { eraseText } from '../moderation/texts.ts'
import { transaction, type Scope } from '../scope.ts'
import { listRecordedActs } from '../survey/recorded-acts.ts'
import { eraseWithin } from './input-erasure.ts'
import { STANCE_SUBJECT } from './needs.ts'

/** Something that goes when its writer asks for it; keys of the words `erasure.goes`. */
export type Erasable = 'text' | 'proposal' | 'file' | 'email' | 'account' | 'objection' | 'reason'

export interface OwnWords {
  kind: 'input' | 'need-stance' | 'commitment-dispute'
  /** Of the consultation, or the promise. */
  title: string
  /** Of an input, within its consultation. */
  number: number | null
  text: string
  proposal: string | null
  fileName: string | null
  goes: Erasable[]
  answered: boolean
  /** Whether there is nothing left to erase. */
  erased: boolean
}

/** Undefined for a code of nothing, and of what holds no words: an answer to a survey. */
export async function findOwnWords({ db }: Pick<Scope, 'db'>, codeText: string): Promise<OwnWords | undefined> {
  const found = await findByCode(db, codeText)
  if (!found) return undefined
  if ('input' in found) return ownInput(db, found.input)
  return 'stance' in found ? ownReason(db, found.stance) : ownDispute(found)
}

/** @throws Refused not-found, conflict if it was erased before */
export function eraseOwnWords(scope: Scope, codeText: string): Promise<void> {
  return transaction(scope, async (inner) => {
    const found = await findByCode(inner.db, codeText)
    if (!found) throw new Refused('not-found')
    if ('input' in found) await eraseWithin(inner, found.input)
    else if ('stance' in found) await eraseReason(inner, found.stance)
    else await eraseDispute(inner, found)
  })
}

async function findByCode(
  db: Database,
  codeText: string,
): Promise<{ input: InputRow } | { stance: NeedStanceRow } | OwnDispute | undefined> {
  const code = parseCode(codeText)
  if (code === undefined) return undefined
  const input = await findInputByReceipt(db, receiptHash(code))
  if (input) return { input }
  const stance = await findStanceByReceipt(db, receiptHash(code))
  return stance ? { stance } : findOwnDispute({ db }, receiptHash(code))
}

export async function ownInput(db: Database, input: InputRow): Promise<OwnWords | undefined> {
  const consultation = await findConsultationById(db, input.consultationId)
  if (!consultation) return undefined
  const [objection] = await listObjections(db, [input.id])
  const { number, text, proposal, fileName, outcomeId, erasedAt } = input
  const goes: Partial<Record<Erasable, unknown>> = {
    text,
    proposal,
    file: fileName,
    email: input.email,
    account: input.accountId,
    objection: objection?.reason,
  }
  const going = (Object.keys(goes) as Erasable[]).filter((what) => goes[what])
  return {
    kind: 'input',
    title: consultation.title,
    number,
    text,
    proposal,
    fileName,
    goes: going,
    answered: outcomeId !== null,
    erased: erasedAt !== null || going.length === 0,
  }
}

async function ownReason(db: Database, { needId, reason }: NeedStanceRow): Promise<OwnWords | undefined> {
  const need = await findNeedById(db, needId)
  const consultation = need && (await findConsultationById(db, need.consultationId))
  if (!consultation) return undefined
  return { kind: 'need-stance', title: consultation.title, ...onlyReason(reason), answered: false }
}

function ownDispute({ dispute, commitment }: OwnDispute): OwnWords {
  const answered = dispute.answeredAt !== null
  return { kind: 'commitment-dispute', title: commitment.what, ...onlyReason(dispute.reason), answered }
}

function onlyReason(reason: string | null) {
  const goes: Erasable[] = reason === null ? [] : ['reason']
  return { number: null, proposal: null, fileName: null, text: reason ?? '', goes, erased: reason === null }
}

/** For or against stays, and counts. */
async function eraseReason(scope: Scope<Transaction>, { id, needId }: NeedStanceRow): Promise<void> {
  const need = await findNeedById(scope.db, needId)
  if (!need || !(await emptyStance(scope.db, id))) throw new Refused('conflict')
  await eraseText(scope, { kind: STANCE_SUBJECT, id })
  const acts = await listRecordedActs(scope.db, need.consultationId)
  const act = acts.find(({ kind, fields }) => kind === 'consultation.need-answered' && fields.id === id)
  if (act) await eraseFields(scope.db, act.seq, ['reason'])
  scope.record({ kind: 'consultation.reason-erased', subject: need.consultationId, fields: { need: needId } })
}
