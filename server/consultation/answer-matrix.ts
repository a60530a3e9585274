/** The matrix of inputs and responses: one object for the page, the files and the programs. A page of it at a time. */
import * as inputs from '#db/consultation/answered-inputs.ts'
import type { InputFilter } from '#db/consultation/answered-inputs.ts'
import type { ObjectionRow, OutcomeRow } from '#db/consultation/answer-tables.ts'
import { listBundlesById } from '#db/consultation/bundles.ts'
import { listSupported } from '#db/consultation/input-lists.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import { listObjections, listOutcomes } from '#db/consultation/outcomes.ts'
import { listPassagesThrough, type NamedPassage } from '#db/consultation/passages-answered.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import type { Database } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { findGroups, type StakeholderGroup } from '../directory/stakeholder-groups.ts'
import { shownTexts, type ShownText } from '../moderation/texts.ts'
import { givenAnswers, type GivenAnswer } from './given-answers.ts'
import { namePassages, type PassageName, type PassageNames } from './passage-names.ts'

export interface MatrixRow {
  number: number
  /** The day it came, in the region's zone. */
  day: string
  /** Null: on the whole. `gone`: no longer in the draft. */
  block: (PassageName & { id: string; text: string; gone: boolean }) | null
  /** What the passage said when it was written of. */
  quoted: string | null
  stance: InputRow['stance']
  /** What may be read of it; null while it is held, when it is hidden, and once it is erased. */
  text: string | null
  proposal: string | null
  /** Number of the input that it says is right: it has no words of its own. */
  supports: number | null
  state: ShownText['state'] | 'erased'
  hiddenFor: string | null
  group: StakeholderGroup['name'] | null
  via: InputRow['via']
  bundle: { id: string; title: string } | null
  answer: GivenAnswer | null
  /** Earlier answers that were replaced, the latest first. */
  earlier: GivenAnswer[]
  objection: MatrixObjection | null
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
  supported: Map<string, number>
  outcomes: Map<string, OutcomeRow>
  answers: Map<string, GivenAnswer>
  passages: Map<string, NamedPassage[]>
  names: PassageNames
  lastVersion: number
  objections: Map<string, ObjectionRow>
  bundles: Map<string, string>
  groups: Map<string, StakeholderGroup>
}

async function knownOf(db: Database, consultation: PlacedConsultation, page: InputRow[]): Promise<Known> {
  const { id } = consultation
  const outcomes = await withEarlier(db, present(page.map(({ outcomeId }) => outcomeId)))
  const objections = await listObjections(
    db,
    page.map((input) => input.id),
  )
  const names = await namePassages(db, id)
  const blocks = present(page.map(({ blockId }) => blockId))
  const bundles = await listBundlesById(db, present(page.map(({ bundleId }) => bundleId)))
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
    supported: await listSupported(
      db,
      page.map((input) => input.id),
    ),
    outcomes: new Map(outcomes.map((row) => [row.id, row])),
    answers: await givenAnswers(db, consultation, outcomes, names),
    passages: Map.groupBy(await listPassagesThrough(db, id, blocks), ({ blockId }) => blockId),
    names,
    lastVersion: Math.max(0, ...names.versions.values()),
    objections: new Map(objections.map((row) => [row.inputId, row])),
    bundles: new Map(bundles.map((bundle) => [bundle.id, bundle.title])),
    groups: await findGroups(db, present(page.map(({ groupId }) => groupId))),
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
  const before = known.answers.get(outcome?.replaces ?? '')
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
    supports: known.supported.get(input.id) ?? null,
    state,
    hiddenFor: state === 'hidden' ? (shown?.reasonCode ?? null) : null,
    group: (input.groupId && known.groups.get(input.groupId)?.name) || null,
    via: input.via,
    bundle: input.bundleId && title ? { id: input.bundleId, title } : null,
    answer: (outcome && known.answers.get(outcome.id)) ?? null,
    earlier: before ? [before] : [],
    objection: objection ? objectionOf(objection, timezone, known) : null,
  }
}

function passageOf(blockId: string, { passages, names, lastVersion }: Known): MatrixRow['block'] {
  const last = passages.get(blockId)?.at(-1)
  const named = names.last(blockId) ?? { label: '', name: { id: '', en: '' } }
  return { id: blockId, ...named, text: last?.text ?? '', gone: (last?.version ?? 0) < lastVersion }
}

type Zone = PlacedConsultation['timezone']

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
