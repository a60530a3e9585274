/** A consultation whose draft is open, with two versions: the second mends one passage and drops another. */
import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import { announce } from '#server/consultation/announcing.ts'
import { draftConsultation } from '#server/consultation/consultations.ts'
import { getDraft } from '#server/consultation/drafts.ts'
import { placeOfInputs } from '#server/consultation/input-lists.ts'
import type { InputFields } from '#server/consultation/input-schema.ts'
import { submitInput, type InputSubmission, type ReceivedInput, type Way } from '#server/consultation/inputs.ts'
import { publishVersion, saveDraft } from '#server/consultation/versions.ts'
import { granted } from '#server/demo/fill-places.ts'
import { listGroups } from '#server/directory/stakeholder-groups.ts'
import type { GivenFile } from '#server/files.ts'
import { newSubmissionKey } from '#server/ids.ts'
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
  const town = await makeWorld(database)
  const officer = town.as(town.officer, BEFORE)
  const groups = (await listGroups(database.db, town.regionCode, '2026-06-20')).map(({ id }) => id)
  const { slug } = granted(
    await draftConsultation(officer, {
      title: 'Rancangan jam layanan',
      summary: 'Agar loket buka lebih lama.',
      about: 'draft',
      units: [town.unit.slug],
      groups,
      premoderated: premoderated === 1,
      needNoneReason: 'Sudah jelas dari aduan.',
      draftFrom: '2026-07-01',
      draftUntil: '2026-07-31',
      answerBy: '2026-08-20',
    }),
  )
  const { hours, hoursBefore, fee, gone } = TEXTS
  granted(await saveDraft(officer, slug, { text: articles(hoursBefore, fee, gone) }))
  granted(await announce(officer, slug))
  const first = await published(officer, slug)
  granted(await saveDraft(officer, slug, { text: articles(hours, fee) }))
  granted(await publishVersion(officer, slug, { note: 'Jam buka diperpanjang.' }))
  const second = await published(officer, slug)
  const { id } = first
  const [hoursBlock = '', feeBlock = '', goneBlock = ''] = first.blocks
  const blocks = { hours: hoursBlock, fee: feeBlock, gone: goneBlock }
  if (second.blocks.join() !== [blocks.hours, blocks.fee].join()) throw new Error('A passage lost its id.')
  const versions = { first: first.version, second: second.version }
  const submit: InputWorld['submit'] = (fields, { key = newSubmissionKey(), now = DURING, ...rest } = {}) =>
    submitInput(town.as(null, now), slug, fields, key, rest)
  const received: InputWorld['received'] = async (fields, given) => {
    const submission = await submit(fields, given)
    if (submission.kind !== 'received') throw new Error(JSON.stringify(submission))
    return submission
  }
  return {
    database,
    id,
    slug,
    blocks,
    versions,
    groups,
    submit,
    received,
    regionCode: town.regionCode,
    officer: town.officer,
    as: town.as,
  }
}

function articles(...texts: string[]): string {
  return texts.map((text, i) => `Pasal ${i + 1}\n${text}`).join('\n\n')
}

/** The version that is published now, and its passages in their order. */
async function published(scope: Scope, slug: string) {
  const { consultation, version } = await placeOfInputs(scope, slug)
  const draft = await getDraft(scope, consultation.id)
  return {
    id: consultation.id,
    version: version?.id ?? '',
    blocks: draft?.passages.map(({ blockId }) => blockId) ?? [],
  }
}
