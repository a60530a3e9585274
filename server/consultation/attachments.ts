/** Documents that go with a consultation: kept by what is in them, served through the consultation alone. */
import * as attachments from '#db/consultation/attachments.ts'
import type { ConsultationFileRow } from '#db/consultation/tables.ts'
import { Refused } from '../errors.ts'
import { answerFile, readFile, storeFile, type FileIssue, type GivenFile } from '../files.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { getConsultation, getConsultationFor } from './consultations.ts'

const MOST_FILES = 20

export function listAttachments({ db }: Pick<Scope, 'db'>, consultationId: string): Promise<ConsultationFileRow[]> {
  return attachments.listConsultationFiles(db, consultationId)
}

/** Adds a document; once announced, that is a public act. Issues: file: file-kind, file-too-big, file-too-many. */
export async function addAttachment(
  scope: Scope,
  slug: string,
  file: GivenFile,
): Promise<{ ok: true; id: string } | { ok: false; issues: { file: FileIssue | 'file-too-many' } }> {
  return transaction(scope, async (inner) => {
    const row = await getConsultationFor(inner, slug, 'consultation.keep')
    const known = await attachments.listConsultationFiles(inner.db, row.id)
    if (known.length >= MOST_FILES) return { ok: false, issues: { file: 'file-too-many' } }
    const stored = await storeFile(inner, file)
    if (!stored.ok) return { ok: false, issues: { file: stored.issue } }
    const { hash, name } = stored
    const position = (known.at(-1)?.position ?? -1) + 1
    const id = newId()
    await attachments.insertConsultationFile(inner.db, { id, consultationId: row.id, fileHash: hash, name, position })
    if (row.announcedAt) inner.record({ kind: 'consultation.file-added', subject: row.id, fields: { name, hash } })
    return { ok: true, id }
  })
}

/** Takes a document away. @throws Refused not-found */
export async function removeAttachment(scope: Scope, slug: string, id: string): Promise<void> {
  await transaction(scope, async (inner) => {
    const row = await getConsultationFor(inner, slug, 'consultation.keep')
    const file = (await attachments.listConsultationFiles(inner.db, row.id)).find((one) => one.id === id)
    if (!file) throw new Refused('not-found')
    await attachments.deleteConsultationFile(inner.db, id)
    const fields = { name: file.name, hash: file.fileHash }
    if (row.announcedAt) inner.record({ kind: 'consultation.file-removed', subject: row.id, fields })
  })
}

/** The document itself, to be saved. @throws Refused not-found */
export async function answerAttachment(scope: Scope, slug: string, id: string): Promise<Response> {
  const { id: consultationId } = await getConsultation(scope, slug)
  const attached = (await attachments.listConsultationFiles(scope.db, consultationId)).find((one) => one.id === id)
  const file = attached && (await readFile(scope.db, attached.fileHash))
  if (!file) throw new Refused('not-found')
  return answerFile(file, attached.name)
}
