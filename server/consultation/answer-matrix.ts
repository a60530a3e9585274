/** The matrix of inputs and responses: one object for the page, the files and the programs. A page of it at a time. */
import * as inputs from '#db/consultation/answered-inputs.ts'
import type { InputFilter } from '#db/consultation/answered-inputs.ts'
import type { Hasil, ObjectionRow, OutcomeRow } from '#db/consultation/answer-tables.ts'
import { listBundlesById } from '#db/consultation/bundles.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import { countSharing, listObjections, listOutcomes } from '#db/consultation/outcomes.ts'
import { listPassagesThrough, type NamedPassage } from '#db/consultation/passages-answered.ts'
import { listVersions } from '#db/consultation/versions.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { listCommitmentsOf } from '#db/commitment/commitments.ts'
import type { Database } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { findGroups, type StakeholderGroup } from '../directory/stakeholder-groups.ts'
import { shownTexts, type ShownText } from '../moderation/texts.ts'

export interface MatrixRow {
  number: number
  /** The day it came, in the region's zone. */
  day: string
  /** Null: on the whole. `gone`: no longer in the draft. */
  block: { id: string; label: string; text: string; gone: boolean } | null
  /** What the passage said when it was written of. */
  quoted: string | null
  stance: InputRow['stance']
  /** What may be read of it; null while it is held, when it is hidden, and once it is erased. */
  text: string | null
  proposal: string | null
  state: ShownText['state'] | 'erased'
  hiddenFor: string | null
  group: StakeholderGroup['name'] | null
  via: InputRow['via']
  bundle: { id: string; title: string } | null
  answer: MatrixAnswer | null
  /** Earlier answers that were replaced, the latest first. */
  earlier: MatrixAnswer[]
  objection: MatrixObjection | null
}

export interface MatrixAnswer {
  hasil: Hasil
  reason: string
  day: string
  /** How many inputs share it. */
  shared: number
  /** The passage that it changed, and the version in which it stands changed. */
  change: { block: string; label: string; version: number } | null
  commitment: string | null
}

export interface MatrixObjection {
  day: string
  /** Null while it is held, or hidden. */
  reason: string | null
  settlement: ObjectionRow['settlement']
  note: string | null
}

/** In order of their numbers. A constant number of queries for any number of inputs. */
export async function matrixPage(
  db: Database,
  consultation: PlacedConsultation,
  filter: InputFilter,
  { after, limit }: { after: number; limit: number },
): Promise<{ rows: MatrixRow[]; next: number | null }> {
  const found = await inputs.pageOfInputs(db, consultation.id, filter, { after, limit: limit + 1 })
  const page = found.slice(0, limit)
  const next = found.length > limit ? (page.at(-1)?.number ?? null) : null
  return { rows: await matrixRows(db, consultation, page), next }
}

export async function matrixRows(
  db: Database,
  consultation: PlacedConsultation,
  page: InputRow[],
): Promise<MatrixRow[]> {
  const known = await knownOf(db, consultation, page)
  return page.map((input) => rowOf(consultation, input, known))
}

interface Known {
  texts: Map<string, ShownText>
  reasons: Map<string, ShownText>
  outcomes: Map<string, OutcomeRow>
  shared: Map<string, number>
  passages: Map<string, NamedPassage[]>
  versions: Map<string, number>
  lastVersion: number
  objections: Map<string, ObjectionRow>
  bundles: Map<string, string>
  groups: Map<string, StakeholderGroup>
  /** Slugs by the answer. */
  commitments: Map<string, string>
}

