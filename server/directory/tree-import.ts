/**
 * A file of a region's list, in two steps: first what it would do, with nothing stored; then exactly that, at once. The
 * second step plans again from the same file: if that is no longer what was shown, the tree has moved and nothing is done.
 */
import { lockDirectory } from '#db/directory/lock.ts'
import { findRegionBySlug } from '#db/directory/regions.ts'
import { insertTreeImport } from '#db/directory/tree-imports.ts'
import type { RegionRow } from '#db/directory/tables.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../ledger/commitments.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import { transaction, type Scope } from '../scope.ts'
import { planTree, type TreePlan } from './tree-plan.ts'
import { readTree } from './tree-text.ts'
import { addThing, changeThing, type DoneStep, type Places } from './tree-writes.ts'

/** In bytes. A page sends it back with its second step, within what a form may hold. */
export const LARGEST_TREE_FILE = 600_000

export interface TreePreview extends TreePlan {
  region: Pick<RegionRow, 'slug' | 'name'>
  /** What the second step names, so that nothing but this is done; null when there is nothing to do. */
  shown: string | null
}

export type TreeImport =
  | { ok: true; id: string; added: number; changed: number }
  /** `moved`: it is no longer what was shown. `wrong`, `nothing`: see the preview. Nothing was stored. */
  | { ok: false; why: 'moved' | 'wrong' | 'nothing'; preview: TreePreview }

/** @throws Refused not-found, forbidden */
export async function previewTree(scope: Scope, slug: string, text: string): Promise<TreePreview> {
  const region = await regionToBuild(scope, slug)
  return previewOf(scope, region, text)
}

/** @param shown as the preview named it. @throws Refused not-found, forbidden */
export async function importTree(
  scope: Scope,
  slug: string,
  { text, shown }: { text: string; shown: string },
): Promise<TreeImport> {
  const region = await regionToBuild(scope, slug)
  return transaction(scope, async (inner): Promise<TreeImport> => {
    await lockDirectory(inner.db, inner.engine)
    const preview = await previewOf(inner, region, text)
    if (preview.wrong.length > 0) return { ok: false, why: 'wrong', preview }
    if (preview.shown === null) return { ok: false, why: shown === '' ? 'nothing' : 'moved', preview }
    if (preview.shown !== shown) return { ok: false, why: 'moved', preview }
    const tree = new Map((await readTree(inner.db, region.code)).map((thing) => [thing.id, thing]))
    const places: Places = { regionCode: region.code, ids: new Map(), paths: pathsOf(tree.values()) }
    const done: DoneStep[] = []
    for (const step of preview.steps) {
      const thing = tree.get(step.key)
      done.push(thing ? await changeThing(inner, thing, step.after) : await addThing(inner, step, places))
    }
    const id = newId()
    const added = done.filter(({ act }) => act === 'add').length
    const counts = { added, changed: done.length - added }
    await insertTreeImport(inner.db, {
      id,
      regionCode: region.code,
      steps: JSON.stringify(done),
      ...counts,
      importedBy: scope.actor?.accountId ?? '',
      importedAt: scope.now.toISOString(),
    })
    inner.record({
      kind: 'directory.imported',
      subject: region.code,
      fields: { import: id, name: region.name, ...counts },
    })
    return { ok: true, id, ...counts }
  })
}

/** Who may build all of the region. @throws Refused not-found, forbidden */
export async function regionToBuild(scope: Scope, slug: string): Promise<RegionRow> {
  const region = await findRegionBySlug(scope.db, slug)
  if (!region) throw new Refused('not-found')
  if (!may(scope.actor, 'directory.edit', { regionCode: region.code })) throw new Refused('forbidden')
  return region
}

async function previewOf(
  { db }: Pick<Scope, 'db'>,
  { code, slug, name }: RegionRow,
  text: string,
): Promise<TreePreview> {
  const plan = await planTree(await readTree(db, code), text)
  const isDoable = plan.wrong.length === 0 && plan.steps.length > 0
  const shown = isDoable ? sha256(jcs({ code, steps: plan.steps } as unknown as Json)) : null
  return { ...plan, region: { slug, name }, shown }
}

function pathsOf(tree: Iterable<{ id: string; path: string }>): Map<string, string> {
  return new Map([...tree].filter(({ path }) => path !== '').map(({ id, path }) => [id, path]))
}
