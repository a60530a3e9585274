/** Inputs as the public reads them: pages by number, the latest first, at a constant number of queries. */
import { findConsultationBySlug, listPhases, type PlacedConsultation } from '#db/consultation/consultations.ts'
import {
  countInputsOf,
  countSupports,
  listInputPage,
  type InputFilter,
  type ListedInput,
} from '#db/consultation/input-lists.ts'
import { listOutcomes } from '#db/consultation/outcomes.ts'
import { searchInputs } from '#db/consultation/input-search.ts'
import type { InputStance, InputVia } from '#db/consultation/input-tables.ts'
import { findPublishedVersion } from '#db/consultation/versions.ts'
import { dayIn } from '../directory/rules/days.ts'
import { findGroups } from '../directory/stakeholder-groups.ts'
import { Refused } from '../errors.ts'
import { shownTexts, type ShownText } from '../moderation/texts.ts'
import type { Scope } from '../scope.ts'
import { stemsOf } from '../text/words.ts'
import { givenAnswers, type GivenAnswer } from './given-answers.ts'
import { namePassages, type PassageName } from './passage-names.ts'
import { currentPhase, type Phase } from './rules/phases.ts'

const PAGE = 20
/** Words of one search that are looked at. */
const MOST_WORDS = 8

/** Which inputs: all, those on the whole, those whose passage is gone from the draft, or those on one passage. */
export type InputList = 'all' | 'whole' | 'tray' | { blockId: string }

export interface InputView {
  id: string
  number: number
  stance: InputStance | null
  /** Null where it isn't shown: see `state`. Personal data are covered where `masked`. */
  text: string | null
  /** How the passage should read; part of the text where that is masked. */
  proposal: string | null
  /** What the passage said that it spoke of. */
  quoted: string | null
  blockId: string | null
  /** What the passage is called, in the last version that has it; null: on the whole. */
  passage: PassageName | null
  state: 'shown' | 'held' | 'hidden' | 'erased'
  /** Why it is hidden, or what is covered in it. */
  reasonCode: string | null
  masked: boolean
  group: { id: string; en: string } | null
  via: InputVia
  /** Where what an officer entered comes from. */
  provenance: string | null
  organisation: string | null
  /** Names the organisation's name where it is reported. */
  organisationTextId: string | null
  /** Day in the region's zone. */
  arrivedOn: string
  fileName: string | null
  /** How many others say that it is right, and the number of the one that it says that of. */
  supporters: number
  supports: number | null
  /** Names the text where it is reported; null for what holds no text of its own. */
  textId: string | null
  bundleId: string | null
  /** Null while it waits. */
  answer: GivenAnswer | null
}

export interface InputsAsked {
  list?: InputList
  /** Words that all must be in it. */
  search?: string | undefined
  /** Number below which the page begins. */
  cursor?: string | undefined
  limit?: number | undefined
}

export interface InputPage {
  items: InputView[]
  next: string | null
}

/** What the pages about inputs know of their consultation. */
export interface InputPlace {
  consultation: PlacedConsultation
  phase: Phase
  phases: Awaited<ReturnType<typeof listPhases>>
  version: { id: string; number: number } | undefined
}

/** @throws Refused not-found, also while it is in preparation */
export async function placeOfInputs({ db, now }: Pick<Scope, 'db' | 'now'>, slug: string): Promise<InputPlace> {
  const consultation = await findConsultationBySlug(db, slug)
  if (!consultation?.announcedAt) throw new Refused('not-found')
  const phases = await listPhases(db, [consultation.id])
  const version = await findPublishedVersion(db, consultation.id)
  return { consultation, phases, phase: currentPhase(consultation, phases, now), version }
}