async function knownOf(db: Database, { id }: PlacedConsultation, page: InputRow[]): Promise<Known> {
  const outcomes = await withEarlier(db, present(page.map(({ outcomeId }) => outcomeId)))
  const objections = await listObjections(
    db,
    page.map((input) => input.id),
  )
  const blocks = present([...page.map(({ blockId }) => blockId), ...outcomes.map(({ blockId }) => blockId)])
  const versions = (await listVersions(db, id)).filter(({ publishedAt }) => publishedAt !== null)
  const bundles = await listBundlesById(db, present(page.map(({ bundleId }) => bundleId)))
  const carrying = outcomes.filter(({ commitmentId }) => commitmentId !== null).map((row) => row.id)
  const promised = await listCommitmentsOf(db, 'outcome', carrying)
  return {
    texts: await shownTexts(
      db,
      'input',
      page.map((input) => input.id),
    ),
    reasons: await shownTexts(
      db,
      'objection',
      objections.map((objection) => objection.id),
    ),
    outcomes: new Map(outcomes.map((row) => [row.id, row])),
    shared: await countSharing(
      db,
      id,
      outcomes.map((row) => row.id),
    ),
    passages: Map.groupBy(await listPassagesThrough(db, id, blocks), ({ blockId }) => blockId),
    versions: new Map(versions.map((version) => [version.id, version.number])),
    lastVersion: versions.at(-1)?.number ?? 0,
    objections: new Map(objections.map((row) => [row.inputId, row])),
    bundles: new Map(bundles.map((bundle) => [bundle.id, bundle.title])),
    groups: await findGroups(db, present(page.map(({ groupId }) => groupId))),
    commitments: new Map(promised.map(({ sourceId, slug }) => [sourceId, slug])),
  }
}

/** With what each replaced. Twice at most: who was answered three times reads the rest in the ledger. */
async function withEarlier(db: Database, ids: string[]): Promise<OutcomeRow[]> {
  const now = await listOutcomes(db, ids)
  const before = await listOutcomes(db, present(now.map(({ replaces }) => replaces)))
  return [...now, ...before]
}

function rowOf({ timezone }: PlacedConsultation, input: InputRow, known: Known): MatrixRow {
  const shown = known.texts.get(input.id)
  const readable = input.erasedAt === null && (shown === undefined || shown.state === 'shown')
  const state = input.erasedAt !== null ? 'erased' : (shown?.state ?? 'shown')
  const outcome = input.outcomeId ? known.outcomes.get(input.outcomeId) : undefined
  const before = outcome?.replaces ? known.outcomes.get(outcome.replaces) : undefined
  const objection = known.objections.get(input.id)
  const title = input.bundleId && known.bundles.get(input.bundleId)
  return {
    number: input.number,
    day: dayIn(new Date(input.arrivedAt), timezone),
    block: input.blockId ? passageOf(input.blockId, known) : null,
    quoted: input.quoted,
    stance: input.stance,
    text: readable ? (shown?.masked ? shown.text : input.text) : null,
    proposal: readable && !shown?.masked ? input.proposal : null,
    state,
    hiddenFor: state === 'hidden' ? (shown?.reasonCode ?? null) : null,
    group: (input.groupId && known.groups.get(input.groupId)?.name) || null,
    via: input.via,
    bundle: input.bundleId && title ? { id: input.bundleId, title } : null,
    answer: outcome ? answerOf(outcome, timezone, known) : null,
    earlier: before ? [answerOf(before, timezone, known)] : [],
    objection: objection ? objectionOf(objection, timezone, known) : null,
  }
}

function passageOf(blockId: string, { passages, lastVersion }: Known): MatrixRow['block'] {
  const last = passages.get(blockId)?.at(-1)
  return { id: blockId, label: last?.label ?? '', text: last?.text ?? '', gone: (last?.version ?? 0) < lastVersion }
}

type Zone = PlacedConsultation['timezone']

function answerOf(row: OutcomeRow, timezone: Zone, known: Known): MatrixAnswer {
  const version = row.versionId ? known.versions.get(row.versionId) : undefined
  const label = row.blockId ? (known.passages.get(row.blockId)?.at(-1)?.label ?? '') : ''
  return {
    hasil: row.hasil,
    reason: row.reason,
    day: dayIn(new Date(row.answeredAt), timezone),
    shared: known.shared.get(row.id) ?? 0,
    change: row.blockId && version ? { block: row.blockId, label, version } : null,
    commitment: known.commitments.get(row.id) ?? null,
  }
}

function objectionOf(row: ObjectionRow, timezone: Zone, { reasons }: Known): MatrixObjection {
  const shown = reasons.get(row.id)
  return {
    day: dayIn(new Date(row.at), timezone),
    reason: shown ? shown.text : row.reason,
    settlement: row.settlement,
    note: row.note,
  }
}

function present(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}
