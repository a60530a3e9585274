/** An input: checked, numbered, stored once, handed to moderation, and answered with a receipt that follows it. */
import { createHmac } from 'node:crypto'
import { Refused } from '../errors.ts'
import { fileIssue, type GivenFile } from '../files.ts'
import { bodyIssues } from '../forms.ts'
import { gatherer } from '../gathering.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import { sha256 } from '../ledger/commitments.ts'
import { transaction, type Scope } from '../scope.ts'
import { isStrongKey } from '../survey/rules/answer-key.ts'
import type { InputArrival, InputEntry, InputSubmission, Way } from './input-arrivals.ts'
import { inputSchema, type InputBody, type InputFields } from './input-schema.ts'
import { storeInputs } from './input-store.ts'

export type { InputFields } from './input-schema.ts'
export type { InputSubmission, ReceivedInput, Way } from './input-arrivals.ts'

const enter = gatherer<InputArrival, InputEntry>((scope, arrivals) =>
  transaction(scope, (inner) => storeInputs(inner, arrivals)),
)

/**
 * Takes an input in, once, whatever line is cut and however often it is sent again: the same key and input get the same
 * receipt on every node, also after the phase. Those that arrive together are stored together.
 * @param fields what `inputSchema` takes
 * @param key the client's: at least 128 random bits
 * @throws Refused not-found
 */
export async function submitInput(
  scope: Scope,
  slug: string,
  fields: InputFields,
  key: string,
  { file = null, way = { via: 'web' } }: { file?: GivenFile | null; way?: Way } = {},
): Promise<InputSubmission> {
  const arrival = readArrival({ slug, fields, key, file, way, at: scope.now })
  const entry = arrival.kind === 'arrival' ? await enter(scope, arrival.arrival) : arrival
  if (entry.kind === 'missing') throw new Refused('not-found')
  return entry
}

interface Given {
  slug: string
  fields: InputFields
  key: string
  file: GivenFile | null
  way: Way
  at: Date
}

/** Everything that can be told without the database. */
export function readArrival(given: Given): { kind: 'arrival'; arrival: InputArrival } | InputSubmission {
  const { slug, fields, key, file, way, at } = given
  if (!isStrongKey(key)) return { kind: 'refused', reason: 'bad-key' }
  const reading = inputSchema.safeParse(fields)
  const wrongFile = file && fileIssue(file)
  const issues = { ...(reading.success ? {} : bodyIssues(reading.error)), ...(wrongFile ? { file: wrongFile } : {}) }
  if (!reading.success || wrongFile) return { kind: 'invalid', issues }
  const tag = tagOf(key, reading.data, file)
  return { kind: 'arrival', arrival: { slug, key, tag, body: reading.data, file, way, at } }
}

/** Which version was read, and whether the tray will do, is the way of an input and no part of it. */
function tagOf(key: string, { version: _version, tray: _tray, ...body }: InputBody, file: GivenFile | null): string {
  const hash = file ? sha256(Buffer.from(file.bytes).toString('base64')) : null
  return createHmac('sha256', key)
    .update(jcs({ ...body, file: hash } as unknown as Json))
    .digest('hex')
}