/** A page of what was written. A search finds only what everyone may read. */
export async function listInputs(
  scope: Pick<Scope, 'db' | 'engine'>,
  { consultation, version }: Pick<InputPlace, 'consultation' | 'version'>,
  { list = 'all', search, cursor, limit = PAGE }: InputsAsked,
): Promise<InputPage> {
  const before = cursor === undefined ? undefined : Number(cursor)
  const filter: InputFilter = {
    limit: limit + 1,
    ...(before === undefined ? {} : { before }),
    ...filterOf(list, version?.id),
  }
  const stems = search === undefined ? undefined : stemsOf(search).slice(0, MOST_WORDS)
  if (stems) {
    if (stems.length === 0) return { items: [], next: null }
    filter.numbers = await searchInputs(scope.db, scope.engine, {
      consultationId: consultation.id,
      stems,
      before,
      limit: limit + 1,
    })
    if (filter.numbers.length === 0) return { items: [], next: null }
  }
  const rows = await listInputPage(scope.db, consultation.id, filter)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await viewsOf(scope, consultation, shown),
    next: last && rows.length > limit ? String(last.number) : null,
  }
}

/** Whether a text can be a cursor: a number as this API gives it. */
export function isInputCursor(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text)
}

function filterOf(list: InputList, versionId: string | undefined): Partial<InputFilter> {
  if (list === 'all') return {}
  if (list === 'whole') return { blockId: null }
  if (list === 'tray') return { notIn: versionId ?? '' }
  return { blockId: list.blockId }
}

/** How many inputs there are on a passage, or on the whole. */
export function countInputs(
  { db }: Pick<Scope, 'db'>,
  consultationId: string,
  blockId: string | null,
): Promise<number> {
  return countInputsOf(db, consultationId, blockId)
}

export async function viewsOf(
  { db }: Pick<Scope, 'db'>,
  consultation: Pick<PlacedConsultation, 'id' | 'timezone'>,
  rows: ListedInput[],
): Promise<InputView[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const texts = await shownTexts(db, 'input', ids)
  const supporters = await countSupports(db, ids)
  const groups = await findGroups(
    db,
    rows.flatMap(({ groupId }) => groupId ?? []),
  )
  const names = await namePassages(db, consultation.id)
  const outcomes = await listOutcomes(db, [...new Set(rows.flatMap(({ outcomeId }) => outcomeId ?? []))])
  const answers = await givenAnswers(db, consultation, outcomes, names)
  return rows.map((row) => {
    const { id, number, stance, blockId, via, provenance, bundleId, outcomeId, supports } = row
    const { arrivedAt, groupId, organisationName, organisationTextId, quoted, fileName } = row
    return {
      id,
      number,
      stance,
      blockId,
      via,
      provenance,
      bundleId,
      supports,
      quoted,
      ...textsOf(row, texts.get(id)),
      passage: blockId === null ? null : (names.last(blockId) ?? { label: '', name: { id: '', en: '' } }),
      answer: (outcomeId !== null && answers.get(outcomeId)) || null,
      group: (groupId !== null && groups.get(groupId)?.name) || null,
      organisation: texts.get(id)?.state === 'hidden' ? null : organisationName,
      organisationTextId,
      arrivedOn: dayIn(new Date(arrivedAt), consultation.timezone),
      fileName: isReadable(row, texts.get(id)) ? fileName : null,
      supporters: supporters.get(id) ?? 0,
    }
  })
}

function isReadable({ erasedAt }: Pick<ListedInput, 'erasedAt'>, shown: ShownText | undefined): boolean {
  return erasedAt === null && (shown === undefined || (shown.text !== null && !shown.masked))
}

/** What of it may be read. A rendition covers text and proposal as one. */
function textsOf(row: ListedInput, shown: ShownText | undefined) {
  const own = { reasonCode: shown?.reasonCode ?? null, masked: shown?.masked ?? false, textId: shown?.id ?? null }
  if (row.erasedAt !== null) return { ...own, state: 'erased' as const, text: row.text || null, proposal: null }
  if (shown && shown.text === null) return { ...own, state: shown.state, text: null, proposal: null }
  if (shown?.masked) return { ...own, state: 'shown' as const, text: shown.text, proposal: null }
  return { ...own, state: 'shown' as const, text: row.text, proposal: row.proposal }
}
