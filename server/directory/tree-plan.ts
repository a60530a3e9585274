/** What a file would do to a region's tree, step by step; or what is wrong with it, line by line. Nothing is stored. */
import { readInput } from '../forms.ts'
import { treeFaults, type TreePart } from './rules/tree-faults.ts'
import { FIELDS_OF, LEVELS, type Column, type Field, type Fields, type Level } from './rules/tree-columns.ts'
import { matchRows, type MatchedRow } from './tree-match.ts'
import { readTreeRows, type WrongLine } from './tree-rows.ts'
import { asInput, settled, TEXT_SCHEMAS, type TreeThing } from './tree-text.ts'

export interface Step {
  act: 'add' | 'change'
  level: Level
  /** Id of the thing; of one that is added, a made-up name that only this plan knows. */
  key: string
  parentKey: string | null
  name: string
  /** What it stands in, by name; null at the top. */
  within: string | null
  line: number
  /** Only what differs; of what is added, everything. */
  before: Fields
  after: Fields
}

export interface TreePlan {
  steps: Step[]
  wrong: WrongLine[]
  /** Rows that say what is stored. */
  same: number
  /** Things that no row names. */
  left: number
}

export async function planTree(tree: readonly TreeThing[], text: string): Promise<TreePlan> {
  const { rows, wrong: unread } = await readTreeRows(text)
  const { rows: matched, wrong: unplaced } = matchRows(tree, rows)
  const wrong = [...unread, ...unplaced]
  const steps: Step[] = []
  const ends = new Map<string, Fields>()
  for (const row of matched) {
    const { fields, faults } = endOf(row)
    wrong.push(...faults)
    if (faults.length === 0) ends.set(row.key, fields)
  }
  const nameOf = namer(tree, matched)
  for (const row of matched) {
    const step = ends.has(row.key) ? stepOf(row, ends.get(row.key) ?? {}, nameOf) : undefined
    if (step) steps.push(step)
  }
  wrong.push(...faultsAfter(tree, matched, ends))
  const named = new Set(matched.map(({ key }) => key))
  return {
    steps: parentsFirst(steps),
    wrong: wrong.sort((a, b) => a.line - b.line),
    same: wrong.length > 0 ? 0 : matched.length - steps.length,
    left: tree.filter(({ id }) => !named.has(id)).length,
  }
}

/** What the thing would be: what is stored, with what the row says of it. */
function endOf({ level, cells, line, thing }: MatchedRow): { fields: Fields; faults: WrongLine[] } {
  const own = FIELDS_OF[level]
  const given = Object.entries(cells) as [Column, string][]
  const faults: WrongLine[] = given.flatMap(([column, value]) =>
    isField(column) && !own.includes(column) && value !== ''
      ? [{ line, issue: 'not-here', column, value: column }]
      : [],
  )
  const said = Object.fromEntries(given.filter(([column]) => own.includes(column as Field)))
  const fields: Fields = { ...thing?.fields, ...said }
  const reading = readInput(TEXT_SCHEMAS[level], asInput(fields))
  if (reading.ok) return { fields: faults.length > 0 ? fields : settled(level, fields), faults }
  for (const [name, issue] of Object.entries(reading.issues)) {
    const column = name === 'complaintUrl' ? 'complaint_url' : (name as Field)
    faults.push({ line, issue, column, value: (fields[column] ?? '').slice(0, 60) })
  }
  return { fields, faults }
}

function stepOf(
  { level, key, parentKey, line, thing }: MatchedRow,
  end: Fields,
  nameOf: (key: string | null) => string | null,
): Step | undefined {
  const common = { level, key, parentKey, within: nameOf(parentKey), line, name: end.name ?? '' }
  const stated = Object.entries(end) as [Field, string][]
  if (!thing) return { act: 'add', ...common, before: {}, after: Object.fromEntries(stated.filter(([, text]) => text)) }
  const changed = stated.filter(([field, text]) => (thing.fields[field] ?? '') !== text)
  if (changed.length === 0) return undefined
  const before = Object.fromEntries(changed.map(([field]) => [field, thing.fields[field] ?? '']))
  return { act: 'change', ...common, name: thing.fields.name ?? '', before, after: Object.fromEntries(changed) }
}

function namer(tree: readonly TreeThing[], rows: readonly MatchedRow[]) {
  const names = new Map(tree.map(({ id, fields }) => [id, fields.name ?? '']))
  for (const { key, cells } of rows) if (cells.name) names.set(key, cells.name)
  return (key: string | null) => (key === null ? null : (names.get(key) ?? null))
}

/** What would not hold of the tree afterwards, each at the line that brings it about. */
function faultsAfter(
  tree: readonly TreeThing[],
  rows: readonly MatchedRow[],
  ends: ReadonlyMap<string, Fields>,
): WrongLine[] {
  const lines = new Map(rows.map(({ key, line }) => [key, line]))
  const parents = new Map([...tree.map(({ id, parentId }) => [id, parentId] as const), ...parentsOf(rows)])
  const named = new Map(rows.map(({ key }) => [key, true]))
  const untouched = tree
    .filter(({ id }) => !named.has(id))
    .map(({ id, level, parentId, fields }) => partOf(level, id, parentId, fields))
  const touched = rows.map(({ key, level, parentKey, thing }) =>
    partOf(level, key, parentKey, ends.get(key) ?? thing?.fields ?? {}),
  )
  const parts = [...untouched, ...touched].filter((part): part is TreePart => part !== undefined)
  const nameOf = namer(tree, rows)
  const isFlagged = new Set(rows.filter(({ key }) => !ends.has(key)).map(({ key }) => key))
  return treeFaults(parts).flatMap(({ id, what }) => {
    if (isFlagged.has(id) || (what === 'parent-missing' && lines.has(id))) return []
    const issue = what === 'open-below-closed' ? 'open-below' : what
    return [{ line: lineOf(id, lines, parents), issue, value: nameOf(id) ?? '' }]
  })
}

function parentsOf(rows: readonly MatchedRow[]) {
  return rows.map(({ key, parentKey }) => [key, parentKey] as const)
}

function partOf(level: Level, id: string, parentId: string | null, { code, closed }: Fields): TreePart | undefined {
  if (level === 'service') return undefined
  return { what: level, id, parentId, code: code || null, closed: closed === '1' }
}

/** Its own line, or that of the nearest thing above it that the file names. */
function lineOf(id: string, lines: ReadonlyMap<string, number>, parents: ReadonlyMap<string, string | null>): number {
  let at: string | null | undefined = id
  for (let steps = 0; at && !lines.has(at) && steps < 100; steps++) at = parents.get(at)
  return (at && lines.get(at)) || 1
}

/** Institutions before units before services, each institution behind the one that it stands in. */
function parentsFirst(steps: Step[]): Step[] {
  const byKey = new Map(steps.map((step) => [step.key, step]))
  const depth = (step: Step, seen = 0): number => {
    const above = step.parentKey === null ? undefined : byKey.get(step.parentKey)
    return above && seen < 100 ? depth(above, seen + 1) + 1 : 0
  }
  const rank = (step: Step) => LEVELS.indexOf(step.level) * 1000 + depth(step)
  return steps.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line)
}

function isField(column: Column): column is Field {
  return !['level', 'slug', 'part_of'].includes(column)
}
