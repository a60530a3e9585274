/**
 * Personal data found after signing are covered in what the public reads, by an act with its reason. The sealed original and
 * its hash stay as they are.
 */
import { findMeetingRecord, insertMasks, listMasks } from '#db/musyawarah/records.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { piecesOf } from '../moderation/rules/masking.ts'
import { transaction, type Scope } from '../scope.ts'
import { getMeetingFor, holdMeetingFor } from './meetings.ts'
import type { RecordData } from './record-data.ts'
import { publicRecord } from './record-public.ts'
import { coverSchema, type CoverInput } from './record-schema.ts'
import { masksFor } from './rules/masking.ts'

/**
 * Covers each piece (one a line) wherever residents' words stand. Issues: pieces: required, too-long, not-found; reason:
 * required. @throws Refused not-found, forbidden; conflict: meeting-not-signed
 */
export async function coverInRecord(
  scope: Scope,
  slug: string,
  input: CoverInput,
): Promise<Outcome<{ places: number }>> {
  const reading = readInput(coverSchema, input)
  await getMeetingFor(scope, slug, 'meeting.sign')
  if (!reading.ok) return reading
  const { reason } = reading.value
  const pieces = piecesOf(reading.value.pieces)
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.sign')
    const record = row.signedAt ? await findMeetingRecord(inner.db, row.id) : undefined
    if (!record) throw new Refused('conflict', 'meeting-not-signed')
    const before = await listMasks(inner.db, record.id)
    const { masks, missing } = masksFor(publicRecord(JSON.parse(record.data) as RecordData, before), pieces)
    if (missing.length > 0 || masks.length === 0) {
      return { ok: false as const, issues: { pieces: 'not-found' }, values: reading.values }
    }
    const act = { recordId: record.id, reason, byAccount: inner.actor?.accountId ?? '', at: inner.now.toISOString() }
    await insertMasks(
      inner.db,
      masks.map((mask) => ({ id: newId(), ...act, ...mask })),
    )
    const fields = { number: record.number, reason, masks: masks.map(({ field, shown }) => ({ field, shown })) }
    inner.record({ kind: 'musyawarah.covered', subject: row.id, fields, closed: ['masks'] })
    return { ok: true as const, places: masks.length }
  })
}
