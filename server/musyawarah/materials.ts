/** What is to be read before a meeting: kept by what is in it, served through the meeting alone. */
import * as files from '#db/musyawarah/hall-files.ts'
import type { Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import { answerFile, readFile, releaseFile, storeFile, type GivenFile } from '../files.ts'
import type { Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { getMeetingRow, holdMeetingFor } from './meetings.ts'

const MOST_MATERIALS = 20

/**
 * Adds a document; once the meeting is announced, that is a public act. Issues: file: file-missing, file-kind, file-too-big,
 * file-too-many. @throws Refused not-found, forbidden, conflict once it was closed or called off
 */
export async function addMaterial(
  scope: Scope,
  slug: string,
  file: GivenFile | undefined,
): Promise<Outcome<{ id: string }>> {
  const wrong = (issue: string) => ({ ok: false as const, issues: { file: issue }, values: {} })
  return transaction(scope, async (inner) => {
    const row = await holdForMaterials(inner, slug)
    if (!file) return wrong('file-missing')
    const known = await files.listMeetingFiles(inner.db, row.id, 'material')
    if (known.length >= MOST_MATERIALS) return wrong('file-too-many')
    const stored = await storeFile(inner, file)
    if (!stored.ok) return wrong(stored.issue)
    const { hash, name } = stored
    const [id, position] = [newId(), (known.at(-1)?.position ?? 0) + 1]
    const material = { id, meetingId: row.id, itemId: null, fileHash: hash, name, position, caption: null }
    await files.insertMeetingFile(inner.db, { ...material, what: 'material' })
    if (row.announcedAt) inner.record({ kind: 'musyawarah.file-added', subject: row.id, fields: { name, hash } })
    return { ok: true as const, id }
  })
}

/** Takes a document away, its bytes with it. @throws Refused as `addMaterial` */
export async function removeMaterial(scope: Scope, slug: string, id: string): Promise<void> {
  await transaction(scope, async (inner) => {
    const row = await holdForMaterials(inner, slug)
    const material = await files.findMeetingFile(inner.db, row.id, id)
    if (material?.what !== 'material') throw new Refused('not-found')
    const { name, fileHash: hash } = material
    await files.deleteMeetingFile(inner.db, id)
    await releaseFile(inner, hash)
    if (row.announcedAt) inner.record({ kind: 'musyawarah.file-removed', subject: row.id, fields: { name, hash } })
  })
}

/** The document itself, to be saved. @throws Refused not-found */
export async function answerMaterial(scope: Scope, slug: string, id: string): Promise<Response> {
  const { id: meetingId } = await getMeetingRow(scope, slug)
  const material = await files.findMeetingFile(scope.db, meetingId, id)
  const file = material?.what === 'material' ? await readFile(scope.db, material.fileHash) : undefined
  if (!material || !file) throw new Refused('not-found')
  return answerFile(file, material.name)
}

async function holdForMaterials(inner: Scope<Transaction>, slug: string) {
  const row = await holdMeetingFor(inner, slug, 'meeting.keep')
  if (row.cancelledAt) throw new Refused('conflict', 'meeting-cancelled')
  if (row.closedAt) throw new Refused('conflict', 'meeting-closed')
  return row
}
