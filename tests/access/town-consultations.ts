/** The consultations of the town. */
import { announce } from '#server/consultation/announcing.ts'
import { draftConsultation, getConsultation } from '#server/consultation/consultations.ts'
import { listNeeds } from '#server/consultation/needs.ts'
import type { Scope } from '#server/scope.ts'
import { dayFromNow, done } from './town.ts'

/** Slugs, and what their addresses need besides. */
export interface SettledConsultations {
  open: string
  draft: string
  need: string
  previewKey: string
}

/** One whose need is asked about now, and one in preparation. */
export async function settleConsultations(officer: Scope, unit: string): Promise<SettledConsultations> {
  const input = (title: string) => ({
    title,
    summary: 'Warga diminta menilai apa yang kurang.',
    about: 'draft' as const,
    units: [unit],
    statements: ['Pengaduan sering tidak dijawab.'],
    needFrom: dayFromNow(1),
    needUntil: dayFromNow(9),
    draftFrom: dayFromNow(10),
    draftUntil: dayFromNow(20),
    answerBy: dayFromNow(30),
  })
  const { slug } = done(await draftConsultation(officer, input('Cara menangani pengaduan')))
  done(await announce(officer, slug))
  const waiting = done(await draftConsultation(officer, input('Cara mengatur antrean')))
  const { staff } = await getConsultation(officer, waiting.slug)
  const [need] = await listNeeds(officer, (await getConsultation(officer, slug)).id)
  return { open: slug, draft: waiting.slug, need: need?.id ?? '', previewKey: staff?.previewKey ?? '' }
}
