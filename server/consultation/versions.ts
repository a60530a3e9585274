/** The draft: written in the quiet, published as versions that everyone can compare. */
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { listLinkedNeeds } from '#db/consultation/needs.ts'
import * as versions from '#db/consultation/versions.ts'
import type { BlockTextRow, DraftVersionRow } from '#db/consultation/tables.ts'
import type { Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import type { GivenFile } from '../files.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../ledger/commitments.ts'
import { jcs } from '../ledger/jcs.ts'
import { transaction, type Scope } from '../scope.ts'
import { getConsultationFor } from './consultations.ts'
import { draftIssue, readDraftFile } from './reading/draft-file.ts'
import { cutDraft, writeDraft, type CutBlock } from './rules/cutting.ts'
import { matchBlocks, settledMatches } from './rules/matching.ts'
import { draftTextSchema, publicationSchema } from './schema.ts'

/** The draft as one text, to be typed on: what is being written, else what was published last, else nothing. */
export async function getDraftText(scope: Scope, slug: string): Promise<{ text: string; isWritten: boolean }> {
  const row = await getConsultationFor(scope, slug, 'consultation.keep')
  const last = (await versions.listVersions(scope.db, row.id)).at(-1)
  const blocks = last ? await versions.listBlocks(scope.db, last.id) : []
  return { text: writeDraft(blocks), isWritten: last !== undefined && last.publishedAt === null }
}

/**
 * Cuts a text into passages and keeps them as the version that is being written. A passage that goes on one of the
 * published version keeps its id, and a pairing that was corrected stays. Issues: text: see `draftIssue`. @throws Refused conflict once closed
 */
export async function saveDraft(
  scope: Scope,
  slug: string,
  input: { text: string },
): Promise<Outcome<{ blocks: number }>> {
  await getConsultationFor(scope, slug, 'consultation.keep')
  const reading = readInput(draftTextSchema, input)
  if (!reading.ok) return reading
  const cut = cutDraft(reading.value.text)
  const issue = draftIssue(cut)
  if (issue) return { ok: false, issues: { text: issue }, values: reading.values }
  await transaction(scope, async (inner) => {
    const row = await getConsultationFor(inner, slug, 'consultation.keep')
    if (row.closedAt) throw new Refused('conflict', 'consultation-closed')
    await writeBlocks(inner, row.id, cut)
  })
  return { ok: true, blocks: cut.length }
}

/**
 * Reads a file and keeps it at once: how it was cut can be seen and mended then. Issues: file, text: see `DraftIssue`; `text`
 * is what was read of it. @throws Refused as `saveDraft`
 */
export async function saveDraftFile(
  scope: Scope,
  slug: string,
  file: GivenFile,
): Promise<{ ok: true; blocks: number } | { ok: false; issues: Issues; text?: string }> {
  await getConsultationFor(scope, slug, 'consultation.keep')
  const read = readDraftFile(file)
  if (!read.ok) return { ok: false, issues: { file: read.issue } }
  const saved = await saveDraft(scope, slug, { text: read.text })
  return saved.ok ? saved : { ok: false, issues: saved.issues, text: read.text }
}

/** Throws away what is being written; what was published stays. */
export async function discardDraft(scope: Scope, slug: string): Promise<void> {
  await transaction(scope, async (inner) => {
    const row = await getConsultationFor(inner, slug, 'consultation.keep')
    const open = (await versions.listVersions(inner.db, row.id)).find(({ publishedAt }) => publishedAt === null)
    if (!open) throw new Refused('conflict', 'no-draft')
    await versions.replaceBlocks(inner.db, { consultationId: row.id, versionId: open.id }, [], [])
    await versions.deleteVersion(inner.db, open.id)
  })
}

/**
 * Publishes what was written. Issues: note: required from the second version on; needNoneReason: need-or-reason; text:
 * unchanged. @throws Refused conflict in preparation (announcing publishes), once closed, or with nothing written
 */
export async function publishVersion(
  scope: Scope,
  slug: string,
  input: { note?: string | null },
): Promise<Outcome<{ number: number }>> {
  const reading = readInput(publicationSchema, input)
  await getConsultationFor(scope, slug, 'consultation.keep')
  if (!reading.ok) return reading
  const refuse = (issues: Record<string, string>) => ({ ok: false as const, issues, values: reading.values })
  return transaction(scope, async (inner): Promise<Outcome<{ number: number }>> => {
    const row = await getConsultationFor(inner, slug, 'consultation.keep')
    if (!row.announcedAt) throw new Refused('conflict', 'consultation-in-preparation')
    if (row.closedAt) throw new Refused('conflict', 'consultation-closed')
    const { note } = reading.value
    const before = await versions.findPublishedVersion(inner.db, row.id)
    if (before && (note === null || note.length < 10)) return refuse({ note: 'reason' })
    if (!row.needNoneReason && (await listLinkedNeeds(inner.db, row.id)).length === 0) {
      return refuse({ needNoneReason: 'need-or-reason' })
    }
    if (before && (await isUnchanged(inner, row.id, before))) return refuse({ text: 'unchanged' })
    return { ok: true, number: await publishWritten(inner, row, note) }
  })
}

/** Publishes the version that is being written. @returns its number. @throws Refused conflict if there is none */
export async function publishWritten(
  scope: Scope<Transaction>,
  row: PlacedConsultation,
  note: string | null,
): Promise<number> {
  const all = await versions.listVersions(scope.db, row.id)
  const open = all.find(({ publishedAt }) => publishedAt === null)
  if (!open) throw new Refused('conflict', 'no-draft')
  const change = {
    note: note ?? '',
    publishedAt: scope.now.toISOString(),
    publishedBy: scope.actor?.accountId ?? '',
  }
  if (!(await versions.markPublished(scope.db, open.id, change))) throw new Refused('conflict', 'no-draft')
  const blocks = await versions.listBlocks(scope.db, open.id)
  scope.record({
    kind: 'consultation.version-published',
    subject: row.id,
    fields: { number: open.number, note: change.note, blocks: blocks.length, text: hashOfVersion(blocks) },
  })
  return open.number
}

/** Binds a version to all that it says: each passage's id with the digest of its number and text, in order. */
export function hashOfVersion(blocks: Pick<BlockTextRow, 'blockId' | 'textHash'>[]): string {
  return sha256(jcs(blocks.map(({ blockId, textHash }) => [blockId, textHash])))
}

export function hashOfBlock({ kind, label, text }: CutBlock): string {
  return sha256(jcs([kind, label, text]))
}

async function writeBlocks(scope: Scope<Transaction>, consultationId: string, cut: CutBlock[]): Promise<void> {
  const { db } = scope
  const all = await versions.listVersions(db, consultationId)
  const open = all.find(({ publishedAt }) => publishedAt === null) ?? (await openVersion(scope, consultationId, all))
  const before = all.findLast(({ publishedAt }) => publishedAt !== null)
  const old = before ? await versions.listBlocks(db, before.id) : []
  const written = await versions.listBlocks(db, open.id)
  const matched = matchBlocks(old, cut, settledMatches(old, written, cut))
  const fresh: string[] = []
  const blocks = cut.map((block, position) => {
    const known = old[matched[position] ?? -1]?.blockId
    const blockId = known ?? newId()
    if (!known) fresh.push(blockId)
    return { blockId, position, ...block, textHash: hashOfBlock(block) }
  })
  await versions.replaceBlocks(db, { consultationId, versionId: open.id }, blocks, fresh)
}

async function openVersion(
  { db }: Scope<Transaction>,
  consultationId: string,
  all: DraftVersionRow[],
): Promise<DraftVersionRow> {
  const number = (all.at(-1)?.number ?? 0) + 1
  const version = { id: newId(), consultationId, number, note: '', publishedAt: null, publishedBy: null }
  await versions.insertVersion(db, version)
  return version
}

async function isUnchanged(scope: Scope, consultationId: string, before: DraftVersionRow): Promise<boolean> {
  const open = (await versions.listVersions(scope.db, consultationId)).find(({ publishedAt }) => publishedAt === null)
  if (!open) return false
  const [old, next] = [await versions.listBlocks(scope.db, before.id), await versions.listBlocks(scope.db, open.id)]
  return hashOfVersion(old) === hashOfVersion(next)
}
