/** Of the demonstration's consultations, and one in preparation beside them: something to see on each of their pages. */
import { draftConsultation, getConsultation } from '#server/consultation/consultations.ts'
import { listConsultations } from '#server/consultation/lists.ts'
import { listNeeds } from '#server/consultation/needs.ts'
import { saveDraft } from '#server/consultation/versions.ts'
import { granted } from '#server/demo/fill-places.ts'
import type { Scope } from '#server/scope.ts'
import { dayFromNow } from '../support/days.ts'

export interface ShownConsultations {
  /** Slugs by what they show. */
  slugs: Record<'versions' | 'need' | 'first' | 'over', string>
  /** A need that is asked about now. */
  need: { slug: string; need: string }
  /** The link to one in preparation. */
  preview: { slug: string; key: string }
}

export async function showConsultations(anyone: Scope, officer: Scope, unit: string): Promise<ShownConsultations> {
  const { items } = await listConsultations(anyone, { limit: 100 })
  const of = (region: string, over = false) =>
    items.find((one) => one.region.slug === region && (one.phase === 'answered' || one.phase === 'closed') === over)!
  const asked = of('kemuning')
  const [need] = await listNeeds(anyone, asked.id)
  const prepared = granted(
    await draftConsultation(officer, {
      title: 'Jam buka loket',
      summary: 'Masih disiapkan: kapan loket dibuka.',
      about: 'standard',
      units: [unit],
      statements: ['Loket tutup saat jam istirahat.'],
      draftFrom: dayFromNow(5),
      draftUntil: dayFromNow(9),
      answerBy: dayFromNow(30),
    }),
  )
  granted(await saveDraft(officer, prepared.slug, { text: 'Pasal 1\nLoket dibuka pukul delapan.' }))
  const { staff } = await getConsultation(officer, prepared.slug)
  return {
    slugs: {
      versions: of('bungo').slug,
      need: asked.slug,
      first: of('dumai').slug,
      over: of('dumai', true).slug,
    },
    need: { slug: asked.slug, need: need?.id ?? '' },
    preview: { slug: prepared.slug, key: staff?.previewKey ?? '' },
  }
}
