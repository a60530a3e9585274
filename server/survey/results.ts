/** A survey's result as one object: the sentence, the table, the chart, the CSV and the JSON all read this. */
import { findTally } from '#db/survey/batches.ts'
import { listPublications } from '#db/survey/publications.ts'
import type { PublicationRow } from '#db/survey/tables.ts'
import { may } from '../access.ts'
import type { Scope } from '../scope.ts'
import { countsOf, type Counts } from './counts.ts'
import { placeOf, type SurveyFacts } from './facts.ts'
import type { Figures, SampleGoal } from './figures.ts'
import type { Arrivals } from './marks.ts'
import { changeSince, type PeriodChange } from './periods.ts'
import type { ElementOrder } from './rules/elements.ts'
import type { ProfileTable } from './rules/profile-tables.ts'
import type { Grade } from './rules/skm.ts'
import { disclosureOf } from './rules/suppression.ts'
import { figuresFrom, readSnapshot, snapshotDigest } from './snapshot.ts'
import { getSurveyRow, viewOf, type SurveyView } from './surveys.ts'

/**
 * `counts-only` before publication; `batches` what is sealed so far, where the region shows it while open and for staff;
 * `too-few` published, but fewer than five answered; `official` published; `withdrawn` published and taken back.
 */
export type Shown = 'counts-only' | 'too-few' | 'batches' | 'official' | 'withdrawn'

export interface VersionView {
  version: number
  /** `correction` is a ralat, `withdrawal` a pencabutan. */
  kind: 'result' | 'correction' | 'withdrawal'
  reason: string | null
  publishedAt: string
  ikm: number | null
  grade: Grade | null
  n: number
  served: number | null
  note: string | null
  /** SHA-256 of the frozen result, as in the ledger. */
  digest: string
}

export interface Results {
  survey: SurveyFacts
  /** Which U8 and U9 the labels follow, and whether the service is paid. */
  instrument: { source: string; order: ElementOrder; paid: boolean }
  shown: Shown
  /** The official figure, or what is shown so far; null where none is. */
  ikm: number | null
  grade: Grade | null
  /** Answers behind the figures where they are shown, else all received. */
  n: number
  /** All received, those that wait to be sealed included. */
  received: number
  /** By which way they came, and which sheets of paper were voided; null where that wasn't noted, or not yet said. */
  arrivals: Arrivals | null
  sample: SampleGoal | null
  /** Answers by people served. */
  responseRate: number | null
  figures: Figures | null
  /** Only with a publication. */
  profile: ProfileTable[] | null
  /** Against the last published period of the same unit and service. */
  change: PeriodChange | null
  /** Of the version that stands. */
  version: number | null
  publishedAt: string | null
  changedAt: string | null
  /** All that were ever published, the newest first. */
  versions: VersionView[]
}

/** @throws Refused not-found. Takes the same time whatever the number of answers. */
export async function getResults(scope: Scope, slug: string): Promise<Results> {
  const row = await getSurveyRow(scope, slug)
  const survey = await viewOf(scope, row)
  const publications = await listPublications(scope.db, row.id)
  if (publications.length > 0) return publishedResults(scope, survey, publications)
  const counts = await countsOf(scope, row)
  const { figures, n } = await figuresSoFar(scope, survey, may(scope.actor, 'survey.see', placeOf(row)))
  return {
    ...unpublished(survey, counts),
    ...(figures ? { shown: 'batches', figures, n, ikm: figures.ikm, grade: figures.grade } : {}),
  }
}

function unpublished(survey: SurveyView, { n, sample, responseRate }: Counts): Results {
  return {
    ...describe(survey),
    shown: 'counts-only',
    ikm: null,
    grade: null,
    n,
    received: n,
    arrivals: null,
    sample,
    responseRate,
    figures: null,
    profile: null,
    change: null,
    version: null,
    publishedAt: null,
    changedAt: null,
    versions: [],
  }
}

/** Once handed in staff see the whole; before, everyone sees the same: nothing, or the steps of ten that may be shown. */
async function figuresSoFar(
  scope: Scope,
  survey: SurveyView,
  staff: boolean,
): Promise<{ figures: Figures | null; n: number }> {
  const tally = await findTally(scope.db, survey.id)
  if (!tally) return { figures: null, n: 0 }
  if (survey.handedIn && staff) return { figures: figuresFrom(survey, tally.integers), n: tally.answers }
  const open = survey.state === 'open' && (survey.showWhileOpen || staff)
  if (!open || disclosureOf(tally.shownAnswers) !== 'levels') return { figures: null, n: 0 }
  return { figures: figuresFrom(survey, tally.shownIntegers), n: tally.shownAnswers }
}

async function publishedResults(scope: Scope, survey: SurveyView, publications: PublicationRow[]): Promise<Results> {
  const versions = publications.map(versionOf).reverse()
  const last = publications.at(-1)!
  const { n, sample, responseRate, figures, profile, channels, voided } = readSnapshot(last.snapshot)
  const common = {
    ...describe(survey),
    n,
    received: n,
    arrivals: channels ? { channels, voided: voided ?? {} } : null,
    sample,
    responseRate,
    versions,
    version: last.version,
    publishedAt: publications[0]?.publishedAt ?? null,
    changedAt: last.publishedAt,
  }
  if (last.kind === 'withdrawal') {
    return { ...common, shown: 'withdrawn', ikm: null, grade: null, figures: null, profile: null, change: null }
  }
  return {
    ...common,
    shown: figures ? 'official' : 'too-few',
    ikm: figures?.ikm ?? null,
    grade: figures?.grade ?? null,
    figures,
    profile,
    change: figures ? await changeSince(scope, survey, figures) : null,
  }
}

function describe(survey: SurveyView): Pick<Results, 'survey' | 'instrument'> {
  const { content, staff: _, ...facts } = survey
  return { survey: facts, instrument: { source: content.source, order: content.order, paid: content.paid } }
}

function versionOf({ version, kind, reason, publishedAt, snapshot: text }: PublicationRow): VersionView {
  const snapshot = readSnapshot(text)
  return {
    version,
    kind,
    reason,
    publishedAt,
    ikm: snapshot.figures?.ikm ?? null,
    grade: snapshot.figures?.grade ?? null,
    n: snapshot.n,
    served: snapshot.survey.served,
    note: snapshot.survey.note,
    digest: snapshotDigest(snapshot),
  }
}
