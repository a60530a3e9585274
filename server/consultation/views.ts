/** What everyone may know of a consultation, as pages, documents and the API say it. */
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import type { ConsultationPhaseRow, Phase } from '#db/consultation/tables.ts'
import type { Database } from '#db/database.ts'
import { listUnitsByIds } from '#db/directory/units.ts'
import { may } from '../access.ts'
import type { Zone } from '../directory/rules/days.ts'
import { findGroups, type StakeholderGroup } from '../directory/stakeholder-groups.ts'
import { findPolicyName } from '../policy/policies.ts'
import type { Scope } from '../scope.ts'
import { placeOf } from './places.ts'
import { currentPhase, nextPhaseChange, type PhaseDays } from './rules/phases.ts'
import { planOf, type Plan } from './rules/plan.ts'

export interface ConsultationFacts {
  /** Opaque; the subject of its entries in the ledger. */
  id: string
  slug: string
  title: string
  summary: string
  about: 'need' | 'draft' | 'evaluation' | 'standard'
  policyId: string | null
  needNoneReason: string | null
  region: { code: string; slug: string; name: string; sample: boolean }
  timezone: Zone
  institution: { name: string } | null
  unitIds: string[]
  groupIds: string[]
  premoderated: boolean
  /** Where it is now, by the clock. */
  phase: Phase
  phases: PhaseDays[]
  plan: Plan
  /** The last day by which every input is answered. */
  answerBy: string
  inputsTaken: number
  createdAt: string
  announcedAt: string | null
  closedAt: string | null
  closingReason: string | null
  /** The next instant at which the phase changes by the clock alone. */
  nextChange: Date | null
}

export interface ConsultationView extends ConsultationFacts {
  units: { id: string; slug: string; name: string }[]
  groups: StakeholderGroup[]
  policy: { slug: string; title: string } | null
  /** For those who may see it in preparation; null for everyone else. */
  staff: { createdBy: string; previewKey: string; copiedFrom: string | null } | null
}

export function factsOf(row: PlacedConsultation, phaseRows: ConsultationPhaseRow[], now: Date): ConsultationFacts {
  const phases = phaseRows.map(({ phase, startsOn, endsOn }) => ({ phase, startsOn, endsOn }))
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    about: row.about,
    policyId: row.policyId,
    needNoneReason: row.needNoneReason,
    region: { code: row.regionCode, slug: row.regionSlug, name: row.regionName, sample: row.sample === 1 },
    timezone: row.timezone,
    institution: row.institutionName === null ? null : { name: row.institutionName },
    unitIds: row.unitIds,
    groupIds: row.groups,
    premoderated: row.premoderated === 1,
    phase: currentPhase(row, phases, now),
    phases,
    plan: planOf(phases, row.answerBy),
    answerBy: row.answerBy,
    inputsTaken: row.inputsTaken,
    createdAt: row.createdAt,
    announcedAt: row.announcedAt,
    closedAt: row.closedAt,
    closingReason: row.closingReason,
    nextChange: nextPhaseChange(row, phases, now),
  }
}

export async function viewOf(
  { db, actor, now }: Pick<Scope, 'db' | 'actor' | 'now'>,
  row: PlacedConsultation,
  phases: ConsultationPhaseRow[],
): Promise<ConsultationView> {
  const { createdBy, previewKey, copiedFrom } = row
  return {
    ...factsOf(row, phases, now),
    units: await unitsOf(db, row.unitIds),
    groups: await groupsOf(db, row.groups),
    policy: row.policyId === null ? null : ((await findPolicyName({ db }, row.policyId)) ?? null),
    staff: may(actor, 'consultation.see', placeOf(row)) ? { createdBy, previewKey, copiedFrom } : null,
  }
}

/** In the order in which they were named. */
async function unitsOf(db: Database, ids: string[]): Promise<ConsultationView['units']> {
  const rows = new Map((await listUnitsByIds(db, ids)).map((unit) => [unit.id, unit]))
  return ids.flatMap((id) => {
    const unit = rows.get(id)
    return unit ? [{ id, slug: unit.slug, name: unit.name }] : []
  })
}

async function groupsOf(db: Database, ids: string[]): Promise<StakeholderGroup[]> {
  const groups = await findGroups(db, ids)
  return ids.flatMap((id) => groups.get(id) ?? [])
}
