/** A line of the benchmark's table: what was measured, what it was measured against, and whether it reaches its mark. */
export interface Line {
  measure: string
  engine: string
  ours: string
  against: string
  ratio: number
  mark: string
  reached: boolean
}

export function atLeast(measure: string, engine: string, ours: number, bare: number, share: number): Line {
  const ratio = ours / bare
  return {
    measure,
    engine,
    ours: perSecond(ours),
    against: `bare ${perSecond(bare)}`,
    ratio,
    mark: `≥ ${share}`,
    reached: ratio >= share,
  }
}

export function atMost(
  measure: string,
  engine: string,
  [ours, unit]: [number, string],
  base: number,
  most: number,
): Line {
  const ratio = ours / base
  return {
    measure,
    engine,
    ours: `${ours.toFixed(1)} ${unit}`,
    against: `${base.toFixed(1)} ${unit}`,
    ratio,
    mark: `≤ ${most}`,
    reached: ratio <= most,
  }
}

/** A measure with a limit of its own, in the same unit. */
export function within(measure: string, engine: string, [ours, unit]: [number, string], limit: number): Line {
  const ratio = ours / limit
  return {
    measure,
    engine,
    ours: `${ours.toFixed(2)} ${unit}`,
    against: `${limit} ${unit}`,
    ratio,
    mark: '≤ 1',
    reached: ratio <= 1,
  }
}

export function markdown(lines: Line[]): string {
  const rows = lines.map(
    ({ measure, engine, ours, against, ratio, mark, reached }) =>
      `| ${measure} | ${engine} | ${ours} | ${against} | ${ratio.toFixed(2)} | ${mark} | ${reached ? 'yes' : '**no**'} |`,
  )
  return [
    '| measure | engine | Balai | against | ratio | to reach | reached |',
    '| --- | --- | ---: | ---: | ---: | --- | --- |',
    ...rows,
  ].join('\n')
}

function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')}/s`
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
