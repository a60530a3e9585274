/** What the inputs that arrive together need to know of their consultations, asked once for all of them. */
import { findConsultationBySlug, listPhases, type PlacedConsultation } from '#db/consultation/consultations.ts'
import { listPassages } from '#db/consultation/passages.ts'
import type { ConsultationPhaseRow } from '#db/consultation/tables.ts'
import { findPublishedVersion } from '#db/consultation/versions.ts'
import type { Database } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { listGroups } from '../directory/stakeholder-groups.ts'
import type { Gate, Passage, PassageText } from './rules/input-admission.ts'
import { currentPhase } from './rules/phases.ts'

export interface OpenConsultation {
  consultation: PlacedConsultation
  phases: ConsultationPhaseRow[]
  version: { id: string; number: number } | undefined
  /** Ids of the groups that a writer may choose from. */
  groups: Set<string>
}

/** Undefined for a slug of nothing. */
export async function openConsultation(db: Database, slug: string, now: Date): Promise<OpenConsultation | undefined> {
  const consultation = await findConsultationBySlug(db, slug)
  if (!consultation) return undefined
  const phases = await listPhases(db, [consultation.id])
  const version = await findPublishedVersion(db, consultation.id)
  const groups = await groupsOffered(db, consultation, now)
  return { consultation, phases, version, groups: new Set(groups.map(({ id }) => id)) }
}

/** The groups that a writer may choose from: those that are asked, or all of the region's where none is named. */
export async function groupsOffered(
  db: Database,
  { regionCode, timezone, groups }: Pick<PlacedConsultation, 'regionCode' | 'timezone' | 'groups'>,
  now: Date,
) {
  const offered = await listGroups(db, regionCode, dayIn(now, timezone))
  const asked = offered.filter(({ id }) => groups.includes(id))
  return asked.length > 0 ? asked : offered
}

export function gateOf({ consultation, phases, version, groups }: OpenConsultation, now: Date): Gate {
  return { phase: currentPhase(consultation, phases, now), version, groups }
}

/** Passages by id, each as it stands now, as it last stood, and as `seenVersion` has it. */
export async function passagesOf(
  db: Database,
  { consultation, version }: Pick<OpenConsultation, 'consultation' | 'version'>,
  blockIds: string[],
): Promise<(blockId: string, seenVersion: string | null) => Passage> {
  const rows = blockIds.length > 0 ? await listPassages(db, consultation.id, blockIds) : []
  const byBlock = Map.groupBy(rows, ({ blockId }) => blockId)
  return (blockId, seenVersion) => {
    const texts: PassageText[] = byBlock.get(blockId) ?? []
    const of = (versionId: string | null | undefined) => texts.find((text) => text.versionId === versionId)
    return { now: of(version?.id), last: texts.at(-1), seen: of(seenVersion) }
  }
}
