/** A consultation that takes inputs today: its draft was announced five days ago and is open for five more. */
import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import { announce } from '#server/consultation/announcing.ts'
import { draftConsultation } from '#server/consultation/consultations.ts'
import { getDraft } from '#server/consultation/drafts.ts'
import { placeOfInputs } from '#server/consultation/input-lists.ts'
import { saveDraft } from '#server/consultation/versions.ts'
import { granted } from '#server/demo/fill-places.ts'
import { scopeOf } from '#server/scope.ts'
import { dayFromNow } from '../support/days.ts'

export interface OpenDraft {
  id: string
  slug: string
  /** Ids of the passages, in their order. */
  blocks: string[]
}

export const OPEN_TEXT = `Pasal 1
Loket dibuka pukul 08.00 sampai dengan pukul 14.00.

Pasal 2
Layanan tidak dipungut biaya.

Pasal 3
Pemohon wajib hadir sendiri.`

/** @param unit slug of the responsible unit @param officer who may keep consultations there */
export async function openDraft(
  database: OpenDatabase,
  { unit, officer, title = 'Rancangan jam layanan loket' }: { unit: string; officer: Actor; title?: string },
): Promise<OpenDraft> {
  const then = scopeOf(database, { actor: officer, now: new Date(Date.now() - 5 * 86_400_000) })
  const { slug } = granted(
    await draftConsultation(then, {
      title,
      summary: 'Agar loket buka lebih lama bagi yang bekerja.',
      about: 'draft',
      units: [unit],
      needNoneReason: 'Kebutuhannya sudah jelas dari aduan warga.',
      draftFrom: dayFromNow(-5),
      draftUntil: dayFromNow(5),
      answerBy: dayFromNow(15),
    }),
  )
  granted(await saveDraft(then, slug, { text: OPEN_TEXT }))
  granted(await announce(then, slug))
  const { consultation } = await placeOfInputs(scopeOf(database), slug)
  const draft = await getDraft(scopeOf(database), consultation.id)
  return { id: consultation.id, slug, blocks: draft?.passages.map(({ blockId }) => blockId) ?? [] }
}
