/** Consultations in the small world of the surveys: one in preparation, and ways to bring it further. */
import { announce } from '#server/consultation/announcing.ts'
import { draftConsultation, getConsultation } from '#server/consultation/consultations.ts'
import type { ConsultationInput } from '#server/consultation/schema.ts'
import { saveDraft } from '#server/consultation/versions.ts'
import type { ConsultationView } from '#server/consultation/views.ts'
import type { Outcome } from '#server/forms.ts'
import { actor, type World } from '../survey/world.ts'

/** The need is asked 1–5 July, the draft 10–20 July, answers are promised by 3 August. */
export const PLAN = {
  needFrom: '2026-07-01',
  needUntil: '2026-07-05',
  draftFrom: '2026-07-10',
  draftUntil: '2026-07-20',
  answerBy: '2026-08-03',
}
export const JUNE = new Date('2026-06-20T03:00:00Z')
export const NEED_OPEN = new Date('2026-07-02T03:00:00Z')
export const DRAFT_OPEN = new Date('2026-07-15T03:00:00Z')
export const CONSIDERED = new Date('2026-07-25T03:00:00Z')

export const DRAFT = `BAB I
KETENTUAN UMUM

Pasal 1
Pengaduan adalah penyampaian keluhan warga atas pelayanan.

Pasal 2
(1) Setiap pengaduan dijawab paling lama lima hari kerja.
(2) Jawaban memuat:
a. alasan; dan
b. langkah berikutnya.`

export function inputOf(world: World, rest: Partial<ConsultationInput> = {}): ConsultationInput {
  return {
    title: 'Cara menangani pengaduan',
    summary: 'Warga diminta menilai apa yang kurang dan membaca rancangannya.',
    about: 'draft',
    units: [world.unit.slug],
    statements: ['Pengaduan sering tidak dijawab.', 'Petugas tidak tahu siapa yang bertanggung jawab.'],
    ...PLAN,
    ...rest,
  }
}

export function done<T extends object>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome
}

/** One in preparation, with a draft already written unless told otherwise. */
export async function prepared(
  world: World,
  { text = DRAFT, ...rest }: Partial<ConsultationInput> & { text?: string | null } = {},
): Promise<ConsultationView> {
  const officer = world.as(world.officer, JUNE)
  const { slug } = done(await draftConsultation(officer, inputOf(world, rest)))
  if (text !== null) done(await saveDraft(officer, slug, { text }))
  return getConsultation(officer, slug)
}

/** One that was announced in June, with the draft asked about from 10 July on. */
export async function announced(world: World, rest: Parameters<typeof prepared>[1] = {}): Promise<ConsultationView> {
  const { slug } = await prepared(world, rest)
  done(await announce(world.as(world.officer, JUNE), slug))
  return getConsultation(world.as(null, JUNE), slug)
}

/** A draft that is asked about without asking for the need first, so that announcing publishes version 1. */
export function announcedDraft(world: World, rest: Parameters<typeof prepared>[1] = {}): Promise<ConsultationView> {
  return announced(world, { needFrom: null, needUntil: null, ...rest })
}

export const admin = (world: World) => actor('admin', 'region', world.regionCode)
