/** Needs that people support or dispute, with reasons, while the consultation asks about the need. */
import { createHmac } from 'node:crypto'
import { findConsultationBySlug, listPhases, type PlacedConsultation } from '#db/consultation/consultations.ts'
import * as needs from '#db/consultation/needs.ts'
import type { NeedRow } from '#db/consultation/tables.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues } from '../forms.ts'
import { newId } from '../ids.ts'
import { jcs } from '../ledger/jcs.ts'
import { formatCode, receiptCode, receiptHash } from '../ledger/receipts.ts'
import type { Suspicion } from '../moderation/rules/suspicion.ts'
import { shownTexts, takeText } from '../moderation/texts.ts'
import { pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { isStrongKey } from '../survey/rules/answer-key.ts'
import { getConsultation } from './consultations.ts'
import { placeOf } from './places.ts'
import { currentPhase } from './rules/phases.ts'
import { stanceSchema, type StanceInput } from './schema.ts'

/** What moderation calls the reason of a stance. */
export const STANCE_SUBJECT = 'need-stance'
const PAGE = 20

export interface NeedView {
  id: string
  statement: string
  support: number
  dispute: number
  /** The consultation that it was stated in, where that is another one. */
  from: { slug: string; title: string } | null
}

/** The needs that a consultation rests on, with who agrees. */
export async function listNeeds({ db }: Pick<Scope, 'db'>, consultationId: string): Promise<NeedView[]> {
  const rows = await needs.listLinkedNeeds(db, consultationId)
  const counts = await needs.countStances(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    statement: row.statement,
    ...(counts.get(row.id) ?? { support: 0, dispute: 0 }),
    from: row.consultationId === consultationId ? null : { slug: row.slug, title: row.title },
  }))
}

export interface StanceReason {
  id: string
  stance: 'support' | 'dispute'
  /** Null while it waits for a moderator, and when one has hidden it. */
  reason: string | null
  state: 'shown' | 'held' | 'hidden'
  /** Names the text where it is reported. */
  textId: string | null
  arrivedAt: string
}

export interface NeedPage {
  need: NeedView
  reasons: StanceReason[]
  next: string | null
}

/** One need of the consultation with the reasons given, the latest first. @throws Refused not-found */
export async function getNeed(
  scope: Scope,
  consultationId: string,
  needId: string,
  cursor?: string | null,
): Promise<NeedPage> {
  const row = await needs.findNeed(scope.db, consultationId, needId)
  if (!row) throw new Refused('not-found')
  const counts = await needs.countStances(scope.db, [row.id])
  const rows = await needs.listReasons(scope.db, row.id, { after: readCursor(cursor), limit: PAGE + 1 })
  const shown = rows.slice(0, PAGE)
  const texts = await shownTexts(
    scope.db,
    STANCE_SUBJECT,
    shown.map(({ id }) => id),
  )
  const last = shown.at(-1)
  return {
    need: {
      id: row.id,
      statement: row.statement,
      ...(counts.get(row.id) ?? { support: 0, dispute: 0 }),
      from: null,
    },
    reasons: shown.map(({ id, stance, arrivedAt }) => {
      const text = texts.get(id)
      return {
        id,
        stance,
        arrivedAt,
        reason: text?.text ?? null,
        state: text?.state ?? 'held',
        textId: text?.id ?? null,
      }
    }),
    next: rows.length > PAGE && last ? Buffer.from(`${last.arrivedAt} ${last.id}`).toString('base64url') : null,
  }
}

export type StanceSubmission =
  | { kind: 'received'; receipt: string; state: 'shown' | 'held' }
  | { kind: 'refused'; reason: 'bad-key' | 'closed' }
  | { kind: 'refused'; reason: 'other-body'; receipt: string }
  | { kind: 'invalid'; issues: Issues; values: Record<string, string> }

/**
 * Stores what somebody thinks of a need, once: the same key and body get the same receipt, also after the phase.
 * @throws Refused not-found
 */
export async function takeStance(
  scope: Scope,
  slug: string,
  needId: string,
  input: StanceInput,
  { key, suspicion = [] }: { key: string; suspicion?: Suspicion[] },
): Promise<StanceSubmission> {
  if (!isStrongKey(key)) return { kind: 'refused', reason: 'bad-key' }
  const reading = readInput(stanceSchema, input)
  if (!reading.ok) return { kind: 'invalid', issues: reading.issues, values: reading.values }
  const { id: consultationId } = await getConsultation(scope, slug)
  const code = receiptCode('needStance', needId, key)
  const receipt = formatCode(code)
  const hash = receiptHash(code)
  const tag = createHmac('sha256', key).update(jcs(reading.value)).digest('hex')
  return transaction(scope, async (inner): Promise<StanceSubmission> => {
    const row = await findConsultationBySlug(inner.db, slug)
    const need = await needs.findNeed(inner.db, consultationId, needId)
    if (!row || !need) throw new Refused('not-found')
    const known = await needs.findStanceByReceipt(inner.db, hash)
    if (known) return known.tag === tag ? { kind: 'received', receipt, state: 'shown' } : otherBody(receipt)
    const phase = currentPhase(row, await listPhases(inner.db, [row.id]), scope.now)
    if (phase !== 'need') return { kind: 'refused', reason: 'closed' }
    const stance = { id: newId(), needId, ...reading.value, receiptHash: hash, tag, arrivedAt: scope.now.toISOString() }
    const stored = await needs.insertStance(inner.db, stance)
    if (!stored.isNew) return stored.tag === tag ? { kind: 'received', receipt, state: 'shown' } : otherBody(receipt)
    const { id, reason } = stance
    inner.record({
      kind: 'consultation.need-answered',
      subject: row.id,
      fields: { need: needId, stance: stance.stance, id, reason },
      closed: ['reason'],
    })
    const state = reason === null ? 'shown' : await handOver(inner, row, need, { id, reason, hash, suspicion })
    return { kind: 'received', receipt, state }
  })
}

async function handOver(
  scope: Parameters<typeof takeText>[0],
  row: PlacedConsultation,
  need: NeedRow,
  { id, reason, hash, suspicion }: { id: string; reason: string; hash: string; suspicion: Suspicion[] },
): Promise<'shown' | 'held'> {
  const taken = await takeText(scope, {
    subject: { kind: STANCE_SUBJECT, id },
    place: { ...placeOf(row), regionCode: row.regionCode },
    text: reason,
    title: row.title,
    path: pathTo('id', 'need', { slug: row.slug, need: need.id }),
    before: row.premoderated === 1,
    author: { receiptHash: hash },
    suspicion,
  })
  return taken.state
}

function otherBody(receipt: string): StanceSubmission {
  return { kind: 'refused', reason: 'other-body', receipt }
}

function readCursor(cursor: string | null | undefined): { arrivedAt: string; id: string } | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString()
  const [, arrivedAt, id] = /^([\d:.TZ-]{24}) (\w{32})$/.exec(text) ?? []
  return arrivedAt && id ? { arrivedAt, id } : undefined
}
