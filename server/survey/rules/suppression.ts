/** Below this many people a cell of a profile table is hidden. */
export const SMALLEST_CELL = 5
/** From this many answers an element's level counts are shown, whole; also the least that a group or a batch may hold. */
export const SMALLEST_GROUP = 10

/** What may be shown of a figure with this many answers: all, the index and n, or only that too few answered. */
export type Disclosure = 'levels' | 'index' | 'nothing'

export function disclosureOf(answers: number): Disclosure {
  if (answers >= SMALLEST_GROUP) return 'levels'
  return answers >= SMALLEST_CELL ? 'index' : 'nothing'
}

/** May a group's mean stand beside the mean of all? Both the group and the rest must be large enough to hide in. */
export function mayShowGroupMean(group: number, all: number): boolean {
  return group >= SMALLEST_GROUP && all - group >= SMALLEST_GROUP
}

/**
 * A row of counts whose total is shown, with null for what is hidden: cells of 1 to 4, and the smallest other cell when
 * the total would give a hidden one away. A zero names nobody and stays.
 */
export function suppressRow(counts: readonly number[]): (number | null)[] {
  return suppressTable([counts])[0]!
}

/** The same for a table whose totals of rows and columns are shown. A table of one row has only that row's total. */
export function suppressTable(rows: readonly (readonly number[])[]): (number | null)[][] {
  const hidden = rows.map((row) => row.map((count) => count > 0 && count < SMALLEST_CELL))
  const lines = linesOf(rows)
  // Hiding one cell can leave another line with a single hidden one, so go round until nothing moves.
  while (lines.map((line) => protectLine(line, rows, hidden)).includes(true));
  return rows.map((row, i) => row.map((count, j) => (hidden[i]![j] ? null : count)))
}

type Cell = readonly [row: number, column: number]

function linesOf(rows: readonly (readonly number[])[]): Cell[][] {
  const across = rows.map((row, i) => row.map((_, j): Cell => [i, j]))
  const down = rows.length < 2 ? [] : rows[0]!.map((_, j) => rows.map((_, i): Cell => [i, j]))
  return [...across, ...down]
}

// Hides one more cell of a line that would give away what is hidden in it; says whether it did.
function protectLine(line: readonly Cell[], rows: readonly (readonly number[])[], hidden: boolean[][]): boolean {
  const countAt = ([i, j]: Cell) => rows[i]![j]!
  const covered = line.filter(([i, j]) => hidden[i]![j])
  if (!isGivenAway(covered.map(countAt))) return false
  const shown = line.filter(([i, j]) => !hidden[i]![j]).sort((a, b) => countAt(a) - countAt(b))
  const [i, j] = shown.find((cell) => countAt(cell) > 0) ?? shown[0] ?? []
  if (i === undefined || j === undefined) return false
  hidden[i]![j] = true
  return true
}

// One hidden cell follows from the total. So do several that all sit at the edge of what a hidden cell can be: only 1s, only 4s.
function isGivenAway(counts: readonly number[]): boolean {
  if (counts.length === 0) return false
  return (
    counts.length === 1 || counts.every((count) => count === 1) || counts.every((count) => count === SMALLEST_CELL - 1)
  )
}
