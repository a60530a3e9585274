/** What those who answer see at once: the passage, its inputs, and what is known of them. Filters are an address. */
import * as inputs from '#db/consultation/answered-inputs.ts'
import type { InputFilter } from '#db/consultation/answered-inputs.ts'
import type { BundleChangeRow } from '#db/consultation/answer-tables.ts'
import * as bundles from '#db/consultation/bundles.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import { listNotes, listTags, listTagsOf } from '#db/consultation/input-marks.ts'
import { findPublishedVersion, listBlocks } from '#db/consultation/versions.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { matrixRows, type MatrixRow } from './answer-matrix.ts'
import { consultationFor } from './answering-place.ts'
import { coverageOf } from './coverage.ts'
import { namePassages, type PassageName, type PassageNames } from './passage-names.ts'
import type { Coverage } from './rules/coverage.ts'

export const DESK_STATES = ['waiting', 'answered', 'objected', 'all'] as const
const INPUTS_AT_ONCE = 20
const BUNDLES_SHOWN = 100
const CHANGES_SHOWN = 50

export interface DeskQuery {
  state: (typeof DESK_STATES)[number]
  /** Id of a passage, or `whole`; empty: all. */
  block: string
  tag: string
  bundle: string
  mine: boolean
  after: number
}

export interface DeskInput extends MatrixRow {
  taken: 'mine' | 'other' | null
  tags: string[]
  notes: { note: string; day: string }[]
}

export interface AnswerDesk {
  consultation: PlacedConsultation
  coverage: Coverage
  query: DeskQuery
  inputs: DeskInput[]
  next: number | null
  /** The passage that is being answered, as it stands now; null for all, for the whole, and for one that is gone. */
  passage: { id: string; name: PassageName['name']; text: string } | null
  blocks: DeskBlock[]
  /** All passages that an answer may say it changed: those of the draft, then those that are gone and have inputs. */
  changeable: { id: string; name: PassageName['name']; gone: boolean }[]
  bundles: { id: string; title: string; inputs: number; waiting: number }[]
  bundle: { id: string; title: string; inputs: number; trail: { what: BundleChangeRow['what']; day: string }[] } | null
  tags: string[]
  /** Numbers of the published versions, the last first. */
  versions: number[]
}

export interface DeskBlock {
  /** Null, as its name: the whole. */
  id: string | null
  name: PassageName['name'] | null
  label: string
  /** No longer in the draft. */
  gone: boolean
  inputs: number
  waiting: number
}

/** Reads the filter as an address has it; what it doesn't know is left out. */
export function readDeskQuery(params: URLSearchParams): DeskQuery {
  const text = (name: string) => (params.get(name) ?? '').slice(0, 64)
  const after = Number(text('cursor'))
  return {
    state: DESK_STATES.find((state) => state === text('state')) ?? 'waiting',
    block: text('block'),
    tag: text('tag'),
    bundle: text('bundle'),
    mine: text('mine') === '1',
    after: Number.isSafeInteger(after) && after > 0 && after < 2_147_483_647 ? after : 0,
  }
}

/** @throws Refused not-found, not-signed-in, forbidden */
export async function getAnswerDesk(scope: Scope, slug: string, query: DeskQuery): Promise<AnswerDesk> {
  const consultation = await consultationFor(scope, slug, 'consultation.answer')
  const { db } = scope
  const { id } = consultation
  const page = await pageOfDesk(scope, consultation, query, INPUTS_AT_ONCE)
  const version = await findPublishedVersion(db, id)
  const passages = version ? await listBlocks(db, version.id) : []
  const passage = passages.find(({ blockId }) => blockId === query.block)
  const names = await namePassages(db, id)
  const blocks = blocksWithInputs(await inputs.countByBlock(db, id), passages, names)
  const standing = passages.map(({ blockId }) => ({ id: blockId, name: nameIn(names, blockId), gone: false }))
  const listed = await bundles.listBundles(db, id, BUNDLES_SHOWN)
  return {
    consultation,
    coverage: await coverageOf(db, consultation, scope.now),
    query,
    ...page,
    passage: passage ? { id: passage.blockId, name: nameIn(names, passage.blockId), text: passage.text } : null,
    blocks,
    changeable: [
      ...standing,
      ...blocks.flatMap(({ id, name, gone }) => (id && name && gone ? [{ id, name, gone }] : [])),
    ],
    bundles: listed.map(({ id, title, inputs, waiting }) => ({ id, title, inputs, waiting })),
    bundle: await bundleOf(scope, consultation, query.bundle),
    tags: await listTagsOf(db, id),
    versions: [...names.versions.values()].reverse(),
  }
}

