/** A consultation whose draft is open, with two versions: the second mends one passage and drops another. */
import { randomBytes } from 'node:crypto'
import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import type { InputFields } from '#server/consultation/input-schema.ts'
import { submitInput, type InputSubmission, type ReceivedInput, type Way } from '#server/consultation/inputs.ts'
import type { GivenFile } from '#server/files.ts'
import { newId, newSubmissionKey } from '#server/ids.ts'
import { sha256 } from '#server/ledger/commitments.ts'
import type { Scope } from '#server/scope.ts'
import { makeWorld } from '../survey/world.ts'

export const DURING = new Date('2026-07-10T03:00:00Z')
export const CONSIDERING = new Date('2026-08-05T03:00:00Z')
export const BEFORE = new Date('2026-06-20T03:00:00Z')

export const TEXTS = {
  hours: 'Loket dibuka pukul 08.00 sampai dengan pukul 14.00.',
  hoursBefore: 'Loket dibuka pukul 08.00 sampai dengan pukul 12.00.',
  fee: 'Layanan tidak dipungut biaya.',
  gone: 'Pemohon wajib hadir sendiri.',
}

export interface InputWorld {
  database: OpenDatabase
  id: string
  slug: string
  regionCode: string
  officer: Actor
  /** Ids of the passages. */
  blocks: { hours: string; fee: string; gone: string }
  versions: { first: string; second: string }
  groups: string[]
  as(actor: Actor | null, now?: Date): Scope
  submit(
    fields: InputFields,
    given?: { key?: string; now?: Date; file?: GivenFile | null; way?: Way },
  ): Promise<InputSubmission>
  /** The same where nothing else will do. */
  received(fields: InputFields, given?: Parameters<InputWorld['submit']>[1]): Promise<ReceivedInput>
}

export async function makeInputWorld(
  database: OpenDatabase,
  { premoderated = 0 }: { premoderated?: 0 | 1 } = {},
): Promise<InputWorld> {
  const { db } = database
  const town = await makeWorld(database)
  const [id, slug] = [newId(), `jam-layanan-${randomBytes(4).toString('hex')}`]
  const groups = (await db.selectFrom('stakeholderGroup').select('id').orderBy('position').execute()).map(
    ({ id }) => id,
  )
  await db
    .insertInto('consultation')
    .values({
      id,
      slug,
      title: 'Rancangan jam layanan',
      summary: 'Agar loket buka lebih lama.',
      about: 'draft',
      policyId: null,
      needNoneReason: 'Sudah jelas dari aduan.',
      regionCode: town.regionCode,
      institutionId: null,
      unitIds: '[]',
      groups: JSON.stringify(groups),
      premoderated,
      answerBy: '2026-08-20',
      previewKey: newId(),
      copiedFrom: null,
      createdBy: 'petugas',
      createdAt: BEFORE.toISOString(),
      announcedAt: BEFORE.toISOString(),
      closedAt: null,
      closingReason: null,
      closedBy: null,
    })
    .execute()
  const phases = [
    { phase: 'draft' as const, startsOn: '2026-07-01', endsOn: '2026-07-31' },
    { phase: 'consideration' as const, startsOn: '2026-08-01', endsOn: '2026-08-20' },
    { phase: 'answered' as const, startsOn: '2026-08-21', endsOn: null },
  ]
  await db
    .insertInto('consultationPhase')
    .values(phases.map((phase) => ({ consultationId: id, ...phase })))
    .execute()
  const blocks = { hours: newId(), fee: newId(), gone: newId() }
  await db
    .insertInto('draftBlock')
    .values(Object.values(blocks).map((block) => ({ id: block, consultationId: id })))
    .execute()
  const versions = { first: newId(), second: newId() }
  await publish(database, id, versions.first, 1, { ...blocks, texts: { ...TEXTS, hours: TEXTS.hoursBefore } })
  await publish(database, id, versions.second, 2, { ...blocks, gone: undefined, texts: TEXTS })
  const submit: InputWorld['submit'] = (fields, { key = newSubmissionKey(), now = DURING, ...rest } = {}) =>
    submitInput(town.as(null, now), slug, fields, key, rest)
  const received: InputWorld['received'] = async (fields, given) => {
    const submission = await submit(fields, given)
    if (submission.kind !== 'received') throw new Error(JSON.stringify(submission))
    return submission
  }
  const { regionCode, officer } = town
  return { database, id, slug, regionCode, officer, blocks, versions, groups, as: town.as, submit, received }
}

async function publish(
  { db }: OpenDatabase,
  consultationId: string,
  id: string,
  number: number,
  { texts, ...blocks }: { hours: string; fee: string; gone: string | undefined; texts: typeof TEXTS },
): Promise<void> {
  const row = {
    id,
    consultationId,
    number,
    note: 'Perbaikan.',
    publishedAt: BEFORE.toISOString(),
    publishedBy: 'petugas',
  }
  await db.insertInto('draftVersion').values(row).execute()
  const named = Object.entries(blocks) as [keyof typeof blocks, string | undefined][]
  const rows = named.flatMap(([name, blockId], position) => {
    if (!blockId) return []
    const [label, text] = [`Pasal ${position + 1}`, texts[name]]
    return [{ versionId: id, blockId, position, kind: 'article' as const, label, text, textHash: sha256(label + text) }]
  })
  await db.insertInto('blockText').values(rows).execute()
}
