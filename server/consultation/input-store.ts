/** Storing inputs that arrived together, in one transaction: each is numbered, found by its words, and on the record. */
import {
  insertInputs,
  insertSupports,
  listInputsByReceipt,
  lockNumbering,
  setInputsTaken,
} from '#db/consultation/inputs.ts'
import { insertSearchables } from '#db/consultation/input-search.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import type { Transaction } from '#db/database.ts'
import type { PublicAct } from '../ledger/append.ts'
import { formatCode, receiptCode, receiptHash } from '../ledger/receipts.ts'
import { shownTexts, takeTexts, type TakenText } from '../moderation/texts.ts'
import { pathTo } from '../paths.ts'
import type { Scope } from '../scope.ts'
import type { InputArrival, InputEntry } from './input-arrivals.ts'
import { openConsultation, type OpenConsultation } from './input-gates.ts'
import { admitting, type NewInput } from './input-admitting.ts'
import { searchableOf } from './input-words.ts'
import { placeOf } from './places.ts'

/** Answers each arrival in its order. */
export async function storeInputs(scope: Scope<Transaction>, arrivals: InputArrival[]): Promise<InputEntry[]> {
  const entries = new Map<InputArrival, InputEntry>()
  for (const [slug, some] of Map.groupBy(arrivals, (arrival) => arrival.slug)) {
    const open = await openConsultation(scope.db, slug, scope.now)
    // One in preparation is there for nobody yet.
    if (!open?.consultation.announcedAt) for (const arrival of some) entries.set(arrival, { kind: 'missing' })
    else for (const [arrival, entry] of await storeInto(scope, open, some)) entries.set(arrival, entry)
  }
  return arrivals.map((arrival) => entries.get(arrival) ?? { kind: 'missing' })
}

async function storeInto(
  scope: Scope<Transaction>,
  open: OpenConsultation,
  arrivals: InputArrival[],
): Promise<Map<InputArrival, InputEntry>> {
  const { id } = open.consultation
  const taken = (await lockNumbering(scope.db, scope.engine, [id])).get(id) ?? 0
  const entries = new Map<InputArrival, InputEntry>()
  const codes = new Map(arrivals.map((arrival) => [arrival, receiptCode('input', id, arrival.key)]))
  const known = await knownReceipts(scope, [...codes.values()])
  const admit = await admitting(scope, open, arrivals)
  const fresh: NewInput[] = []
  for (const arrival of arrivals) {
    const code = codes.get(arrival) ?? ''
    const before = known.get(receiptHash(code)) ?? fresh.find((other) => other.code === code)?.row
    if (before) {
      entries.set(arrival, await again(scope, open, { arrival, code, before, fresh }))
      continue
    }
    const made = await admit(arrival, code, taken + fresh.length + 1)
    if ('row' in made) fresh.push(made)
    else entries.set(arrival, made)
  }
  if (fresh.length > 0) await insertAll(scope, id, fresh, taken)
  for (const [arrival, entry] of await received(scope, open, fresh)) entries.set(arrival, entry)
  return entries
}

async function knownReceipts({ db }: Scope<Transaction>, codes: string[]) {
  const rows = await listInputsByReceipt(db, codes.map(receiptHash))
  return new Map(rows.map((row) => [row.receiptHash, row]))
}

async function again(
  scope: Scope<Transaction>,
  { consultation }: OpenConsultation,
  {
    arrival,
    code,
    before,
    fresh,
  }: { arrival: InputArrival; code: string; before: Pick<InputRow, 'id' | 'number' | 'tag'>; fresh: NewInput[] },
): Promise<InputEntry> {
  const receipt = formatCode(code)
  if (before.tag !== arrival.tag) return { kind: 'refused', reason: 'other-body', receipt }
  const isNew = fresh.some(({ row }) => row.id === before.id)
  const shown = isNew ? undefined : (await shownTexts(scope.db, 'input', [before.id])).get(before.id)
  const state = shown?.state === 'held' ? 'held' : 'shown'
  const { answerBy } = consultation
  return { kind: 'received', receipt, number: before.number, state, promisedBy: null, answerBy, first: false }
}

async function insertAll({ db }: Scope<Transaction>, id: string, fresh: NewInput[], taken: number): Promise<void> {
  await insertInputs(
    db,
    fresh.map(({ row }) => row),
  )
  await setInputsTaken(db, id, taken + fresh.length)
  const supports = fresh.flatMap(({ row, supportedId }) => (supportedId ? [{ inputId: row.id, supportedId }] : []))
  if (supports.length > 0) await insertSupports(db, supports)
  await insertSearchables(
    db,
    fresh.flatMap(({ row }) => searchableOf(row) ?? []),
  )
}

/** What the public reads goes through moderation, and on the record: open what it is about, closed what it says. */
async function received(
  scope: Scope<Transaction>,
  open: OpenConsultation,
  fresh: NewInput[],
): Promise<[InputArrival, InputEntry][]> {
  const { id, answerBy } = open.consultation
  for (const { row } of fresh) scope.record(actOf(id, row))
  const texts = fresh.map((one) => publicTextOf(open, one))
  const taken = await takeTexts(
    scope,
    texts.filter((text) => text !== undefined),
  )
  return fresh.map(({ arrival, code, row }, index) => {
    const { state, promisedBy } = (texts[index] && taken.shift()) || { state: 'shown', promisedBy: null }
    const receipt = formatCode(code)
    return [arrival, { kind: 'received', receipt, number: row.number, state, promisedBy, answerBy, first: true }]
  })
}

function actOf(consultationId: string, row: InputRow): PublicAct {
  const { number, blockId, stance, via, proposal, fileHash, versionId: version } = row
  const texts = { text: row.text, ...(proposal === null ? {} : { proposal }) }
  return {
    kind: 'consultation.input-received',
    subject: consultationId,
    fields: { number, block: blockId, version, stance, via, file: fileHash, ...texts },
    closed: Object.keys(texts),
  }
}

/** Undefined for an input that says nothing of its own. */
function publicTextOf({ consultation }: OpenConsultation, { row, arrival }: NewInput): TakenText | undefined {
  const text = [row.text, row.proposal].filter(Boolean).join('\n\n')
  if (!text && !row.fileName) return undefined
  const { slug, title, regionCode } = consultation
  const page = row.blockId === null ? 'inputs' : 'block'
  const address = pathTo('id', page, { slug, block: row.blockId ?? '' })
  return {
    subject: { kind: 'input', id: row.id },
    place: { ...placeOf(consultation), regionCode },
    text: text || (row.fileName ?? ''),
    title,
    path: `${address}?cursor=${row.number + 1}#masukan-${row.number}`,
    before: consultation.premoderated === 1,
    author: authorOf(row, arrival),
    suspicion: arrival.way.suspicion ?? [],
  }
}

/** How its writer is told what moderators decide. */
function authorOf({ receiptHash, email, locale }: InputRow, { way }: InputArrival): TakenText['author'] {
  const address = email ?? way.resident?.email
  return { receiptHash, ...(address ? { email: address, locale } : {}) }
}
