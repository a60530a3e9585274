/** Which thing of the tree each row of a file means, and what it stands in: by slug, else by name in the same place. */
import type { Level } from './rules/tree-columns.ts'
import type { TreeRow, WrongLine } from './tree-rows.ts'
import type { TreeThing } from './tree-text.ts'

export interface MatchedRow extends TreeRow {
  /** Id of the thing it means; a made-up one for what the row adds. */
  key: string
  parentKey: string | null
  thing: TreeThing | undefined
}

/** What each level stands in. */
const ABOVE: Record<Level, Level> = { institution: 'institution', unit: 'institution', service: 'unit' }
const folded = (name = '') => name.toLowerCase().replace(/\s+/g, ' ').trim()

export function matchRows(tree: readonly TreeThing[], rows: readonly TreeRow[]) {
  const wrong: WrongLine[] = []
  const things = Map.groupBy(tree, ({ level }) => level)
  const bySlug = new Map(tree.map((thing) => [`${thing.level} ${thing.slug}`, thing]))
  const byPlace = Map.groupBy(tree, (thing) => `${thing.level} ${thing.parentId} ${folded(thing.fields.name)}`)
  const rowsByName = Map.groupBy(rows, ({ level, cells }) => `${level} ${folded(cells.name)}`)
  const thingsByName = Map.groupBy(tree, ({ level, fields }) => `${level} ${folded(fields.name)}`)
  const claimed = new Set(rows.flatMap(({ level, cells }) => (cells.slug ? [`${level} ${cells.slug}`] : [])))
  const matched = new Map<TreeRow, MatchedRow>()
  const underway = new Set<TreeRow>()

  function match(row: TreeRow): MatchedRow {
    const before = matched.get(row)
    if (before) return before
    // A row that is met again while its own place is looked for stands below itself: the tree's rules will say so.
    if (underway.has(row)) return { ...row, key: newKey(row), parentKey: null, thing: undefined }
    underway.add(row)
    const found = place(row)
    underway.delete(row)
    matched.set(row, found)
    return found
  }

  function place(row: TreeRow): MatchedRow {
    const { level, cells, line } = row
    const said = cells.slug && level !== 'service' ? bySlug.get(`${level} ${cells.slug}`) : undefined
    const parentKey = cells.part_of ? resolve(row) : (said?.parentId ?? null)
    if (!cells.part_of && level !== 'institution' && !said) wrong.push({ line, issue: 'part-required' })
    const thing = said ?? thingIn(row, parentKey)
    if (cells.slug && !thing) wrong.push({ line, issue: 'slug-unknown', column: 'slug', value: cells.slug })
    if (thing && parentKey !== undefined && parentKey !== thing.parentId)
      wrong.push({ line, issue: 'moved', column: 'part_of', value: cells.part_of ?? '' })
    return { ...row, key: thing?.id ?? newKey(row), parentKey: thing?.parentId ?? parentKey ?? null, thing }
  }

  function thingIn({ level, cells }: TreeRow, parentKey: string | null | undefined): TreeThing | undefined {
    if (parentKey === undefined) return undefined
    if (cells.slug) {
      if (level !== 'service') return undefined
      return things.get('service')?.find(({ slug, parentId }) => slug === cells.slug && parentId === parentKey)
    }
    const [only, ...more] = (byPlace.get(`${level} ${parentKey} ${folded(cells.name)}`) ?? []).filter(
      (thing) => level === 'service' || !claimed.has(`${level} ${thing.slug}`),
    )
    return more.length === 0 ? only : undefined
  }

  /** The key of what `part_of` names; undefined, with the fault noted, when that can't be told. */
  function resolve({ level, cells, line }: TreeRow): string | undefined {
    const above = ABOVE[level]
    const text = cells.part_of ?? ''
    const named = bySlug.get(`${above} ${text}`)
    if (named) return named.id
    const keys = new Set([
      ...(thingsByName.get(`${above} ${folded(text)}`) ?? []).map(({ id }) => id),
      ...(rowsByName.get(`${above} ${folded(text)}`) ?? []).map((row) => match(row).key),
    ])
    const [key, ...more] = keys
    if (key !== undefined && more.length === 0) return key
    wrong.push({ line, issue: key ? 'part-ambiguous' : 'part-unknown', column: 'part_of', value: text.slice(0, 60) })
    return undefined
  }

  const all = rows.map(match)
  for (const [, [, ...again]] of Map.groupBy(all, ({ key }) => key)) {
    for (const { line, cells } of again) wrong.push({ line, issue: 'twice', value: cells.name ?? '' })
  }
  return { rows: all, wrong }
}

function newKey({ line }: TreeRow): string {
  return `line ${line}`
}
