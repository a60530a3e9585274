/**
 * Undoes an import as one act, as long as nobody has built on it: a survey, a role, a later change on what it made or changed,
 * or anything added below it. Otherwise says what stands in the way.
 */
import { lockDirectory } from '#db/directory/lock.ts'
import { findTreeImport, listTreeImports, updateTreeImport } from '#db/directory/tree-imports.ts'
import type { TreeImportRow } from '#db/directory/tables.ts'
import type { Database } from '#db/database.ts'
import { builtOn } from '../built-on.ts'
import { Refused } from '../errors.ts'
import { transaction, type Scope } from '../scope.ts'
import { treeFaults } from './rules/tree-faults.ts'
import { LEVELS } from './rules/tree-columns.ts'
import { regionToBuild } from './tree-import.ts'
import { readTree, type TreeThing } from './tree-text.ts'
import { changeThing, removeThing, type DoneStep } from './tree-writes.ts'

/** What stands in the way of an undoing: a key of the words `directoryFiles.imports.whyNot`, and the name of the thing. */
export interface Hindrance {
  why: 'changed' | 'gone' | 'below' | 'above' | BuildingKind
  name: string
}

/** Things that were added, as others may point at them. */
export interface AddedThings {
  institutionPaths: string[]
  unitIds: string[]
  serviceIds: string[]
}

/** What others build on a thing. */
type BuildingKind = 'survey' | 'grant' | 'commitment' | 'policy'

/** A module's part: the first of these things that something of its own points at. Ids; a path for an institution. */
export type BuiltOn = (db: Database, added: AddedThings) => Promise<{ why: BuildingKind; on: string } | undefined>

export interface PastImport {
  id: string
  importedAt: string
  undoneAt: string | null
  added: number
  changed: number
  /** Null where it can be undone; also where it has been. */
  hindrance: Hindrance | null
}

const MOST_SHOWN = 10

/** The latest first. @throws Refused not-found, forbidden */
export async function listPastImports(scope: Scope, slug: string): Promise<PastImport[]> {
  const region = await regionToBuild(scope, slug)
  const rows = await listTreeImports(scope.db, region.code, MOST_SHOWN)
  const tree = await readTree(scope.db, region.code)
  const past: PastImport[] = []
  for (const row of rows) {
    const { id, importedAt, undoneAt, added, changed } = row
    const hindrance = undoneAt ? null : ((await hindranceOf(scope.db, stepsOf(row), tree)) ?? null)
    past.push({ id, importedAt, undoneAt, added, changed, hindrance })
  }
  return past
}

/** @throws Refused not-found, forbidden, conflict (undone) */
export async function undoImport(
  scope: Scope,
  slug: string,
  id: string,
): Promise<{ ok: true } | { ok: false; hindrance: Hindrance }> {
  const region = await regionToBuild(scope, slug)
  return transaction(scope, async (inner) => {
    await lockDirectory(inner.db, inner.engine)
    const row = await findTreeImport(inner.db, id)
    if (row?.regionCode !== region.code) throw new Refused('not-found')
    if (row.undoneAt) throw new Refused('conflict', 'undone')
    const steps = stepsOf(row)
    const tree = await readTree(inner.db, region.code)
    const hindrance = await hindranceOf(inner.db, steps, tree)
    if (hindrance) return { ok: false as const, hindrance }
    const things = new Map(tree.map((thing) => [thing.id, thing]))
    for (const { act, id, before, closing } of steps.toReversed()) {
      const thing = things.get(id)
      if (thing && act === 'add') await removeThing(inner, thing)
      else if (thing) await changeThing(inner, thing, before, closing)
    }
    const undoneBy = scope.actor?.accountId ?? ''
    await updateTreeImport(inner.db, id, { undoneBy, undoneAt: scope.now.toISOString() })
    const { added, changed } = row
    const fields = { import: id, name: region.name, added, changed }
    inner.record({ kind: 'directory.import-undone', subject: region.code, fields })
    return { ok: true as const }
  })
}

/** As they were done: institutions before units before services, so that backwards nothing is left hanging. */
function stepsOf({ steps }: TreeImportRow): DoneStep[] {
  return JSON.parse(steps) as DoneStep[]
}

async function hindranceOf(
  db: Database,
  steps: DoneStep[],
  tree: readonly TreeThing[],
): Promise<Hindrance | undefined> {
  const things = new Map(tree.map((thing) => [thing.id, thing]))
  for (const { id, version, before } of steps) {
    const thing = things.get(id)
    if (!thing) return { why: 'gone', name: before.name ?? id }
    if (thing.version !== version) return { why: 'changed', name: nameOf(thing) }
  }
  const added = new Set(steps.filter(({ act }) => act === 'add').map(({ id }) => id))
  const below = tree.find(({ id, parentId }) => parentId !== null && added.has(parentId) && !added.has(id))
  if (below) return { why: 'below', name: nameOf(below) }
  return (
    (await firstBuiltOn(
      db,
      tree.filter(({ id }) => added.has(id)),
    )) ?? misfitOf(steps, tree, added)
  )
}

async function firstBuiltOn(db: Database, added: TreeThing[]): Promise<Hindrance | undefined> {
  const [institutions, units, services] = LEVELS.map((level) => added.filter((thing) => thing.level === level))
  const asked: AddedThings = {
    institutionPaths: (institutions ?? []).map(({ path }) => path),
    unitIds: (units ?? []).map(({ id }) => id),
    serviceIds: (services ?? []).map(({ id }) => id),
  }
  for (const ask of builtOn) {
    const found = await ask(db, asked)
    const thing = found && added.find(({ id, path }) => id === found.on || (path !== '' && path === found.on))
    if (found) return { why: found.why, name: thing ? nameOf(thing) : '' }
  }
  return undefined
}

/** What would no longer fit in the tree as others have changed it: a parent closed since, a code taken since. */
function misfitOf(steps: DoneStep[], tree: readonly TreeThing[], added: ReadonlySet<string>): Hindrance | undefined {
  const befores = new Map(steps.map(({ id, before }) => [id, before]))
  const parts = tree.flatMap(({ level, id, parentId, fields }) => {
    if (level === 'service' || added.has(id)) return []
    const { code, closed } = { ...fields, ...befores.get(id) }
    return [{ what: level, id, parentId, code: code || null, closed: closed === '1' }]
  })
  const [fault] = treeFaults(parts)
  const thing = fault && tree.find(({ id }) => id === fault.id)
  return thing && { why: 'above', name: nameOf(thing) }
}

function nameOf({ fields }: TreeThing): string {
  return fields.name ?? ''
}
