/** The page's own colours, read from its tokens, so that a chart follows light, dark and paper. */
export interface ChartColours {
  ink: string
  muted: string
  line: string
  control: string
  brand: string
  surface: string
  paper: string
  grade: Record<'A' | 'B' | 'C' | 'D', string>
  /** On paper: nothing is filled or drawn half transparent. */
  blackOnly: boolean
}

/** On paper grades have no colour of their own: their letters and edges tell them apart. */
export function readColours(element: Element, onPaper: boolean): ChartColours {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const grade = (letter: string) => token(onPaper ? 'ink' : `grade-${letter}`)
  return {
    ink: token('ink'),
    muted: token('muted'),
    line: token('line'),
    control: token('control'),
    brand: token('brand'),
    surface: token('surface'),
    paper: token('paper'),
    grade: { A: grade('a'), B: grade('b'), C: grade('c'), D: grade('d') },
    blackOnly: onPaper,
  }
}
