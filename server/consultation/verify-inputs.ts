/** The auditor's walk over inputs: each says what it said when it came, and none is missing, added or half erased. */
import { findConsultationById } from '#db/consultation/consultations.ts'
import { listConsultationsWithInputs, listInputsAfter } from '#db/consultation/inputs.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import { listSubjectsOf } from '#db/ledger/entries.ts'
import type { Database } from '#db/database.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Count, Problem, Verifier } from '../ledger/verification.ts'
import { listRecordedActs } from '../survey/recorded-acts.ts'

const RECEIVED = 'consultation.input-received'
const AT_ONCE = 1000

export const verifyInputs: Verifier = async function* (db, count) {
  const ids = new Set([...(await listConsultationsWithInputs(db)), ...(await listSubjectsOf(db, RECEIVED))])
  for (const id of ids) yield* checkConsultation(db, id, count)
}

async function* checkConsultation(db: Database, consultationId: string, count: Count): AsyncGenerator<Problem> {
  const consultation = await findConsultationById(db, consultationId)
  const name = consultation?.slug ?? consultationId
  const acts = await listRecordedActs(db, consultationId)
  const recorded = new Map(
    acts.filter(({ kind }) => kind === RECEIVED).map(({ fields }) => [Number(fields.number), fields]),
  )
  for (let after = 0; ;) {
    const inputs = await listInputsAfter(db, consultationId, after, AT_ONCE)
    for (const input of inputs) {
      const what = wrongWith(input, recorded.get(input.number))
      if (what) yield { kind: 'input', id: `${name}/${input.number}`, what }
      recorded.delete(input.number)
    }
    count('inputs', inputs.length)
    after = inputs.at(-1)?.number ?? after
    if (inputs.length < AT_ONCE) break
  }
  for (const number of recorded.keys()) yield { kind: 'input', id: `${name}/${number}`, what: 'input-missing' }
}

function wrongWith(input: InputRow, fields: Record<string, Json> | undefined): string | undefined {
  if (!fields) return 'input-unrecorded'
  const { blockId: block, versionId: version, stance, via, text, proposal, erasedAt, fileHash: file } = input
  const about = { block, version, stance, via }
  const recorded = Object.fromEntries(Object.keys(about).map((name) => [name, fields[name] ?? null]))
  if (jcs(about) !== jcs(recorded)) return 'input-changed'
  if (erasedAt !== null)
    return fields.text === undefined && fields.proposal === undefined ? undefined : 'input-half-erased'
  const same = fields.text === text && (fields.proposal ?? null) === proposal && (fields.file ?? null) === file
  return same ? undefined : 'input-changed'
}
