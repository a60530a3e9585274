/** What a chart shows: numbers for places, and every text as it is printed beside the chart. */
export interface ChartFigure {
  /** `dots` has a row for each thing; `trend` joins periods in order of time. */
  kind: 'dots' | 'trend'
  /** The short name that a screen reader says; sentence and table carry the meaning. */
  name: string
  points: ChartPoint[]
  /** Stretches of the scale behind the dots, lowest first; `letter` is the grade. */
  bands: ChartBand[]
  ticks: { value: number; text: string }[]
  min: number
  max: number
}

export interface ChartPoint {
  label: string
  /** Null leaves a gap, with `text` in its place. */
  value: number | null
  text: string
  low: number | null
  high: number | null
}

export interface ChartBand {
  letter: 'A' | 'B' | 'C' | 'D'
  from: number
  to: number
}
