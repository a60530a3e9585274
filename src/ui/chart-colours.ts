/** The page's own colours, read from its tokens, so that a chart follows light and dark. */
export interface ChartColours {
  ink: string
  muted: string
  line: string
  control: string
  brand: string
  surface: string
  paper: string
  grade: Record<'A' | 'B' | 'C' | 'D', string>
}

export function readColours(element: Element): ChartColours {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: token('ink'),
    muted: token('muted'),
    line: token('line'),
    control: token('control'),
    brand: token('brand'),
    surface: token('surface'),
    paper: token('paper'),
    grade: { A: token('grade-a'), B: token('grade-b'), C: token('grade-c'), D: token('grade-d') },
  }
}
