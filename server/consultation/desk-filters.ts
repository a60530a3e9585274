/** Filters of the desk that an account keeps under names of its own. Nobody else sees them. */
import * as filters from '#db/consultation/desk-filters.ts'
import { z } from 'zod'
import { readInput, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { readDeskQuery, type DeskQuery } from './answer-desk.ts'
import { consultationFor } from './answering-place.ts'

const MOST_FILTERS = 30

const nameSchema = z.object({ filterName: z.string('required').trim().min(1, 'required').max(60, 'too-long') })

export interface DeskFilter {
  name: string
  /** As an address has it, without the cursor. */
  filter: string
}

/** By name. @throws Refused not-found, not-signed-in, forbidden */
export async function listDeskFilters(scope: Scope, slug: string): Promise<DeskFilter[]> {
  return filters.listDeskFilters(scope.db, await keeperOf(scope, slug))
}

/** Under a name that is there already it takes the place of what was there. Issues: filterName. @throws Refused as above */
export async function keepDeskFilter(
  scope: Scope,
  slug: string,
  query: DeskQuery,
  input: z.input<typeof nameSchema>,
): Promise<Outcome<{ name: string }>> {
  const keeper = await keeperOf(scope, slug)
  const reading = readInput(nameSchema, input)
  if (!reading.ok) return reading
  const { filterName: name } = reading.value
  return transaction(scope, async ({ db }): Promise<Outcome<{ name: string }>> => {
    const known = await filters.listDeskFilters(db, keeper)
    if (known.length >= MOST_FILTERS && !known.some((one) => one.name === name)) {
      return { ok: false, issues: { filterName: 'too-many-filters' }, values: reading.values }
    }
    await filters.keepDeskFilter(db, { ...keeper, name, filter: writeDeskQuery(query) })
    return { ok: true, name }
  })
}

/** @throws Refused as above */
export async function forgetDeskFilter(scope: Scope, slug: string, name: string): Promise<void> {
  await filters.deleteDeskFilter(scope.db, await keeperOf(scope, slug), name)
}

/** The address of a filter: reading it again gives the same. */
export function writeDeskQuery({ state, block, tag, bundle, mine }: DeskQuery): string {
  const wanted = { block, state, mine: mine ? '1' : '', bundle, tag }
  return new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString()
}

/** Whether two addresses ask for the same. */
export function isSameFilter(query: DeskQuery, filter: string): boolean {
  return writeDeskQuery(readDeskQuery(new URLSearchParams(filter))) === writeDeskQuery(query)
}

async function keeperOf(scope: Scope, slug: string): Promise<{ accountId: string; consultationId: string }> {
  const { id } = await consultationFor(scope, slug, 'consultation.answer')
  return { accountId: scope.actor?.accountId ?? '', consultationId: id }
}
