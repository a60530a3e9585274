/** What a chart shows: numbers for places, and every text as it is printed beside the chart. */
export interface ChartFigure {
  /**
   * `dots` has a row for each thing; `trend` joins periods in order of time; `control` is a trend between process limits;
   * `funnel` sets things by their size, between limits that narrow as it grows, or in rows where there is no room.
   */
  kind: 'dots' | 'trend' | 'control' | 'funnel'
  /** The short name that a screen reader says; sentence and table carry the meaning. */
  name: string
  points: ChartPoint[]
  /** Stretches of the scale behind the dots, lowest first; `letter` is the grade. */
  bands: ChartBand[]
  ticks: { value: number; text: string }[]
  min: number
  max: number
  /** Across the whole chart: the centre, and limits that are the same for all. */
  lines?: ChartLine[]
  /** A funnel's limits by size, and the sizes that are named. */
  sizes?: ChartSizes
}

export interface ChartLine {
  value: number
  text: string
  dashed: boolean
}

export interface ChartSizes {
  title: string
  /** What the inner and the outer limits are called. */
  names: [inner: string, outer: string]
  /** By size, the smallest first. */
  limits: SizeLimits[]
  ticks: { value: number; text: string }[]
}

export interface SizeLimits {
  size: number
  inner: [number, number]
  outer: [number, number]
}

export interface ChartPoint {
  label: string
  /** Null leaves a gap, with `text` in its place. */
  value: number | null
  text: string
  low: number | null
  high: number | null
  /** What stands out has a shape of its own, so that it is seen without colour. */
  mark?: 'triangle' | 'diamond'
  /** In a funnel: the sign beside the dot, and how many answered. */
  sign?: string
  size?: number
  /** Limits further out than `low` and `high`. */
  outer?: [number, number]
}

export interface ChartBand {
  letter: 'A' | 'B' | 'C' | 'D'
  from: number
  to: number
}
