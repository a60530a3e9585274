/** Puts a plan's steps into the tree, and takes what one made out again. Only behind the directory's lock. */
import * as institutions from '#db/directory/institutions.ts'
import * as services from '#db/directory/services.ts'
import * as units from '#db/directory/units.ts'
import type { Transaction } from '#db/database.ts'
import { newId } from '../ids.ts'
import type { Scope } from '../scope.ts'
import { freeSlug, slugOf } from './rules/slug.ts'
import type { Fields, Level } from './rules/tree-columns.ts'
import type { Step } from './tree-plan.ts'
import { columnsOf, type Closing, type TreeThing } from './tree-text.ts'

/** What an import did to one thing: enough to undo it, and to see whether anybody has built on it. */
export interface DoneStep {
  act: 'add' | 'change'
  level: Level
  id: string
  /** The version it left behind. */
  version: number
  /** What stood there before, of the fields that it changed. */
  before: Fields
  /** How it was closed before, where it closed or opened it. */
  closing?: Closing
}

/** Where a new thing goes: ids by the plan's made-up names, paths by institution. */
export interface Places {
  regionCode: string
  ids: Map<string, string>
  paths: Map<string, string>
}

export async function addThing(scope: Scope<Transaction>, step: Step, places: Places): Promise<DoneStep> {
  const { db, now, record } = scope
  const { level, after } = step
  const id = newId()
  places.ids.set(step.key, id)
  const parentId = step.parentKey === null ? null : (places.ids.get(step.parentKey) ?? step.parentKey)
  const closedAt = after.closed === '1' ? now.toISOString() : null
  const name = after.name ?? ''
  const slug = await freeSlugFor(db, level, name, parentId ?? '')
  const row = { id, slug, closedAt }
  const { regionCode } = places
  if (level === 'institution') {
    const path = `${(parentId && places.paths.get(parentId)) ?? ''}${id}/`
    places.paths.set(id, path)
    await institutions.insertInstitution(db, { ...row, regionCode, parentId, path, ...columnsOf.institution(after) })
  } else if (level === 'unit') {
    await units.insertUnit(db, { ...row, regionCode, institutionId: parentId ?? '', ...columnsOf.unit(after) })
  } else {
    await services.insertService(db, { ...row, unitId: parentId ?? '', ...columnsOf.service(after) })
  }
  record({
    kind: 'directory.added',
    subject: id,
    fields: { what: level, name, slug, region: regionCode, in: parentId },
  })
  return { act: 'add', level, id, version: 1, before: {} }
}

/**
 * `fields`: what is to stand there of what changes; `as`: how it was closed, where an undoing closes it again.
 * Its closing and opening are acts of their own in the record.
 */
export async function changeThing(
  scope: Scope<Transaction>,
  thing: TreeThing,
  fields: Fields,
  as?: Closing,
): Promise<DoneStep> {
  const { db, now, record } = scope
  const { level, id, slug } = thing
  const version = thing.version + 1
  const { closed, ...said } = fields
  const closing = { closedAt: closed === '1' ? now.toISOString() : null, closedNote: null }
  const kept = { version, ...(closed === undefined ? {} : (as ?? closing)) }
  const end = { ...thing.fields, ...fields }
  if (level === 'institution') await institutions.updateInstitution(db, id, { ...columnsOf.institution(end), ...kept })
  else if (level === 'unit') await units.updateUnit(db, id, { ...columnsOf.unit(end), ...kept })
  else await services.updateService(db, id, { ...columnsOf.service(end), ...kept })
  const about = { what: level, name: end.name ?? '', slug }
  const changed = Object.keys(said)
  if (changed.length > 0) record({ kind: 'directory.changed', subject: id, fields: { ...about, changed } })
  if (closed !== undefined)
    record({ kind: closed === '1' ? 'directory.closed' : 'directory.reopened', subject: id, fields: about })
  const before = Object.fromEntries(Object.keys(fields).map((name) => [name, thing.fields[name as keyof Fields] ?? '']))
  return { act: 'change', level, id, version, before, ...(closed === undefined ? {} : { closing: thing.closing }) }
}

/** Nothing may stand in it any more. */
export async function removeThing({ db, record }: Scope<Transaction>, { level, id, slug, fields }: TreeThing) {
  if (level === 'institution') await institutions.deleteInstitution(db, id)
  else if (level === 'unit') await units.deleteUnit(db, id)
  else await services.deleteService(db, id)
  record({ kind: 'directory.removed', subject: id, fields: { what: level, name: fields.name ?? '', slug } })
}

async function freeSlugFor(db: Transaction, level: Level, name: string, unitId: string): Promise<string> {
  const base = slugOf(name)
  if (level === 'institution') return freeSlug(base, await institutions.listInstitutionSlugs(db, base))
  if (level === 'unit') return freeSlug(base, await units.listUnitSlugs(db, base))
  return freeSlug(base, await services.listServiceSlugs(db, unitId, base))
}
