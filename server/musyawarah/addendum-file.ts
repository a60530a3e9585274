/** An addendum on paper, to be signed in ink: what was typed, room to sign, and a code that leads to its verification. */
import { findMeetingRecord } from '#db/musyawarah/records.ts'
import { Refused } from '../errors.ts'
import { makeDocument } from '../documents/making.ts'
import { readInput, type Outcome } from '../forms.ts'
import type { Scope } from '../scope.ts'
import { wordsOf } from '../words/words.ts'
import { getMeetingFor } from './meetings.ts'
import { documentOf, type AskedRecord } from './record-file.ts'
import { addendumSchema } from './record-schema.ts'
import { rulesOf } from './views.ts'

const printed = addendumSchema.pick({ number: true, text: true })

/** Issues: number, text: required, too-long. @throws Refused not-found, forbidden; conflict: meeting-not-signed */
export async function addendumToSign(
  scope: Scope,
  asked: AskedRecord,
  input: { number: string; text: string },
): Promise<Outcome<{ bytes: Buffer }>> {
  const reading = readInput(printed, input)
  const meeting = await getMeetingFor(scope, asked.slug, 'meeting.sign')
  const record = meeting.signedAt ? await findMeetingRecord(scope.db, meeting.id) : undefined
  if (!record) throw new Refused('conflict', 'meeting-not-signed')
  if (!reading.ok) return reading
  const { number, text } = reading.value
  const { musyawarahPapers: t, musyawarahRecord } = wordsOf(asked.locale)
  const blocks = rulesOf(meeting).signers.map((office) => ({ office, name: '' }))
  const file = documentOf('record', { meeting }, asked, [
    { kind: 'paragraph', text: musyawarahRecord.number(number) },
    { kind: 'paragraph', text: t.addendumTo(record.number, meeting.title) },
    { kind: 'paragraph', text },
    { kind: 'heading', level: 1, text: musyawarahRecord.signatures },
    { kind: 'signatures', blocks },
  ])
  return { ok: true, bytes: await makeDocument('pdf', { ...file, title: t.addendumTitle }) }
}
