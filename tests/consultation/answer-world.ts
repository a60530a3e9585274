/** A consultation that is being answered: a draft in two versions, and inputs on its passages. */
import type { OpenDatabase } from '#db/database.ts'
import type { InputTable } from '#db/consultation/input-tables.ts'
import { insertSearchables } from '#db/consultation/input-search.ts'
import { searchableOf } from '#server/consultation/input-words.ts'
import { newId } from '#server/ids.ts'
import { receiptCode, receiptHash } from '#server/ledger/receipts.ts'
import { transaction, type Scope } from '#server/scope.ts'
import { takeText } from '#server/moderation/texts.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'

export const NOW = new Date('2026-07-10T03:00:00Z')
/** The last day of the promise. */
export const ANSWER_BY = '2026-07-31'

/** What a use case made. @throws if it made nothing, with what was wrong */
export function done<T extends object>(outcome: ({ ok: true } & T) | { ok: false; issues: object }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome
}

export interface AnswerWorld extends World {
  consultation: { id: string; slug: string }
  /** Ids of the passages, in their order: the first changed between the versions. */
  blocks: [string, string]
  /** Adds inputs; the first is number 1. @returns the codes of their receipts */
  write(inputs: Partial<InputTable>[]): Promise<string[]>
}

export async function makeAnswerWorld(database: OpenDatabase): Promise<AnswerWorld> {
  const world = await makeWorld(database)
  const { db } = database
  const [id, slug] = [newId(), `jam-layanan-${newId().slice(0, 6)}`]
  await db
    .insertInto('consultation')
    .values({
      id,
      slug,
      title: 'Jam layanan loket',
      summary: 'Loket buka lebih lama.',
      about: 'draft',
      policyId: null,
      needNoneReason: 'Sudah jelas.',
      regionCode: world.regionCode,
      institutionId: null,
      unitIds: JSON.stringify([world.unit.id]),
      groups: '[]',
      premoderated: 0,
      answerBy: ANSWER_BY,
      inputsTaken: 0,
      previewKey: newId(),
      copiedFrom: null,
      createdBy: 'petugas',
      createdAt: '2026-06-01T00:00:00.000Z',
      announcedAt: '2026-06-01T00:00:00.000Z',
      closedAt: null,
      closingReason: null,
      closedBy: null,
    })
    .execute()
  const blocks = await writeDraft(database, id)
  const officer = actor('officer', 'unit', world.unit.id)
  const write = (inputs: Partial<InputTable>[]) =>
    writeInputs(world.as(null, NOW), { id, regionCode: world.regionCode }, inputs)
  return { ...world, officer, consultation: { id, slug }, blocks, write }
}

async function writeDraft({ db }: OpenDatabase, consultationId: string): Promise<[string, string]> {
  const blocks: [string, string] = [newId(), newId()]
  await db
    .insertInto('draftBlock')
    .values(blocks.map((id) => ({ id, consultationId })))
    .execute()
  for (const number of [1, 2]) {
    const versionId = newId()
    const publishedAt = `2026-06-0${number}T00:00:00.000Z`
    await db
      .insertInto('draftVersion')
      .values({ id: versionId, consultationId, number, note: 'Naskah', publishedAt, publishedBy: 'petugas' })
      .execute()
    const texts = [`Loket buka sampai pukul 1${4 + number}.00.`, 'Loket tutup pada hari libur.']
    const rows = blocks.map((blockId, i) => ({
      versionId,
      blockId,
      position: i + 1,
      kind: 'article' as const,
      label: `Pasal ${i + 1}`,
      text: texts[i] ?? '',
      textHash: newId(),
    }))
    await db.insertInto('blockText').values(rows).execute()
  }
  return blocks
}

/** Puts inputs in as they are stored. @returns the codes of their receipts */
export async function writeInputs(
  anyone: Scope,
  consultation: { id: string; regionCode: string },
  inputs: Partial<InputTable>[],
): Promise<string[]> {
  const codes: string[] = []
  await transaction(anyone, async (scope) => {
    for (const given of inputs) {
      const { inputsTaken: number } = await scope.db
        .updateTable('consultation')
        .set((eb) => ({ inputsTaken: eb('inputsTaken', '+', 1) }))
        .where('id', '=', consultation.id)
        .returning('inputsTaken')
        .executeTakeFirstOrThrow()
      const code = receiptCode('input', consultation.id, newId())
      const row = {
        id: newId(),
        consultationId: consultation.id,
        number,
        blockId: null,
        versionId: null,
        quoted: null,
        stance: null,
        text: `Masukan ${number}: tolong buka sampai sore.`,
        proposal: null,
        groupId: null,
        fileHash: null,
        fileName: null,
        via: 'web' as const,
        enteredBy: null,
        provenance: null,
        organisationId: null,
        email: null,
        accountId: null,
        ownerAccount: null,
        receiptHash: receiptHash(code),
        tag: null,
        arrivedAt: scope.now.toISOString(),
        bundleId: null,
        outcomeId: null,
        erasedAt: null,
        ...given,
      }
      await scope.db.insertInto('input').values(row).execute()
      const searchable = searchableOf(row)
      if (searchable) await insertSearchables(scope.db, [searchable])
      await takeText(scope, {
        subject: {
          kind: 'input',
          id: row.id,
        },
        place: { regionCode: consultation.regionCode },
        text: row.text,
        title: 'Jam layanan loket',
        path: '/konsultasi',
        before: false,
        author: {},
      })
      codes.push(code)
    }
  })
  return codes
}
