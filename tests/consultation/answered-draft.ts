/** A consultation whose draft was open and whose inputs are being answered: one waits, one is answered, one objected to. */
import type { OpenDatabase } from '#db/database.ts'
import { findConsultationBySlug } from '#db/consultation/consultations.ts'
import type { Actor } from '#server/access.ts'
import { announce } from '#server/consultation/announcing.ts'
import { answer } from '#server/consultation/answering.ts'
import { draftConsultation } from '#server/consultation/consultations.ts'
import { objectToAnswer } from '#server/consultation/objections.ts'
import { saveDraft } from '#server/consultation/versions.ts'
import { granted } from '#server/demo/fill-places.ts'
import { scopeOf } from '#server/scope.ts'
import { dayFromNow } from '../support/days.ts'
import { writeInputs } from './answer-world.ts'

export interface AnsweredDraft {
  id: string
  slug: string
  /** Codes of receipts: of what waits, of what is answered, and of what was objected to. */
  codes: [string, string, string]
}

const TEXT = `Pasal 1
Loket dibuka pukul 08.00 sampai dengan pukul 14.00.

Pasal 2
Layanan tidak dipungut biaya.`

const DAY_MS = 86_400_000

/** @param unit slug of the responsible unit @param officer who may keep and answer consultations there */
export async function answeredDraft(
  database: OpenDatabase,
  { unit, officer }: { unit: string; officer: Actor },
): Promise<AnsweredDraft> {
  const at = (days: number, actor: Actor | null = officer) =>
    scopeOf(database, { actor, now: new Date(Date.now() + days * DAY_MS) })
  const { slug } = granted(
    await draftConsultation(at(-20), {
      title: 'Rancangan jam layanan yang dibahas',
      summary: 'Agar loket buka lebih lama bagi yang bekerja.',
      about: 'draft',
      units: [unit],
      needNoneReason: 'Kebutuhannya sudah jelas dari aduan warga.',
      draftFrom: dayFromNow(-20),
      draftUntil: dayFromNow(-10),
      answerBy: dayFromNow(15),
    }),
  )
  granted(await saveDraft(at(-20), slug, { text: TEXT }))
  granted(await announce(at(-20), slug))
  const row = await findConsultationBySlug(database.db, slug)
  if (!row) throw new Error('It was drafted and is not there.')
  const texts = ['Tolong buka sampai sore.', 'Terima kasih, gratis.', 'Sabtu juga dibuka.']
  const [waiting = '', answered = '', objected = ''] = await writeInputs(
    at(-15, null),
    row,
    texts.map((text) => ({ text })),
  )
  const reason = 'Sudah diatur dalam peraturan yang berlaku sekarang.'
  for (const number of [2, 3]) granted(await answer(at(-5), slug, { inputs: [number] }, { hasil: 'already', reason }))
  granted(await objectToAnswer(at(-4, null), objected, { reason: 'Yang saya tanyakan hari Sabtu, bukan biaya.' }))
  return { id: row.id, slug, codes: [waiting, answered, objected] }
}
