/** Pages of inputs, the latest first, by their number. */
import { chunks } from '../chunks.ts'
import type { Database } from '../database.ts'
import type { InputRow } from './input-tables.ts'

const ROWS_AT_ONCE = 500

/** What moderation calls the name of an organisation. */
export const ORGANISATION_SUBJECT = 'organisation'

/** An input with what its line says of others. */
export type ListedInput = Omit<InputRow, 'email' | 'tag' | 'receiptHash' | 'locale'> & {
  /** As moderators leave it: null while it is held, and when it is hidden. */
  organisationName: string | null
  /** Names it where it is reported. */
  organisationTextId: string | null
  /** Number of the input that it supports. */
  supports: number | null
}

export interface InputFilter {
  /** On one passage; null: on the whole. */
  blockId?: string | null
  /** On passages that this version doesn't have. */
  notIn?: string
  ids?: string[]
  numbers?: number[]
  /** Only numbers below. */
  before?: number
  limit: number
}

export function listInputPage(db: Database, consultationId: string, filter: InputFilter): Promise<ListedInput[]> {
  const { blockId, notIn, ids, numbers, before, limit } = filter
  return db
    .selectFrom('input')
    .leftJoin('moderated as named', (join) =>
      join.onRef('named.subjectId', '=', 'input.organisationId').on('named.subjectKind', '=', ORGANISATION_SUBJECT),
    )
    .leftJoin('inputSupport', 'inputSupport.inputId', 'input.id')
    .leftJoin('input as supported', 'supported.id', 'inputSupport.supportedId')
    .select(LISTED)
    .select(['named.id as organisationTextId', 'supported.number as supports'])
    .select((eb) =>
      eb
        .case()
        .when(eb.and([eb('named.state', '=', 'shown'), eb('named.erasedAt', 'is', null)]))
        .then(eb.fn.coalesce('named.rendition', 'named.text'))
        .else(null)
        .end()
        .as('organisationName'),
    )
    .where('input.consultationId', '=', consultationId)
    .$if(blockId === null, (query) => query.where('input.blockId', 'is', null))
    .$if(typeof blockId === 'string', (query) => query.where('input.blockId', '=', blockId ?? ''))
    .$if(notIn !== undefined, (query) =>
      query.where('input.blockId', 'is not', null).where('input.blockId', 'not in', (inner) =>
        inner
          .selectFrom('blockText')
          .select('blockText.blockId')
          .where('versionId', '=', notIn ?? ''),
      ),
    )
    .$if(ids !== undefined, (query) => query.where('input.id', 'in', ids ?? []))
    .$if(numbers !== undefined, (query) => query.where('input.number', 'in', numbers ?? []))
    .$if(before !== undefined, (query) => query.where('input.number', '<', before ?? 0))
    .orderBy('input.number', 'desc')
    .limit(limit)
    .execute()
}

const LISTED = [
  'input.id',
  'input.consultationId',
  'input.number',
  'input.blockId',
  'input.versionId',
  'input.quoted',
  'input.stance',
  'input.text',
  'input.proposal',
  'input.groupId',
  'input.fileHash',
  'input.fileName',
  'input.via',
  'input.enteredBy',
  'input.provenance',
  'input.organisationId',
  'input.accountId',
  'input.ownerAccount',
  'input.arrivedAt',
  'input.bundleId',
  'input.outcomeId',
  'input.erasedAt',
] as const

export async function countInputsOf(db: Database, consultationId: string, blockId: string | null): Promise<number> {
  const { count } = await db
    .selectFrom('input')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('consultationId', '=', consultationId)
    .where('blockId', blockId === null ? 'is' : '=', blockId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Of these inputs, those that support another: its number, by the id of the one that supports. */
export async function listSupported(db: Database, inputIds: string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const some of chunks(inputIds, ROWS_AT_ONCE)) {
    const rows = await db
      .selectFrom('inputSupport')
      .innerJoin('input', 'input.id', 'inputSupport.supportedId')
      .select(['inputSupport.inputId', 'input.number'])
      .where('inputSupport.inputId', 'in', some)
      .execute()
    for (const { inputId, number } of rows) found.set(inputId, number)
  }
  return found
}

/** How many others support each of these inputs. */
export async function countSupports(db: Database, inputIds: string[]): Promise<Map<string, number>> {
  if (inputIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('inputSupport')
    .select(['supportedId', ({ fn }) => fn.countAll().as('count')])
    .where('supportedId', 'in', inputIds)
    .groupBy('supportedId')
    .execute()
  return new Map(rows.map(({ supportedId, count }) => [supportedId, Number(count)]))
}
