/** What a publication freezes: everything that is shown of a result, and nothing that may not be. */
import type { TallyRow } from '#db/survey/tables.ts'
import { sha256 } from '../ledger/commitments.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import { figuresOf, sampleGoal, type Figures, type SampleGoal } from './figures.ts'
import type { Arrivals } from './marks.ts'
import type { SurveyView } from './surveys.ts'
import { profileTables, type ProfileTable } from './rules/profile-tables.ts'
import type { ProfileTally } from './rules/profile.ts'
import { disclosureOf } from './rules/suppression.ts'
import { tallyFromIntegers } from './rules/tally.ts'

export interface Snapshot {
  /** By which way the answers came and what was voided; missing in versions from before that was noted. */
  channels?: Arrivals['channels']
  voided?: Arrivals['voided']
  survey: {
    id: string
    slug: string
    title: string
    period: string
    firstDay: string
    lastDay: string
    region: string
    institution: string
    unit: string
    service: string | null
    instrument: string
    served: number | null
    note: string | null
  }
  /** Everyone who handed in answers. */
  n: number
  batches: number
  sample: SampleGoal | null
  /** Answers by people served; null when that isn't known. */
  responseRate: number | null
  figures: Figures | null
  profile: ProfileTable[] | null
}

/** What the ledger calls the entering of a version of each kind. */
export const PUBLICATION_KINDS: Readonly<Record<string, string>> = {
  'survey.published': 'result',
  'survey.corrected': 'correction',
  'survey.withdrawn': 'withdrawal',
}

/** The result of all sealed answers, as it may be shown. */
export function snapshotOf(survey: SurveyView, tally: TallyRow, { channels, voided }: Arrivals): Snapshot {
  const { id, slug, title, period, firstDay, lastDay, served, note, weight } = survey
  const profile = JSON.parse(tally.profile) as ProfileTally
  return {
    survey: {
      id,
      slug,
      title,
      period,
      firstDay,
      lastDay,
      served,
      note,
      region: survey.region.name,
      institution: survey.institution.name,
      unit: survey.unit.name,
      service: survey.service?.name ?? null,
      instrument: survey.instrument.hash,
    },
    n: tally.answers,
    channels,
    voided,
    batches: tally.batches,
    sample: sampleGoal(served, survey.sampleMode, tally.answers),
    responseRate: served ? tally.answers / served : null,
    figures: figuresFrom(survey, tally.integers),
    profile: disclosureOf(tally.answers) === 'levels' ? profileTables(profile, weight) : null,
  }
}

export function figuresFrom({ weight, content }: SurveyView, integers: string): Figures | null {
  const labels = content.elements.map(({ key, label }) => ({ key, label }))
  return figuresOf(tallyFromIntegers(JSON.parse(integers) as number[]), { weight, paid: content.paid, labels })
}

/** SHA-256 of its canonical JSON, as the ledger holds it. */
export function snapshotDigest(snapshot: Snapshot): string {
  return sha256(jcs(snapshot as unknown as Json))
}

export function readSnapshot(text: string): Snapshot {
  return JSON.parse(text) as Snapshot
}