/** The inputs alone. @throws Refused as `getAnswerDesk` */
export async function listDeskInputs(
  scope: Scope,
  slug: string,
  query: DeskQuery,
  limit = INPUTS_AT_ONCE,
): Promise<Pick<AnswerDesk, 'inputs' | 'next'>> {
  return pageOfDesk(scope, await consultationFor(scope, slug, 'consultation.answer'), query, limit)
}

async function pageOfDesk(
  scope: Scope,
  consultation: PlacedConsultation,
  query: DeskQuery,
  limit: number,
): Promise<Pick<AnswerDesk, 'inputs' | 'next'>> {
  const place = { after: query.after, limit: limit + 1 }
  const found = await inputs.pageOfInputs(scope.db, consultation.id, filterOf(scope, query), place)
  const page = found.slice(0, limit)
  const next = found.length > limit ? (page.at(-1)?.number ?? null) : null
  return { inputs: await deskInputs(scope, consultation, page), next }
}

export function filterOf({ actor }: Scope, { state, block, tag, bundle, mine }: DeskQuery): InputFilter {
  return {
    ...(state === 'all' ? {} : { state }),
    ...(block === 'whole' ? { blockId: null } : block ? { blockId: block } : {}),
    ...(tag ? { tag } : {}),
    ...(bundle ? { bundleId: bundle } : {}),
    ...(mine ? { ownerAccount: actor?.accountId ?? '' } : {}),
  }
}

/** A group with its trail. @throws Refused not-found, not-signed-in, forbidden */
export async function getBundle(scope: Scope, slug: string, id: string): Promise<NonNullable<AnswerDesk['bundle']>> {
  const bundle = await bundleOf(scope, await consultationFor(scope, slug, 'consultation.answer'), id)
  if (!bundle) throw new Refused('not-found')
  return bundle
}

async function deskInputs(
  { db, actor }: Scope,
  consultation: PlacedConsultation,
  page: InputRow[],
): Promise<DeskInput[]> {
  const ids = page.map(({ id }) => id)
  const rows = await matrixRows(db, consultation, page)
  const tags = Map.groupBy(await listTags(db, ids), ({ inputId }) => inputId)
  const notes = Map.groupBy(await listNotes(db, ids), ({ inputId }) => inputId)
  return rows.map((row, index) => {
    const { id = '', ownerAccount = null } = page[index] ?? {}
    return {
      ...row,
      taken: ownerAccount === null ? null : ownerAccount === actor?.accountId ? 'mine' : 'other',
      tags: (tags.get(id) ?? []).map(({ tag }) => tag),
      notes: (notes.get(id) ?? []).map(({ note, at }) => ({ note, day: dayIn(new Date(at), consultation.timezone) })),
    }
  })
}

/** In the order of the draft: first the whole, then what is gone from it. */
function blocksWithInputs(
  counts: { blockId: string | null; inputs: number; waiting: number }[],
  passages: { blockId: string }[],
  names: PassageNames,
): DeskBlock[] {
  const order = new Map(passages.map(({ blockId }, index) => [blockId, index]))
  const placeOf = (id: string | null) => (id === null ? -2 : (order.get(id) ?? -1))
  return counts
    .map(({ blockId: id, ...count }) => ({
      id,
      name: id === null ? null : nameIn(names, id),
      label: names.last(id ?? '')?.label ?? '',
      gone: id !== null && !order.has(id),
      ...count,
    }))
    .sort((a, b) => placeOf(a.id) - placeOf(b.id))
}

function nameIn(names: PassageNames, blockId: string): PassageName['name'] {
  return names.last(blockId)?.name ?? { id: '', en: '' }
}

async function bundleOf(
  { db }: Scope,
  { id, timezone }: PlacedConsultation,
  bundleId: string,
): Promise<AnswerDesk['bundle']> {
  const bundle = bundleId ? await bundles.findBundle(db, bundleId) : undefined
  if (!bundle || bundle.consultationId !== id || bundle.mergedInto) return null
  const trail = await bundles.listBundleChanges(db, bundle.id, CHANGES_SHOWN)
  return {
    id: bundle.id,
    title: bundle.title,
    inputs: await bundles.countBundle(db, bundle.id),
    trail: trail.map(({ what, at }) => ({ what, day: dayIn(new Date(at), timezone) })),
  }
}
