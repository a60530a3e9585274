/** From an arrival to the row it becomes, or to what it is told instead. */
import { listInputsByNumber } from '#db/consultation/inputs.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import type { Transaction } from '#db/database.ts'
import { storeFile } from '../files.ts'
import { numberedId } from '../ids.ts'
import { receiptHash } from '../ledger/receipts.ts'
import type { Scope } from '../scope.ts'
import type { InputArrival, InputEntry } from './input-arrivals.ts'
import { gateOf, passagesOf, type OpenConsultation } from './input-gates.ts'
import { admitInput, type PassageText } from './rules/input-admission.ts'

export interface NewInput {
  arrival: InputArrival
  row: InputRow
  code: string
  supportedId: string | null
}

/** @returns what makes a row of an arrival, or says why not. */
export async function admitting(scope: Scope<Transaction>, open: OpenConsultation, arrivals: InputArrival[]) {
  const { consultation } = open
  const numbers = [...new Set(arrivals.flatMap(({ body }) => body.supports ?? []))]
  const supported = numbers.length > 0 ? await listInputsByNumber(scope.db, consultation.id, numbers) : []
  const blocks = [...arrivals.map(({ body }) => body.block), ...supported.map(({ blockId }) => blockId)]
  const passageOf = await passagesOf(scope.db, open, [...new Set(blocks.filter((block) => block !== null))])
  return async (arrival: InputArrival, code: string, number: number): Promise<NewInput | InputEntry> => {
    const { body, file, way } = arrival
    const target = supported.find((one) => one.number === body.supports)
    if (body.supports && !target) return { kind: 'invalid', issues: { supports: 'no-input' } }
    const block = target ? target.blockId : body.block
    const passage = block ? passageOf(block, body.version) : undefined
    const candidate = { ...body, block, tray: body.tray || target !== undefined, entered: way.enteredBy !== undefined }
    const admission = admitInput(
      gateOf(open, arrival.at),
      candidate,
      target && passage?.last ? { ...passage, seen: undefined } : passage,
    )
    if (admission.kind !== 'admitted') return admission
    const stored = file ? await storeFile(scope, file) : undefined
    if (stored && !stored.ok) return { kind: 'invalid', issues: { file: stored.issue } }
    const row = rowOf(open, arrival, { code, number, block, spokeOf: admission.spokeOf })
    const named = { ...row, fileHash: stored?.hash ?? null, fileName: stored?.name ?? null }
    return { arrival, code, row: named, supportedId: target?.id ?? null }
  }
}

function rowOf(
  { consultation }: OpenConsultation,
  { body, way, tag, at }: InputArrival,
  { code, number, block, spokeOf }: { code: string; number: number; block: string | null; spokeOf: PassageText | null },
): InputRow {
  return {
    id: numberedId(consultation.id, number),
    consultationId: consultation.id,
    number,
    blockId: block,
    versionId: spokeOf?.versionId ?? null,
    quoted: spokeOf?.text ?? null,
    stance: body.stance,
    text: body.text,
    proposal: body.proposal,
    groupId: body.group,
    fileHash: null,
    fileName: null,
    via: way.via,
    enteredBy: way.enteredBy ?? null,
    provenance: way.provenance ?? null,
    organisationId: way.organisationId ?? null,
    email: body.email,
    accountId: way.resident?.id ?? null,
    locale: way.locale ?? null,
    ownerAccount: null,
    receiptHash: receiptHash(code),
    tag,
    arrivedAt: at.toISOString(),
    bundleId: null,
    outcomeId: null,
    erasedAt: null,
  }
}
