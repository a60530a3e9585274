/** Two regions with the same staff in each, and surveys in the first: whoever works in the second is foreign there. */
import type { OpenDatabase } from '#db/database.ts'
import { addCommitment } from '#server/commitment/commitments.ts'
import { addInstitution } from '#server/directory/institutions.ts'
import { addRegion } from '#server/directory/regions.ts'
import { addService } from '#server/directory/services.ts'
import { addUnit } from '#server/directory/units.ts'
import type { Outcome } from '#server/forms.ts'
import { receiptHash, surveyReceiptCode } from '#server/ledger/receipts.ts'
import { addPolicy } from '#server/policy/policies.ts'
import { scopeOf } from '#server/scope.ts'
import { draftSurvey, openSurvey } from '#server/survey/surveys.ts'
import { openDraft, type OpenDraft } from '../consultation/open-draft.ts'
import { answeredDraft, type AnsweredDraft } from '../consultation/answered-draft.ts'
import { portalAdmin } from '../directory/actors.ts'
import { settleMeetings, type SettledMeetings } from './town-meetings.ts'
import { settleConsultations, type SettledConsultations } from './town-consultations.ts'
import { member } from '../identity/people.ts'
import { hand } from '../moderation/texts.ts'

export const ROLES = ['officer', 'publisher', 'auditor', 'admin', 'moderator'] as const

export interface Town {
  /** Ids and slugs of the first region. */
  institution: string
  unit: { id: string; slug: string }
  service: string
  open: { slug: string; shortCode: string }
  draft: { slug: string }
  /** A consultation whose draft is open. */
  consultation: OpenDraft
  /** A consultation that is being answered. */
  answered: AnsweredDraft
  commitment: string
  policy: string
  /** A text of the first region that the public reads, and its writer's receipt. */
  text: { id: string; code: string }
  consultations: SettledConsultations
  meetings: SettledMeetings
}

export async function settle(database: OpenDatabase): Promise<Town> {
  const own = await settleRegion(database, { code: '15.08', name: 'Kabupaten Bungo', kind: 'kabupaten' }, 'own')
  await settleRegion(database, { code: '14.72', name: 'Kota Dumai', kind: 'kota' }, 'foreign')
  const officer = scopeOf(database, {
    actor: { accountId: 'petugas', name: 'Petugas', grants: [{ role: 'officer', scopeKind: 'portal', scopeId: null }] },
  })
  const drafted = async (period: string) => {
    const input = {
      unit: own.unit.slug,
      service: own.service,
      period,
      firstDay: dayFromNow(-5),
      lastDay: dayFromNow(5),
    }
    return done(await draftSurvey(officer, input)).survey
  }
  const open = await openSurvey(officer, (await drafted('Semester ini')).slug)
  const draft = await drafted('Semester depan')
  const promised = {
    place: `unit:${own.unit.id}`,
    what: 'Memasang nomor antrean di loket',
    why: 'Warga lama menunggu.',
    owner: 'Dinas Dukcapil',
    dueOn: dayFromNow(30),
    sourceTitle: 'Survei semester ini',
  }
  const { commitment } = done(await addCommitment(officer, promised))
  const policy = done(await addPolicy(officer, policyFields))
  const answered = await answeredDraft(database, { unit: own.unit.slug, officer: officer.actor! })
  const consultation = await openDraft(database, { unit: own.unit.slug, officer: officer.actor! })
  const code = surveyReceiptCode('teks', 'wewenang')
  const { id } = await hand(database, { id: 'teks', author: { receiptHash: receiptHash(code) } })
  const followed = { commitment: commitment.slug, policy: policy.slug }
  const consultations = await settleConsultations(officer, own.unit.slug)
  const meetings = await settleMeetings(officer, own.unit.id)
  return { ...own, open, draft, ...followed, meetings, consultation, consultations, answered, text: { id, code } }
}

/** What a policy of the first region needs. */
export const policyFields = {
  place: 'region:15.08',
  title: 'Penanganan keluhan di loket',
  kind: 'keputusan' as const,
  topics: ['service' as const],
  initiator: 'Bagian Organisasi',
  enactor: 'Bupati Bungo',
  summary: 'Setiap keluhan dijawab paling lama tiga hari kerja.',
}

async function settleRegion(
  database: OpenDatabase,
  { code, name, kind }: { code: string; name: string; kind: 'kabupaten' | 'kota' },
  side: 'own' | 'foreign',
) {
  const admin = scopeOf(database, { actor: portalAdmin })
  done(await addRegion(admin, { code, name, kind, timezone: 'Asia/Jakarta' }))
  const { institution } = done(await addInstitution(admin, { region: code, kind: 'agency', name: 'Dinas Dukcapil' }))
  const { unit } = done(
    await addUnit(admin, { institution: institution.id, name: `Loket ${name}`, sector: 'civil_registration' }),
  )
  const { service } = done(await addService(admin, { unit: unit.id, name: 'KTP-el' }))
  for (const role of ROLES) {
    const account = { email: emailOf(role, side), name: `${role} ${side}`, role, scopeKind: 'region', scopeId: code }
    await member(admin, database, account)
  }
  return { institution: institution.id, unit: { id: unit.id, slug: unit.slug }, service: service.slug }
}

export function emailOf(role: (typeof ROLES)[number], side: 'own' | 'foreign'): string {
  return `${role}.${side}@contoh.go.id`
}

export function done<T extends object>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome
}

export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
