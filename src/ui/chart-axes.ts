/** Axes and the room around them: what is named along the chart, and where. */
import type { ChartOptions } from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import type { Layout } from './chart-layout.ts'
import type { ChartFigure } from './chart-figure.ts'

export function optionsFor(figure: ChartFigure, layout: Layout, colours: ChartColours): ChartOptions<'scatter'> {
  const value = valueAxis(figure, layout, colours)
  const place = layout.plane ? sizeAxis(figure, layout, colours) : placeAxis(figure, layout, colours)
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    layout: { padding: paddingOf(figure, layout) },
    scales: layout.across ? { x: value, y: place } : { x: place, y: value },
  }
}

/** Room for what is written outside the axes: letters of grades, values, names of limits. */
function paddingOf(figure: ChartFigure, layout: Layout) {
  const right = layout.across ? 48 : figure.kind === 'control' ? 64 : layout.plane ? 72 : 34
  return { top: layout.across ? 26 : 18, right, left: layout.labelsAbove ? 8 : 0 }
}

function placeAxis(figure: ChartFigure, layout: Layout, colours: ChartColours) {
  const last = figure.points.length - 1
  return {
    type: 'linear' as const,
    min: layout.labelsAbove ? -0.7 : -0.5,
    max: last + 0.5,
    reverse: layout.across,
    border: { display: false },
    grid: { display: false },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      const named = figure.points.map((_, value) => ({ value }))
      axis.ticks = figure.kind === 'control' && !layout.across ? named.filter(({ value }) => value % 2 === 0) : named
    },
    ticks: {
      display: !layout.labelsAbove,
      autoSkip: false,
      maxRotation: 0,
      color: colours.ink,
      font: { size: 14, family: layout.font },
      callback: (i: string | number) => labelLines(figure.points[Number(i)]?.label ?? '', layout),
    },
  }
}

/** Sizes of the things in a funnel, by those that are named. */
function sizeAxis(figure: ChartFigure, layout: Layout, colours: ChartColours) {
  const limits = figure.sizes?.limits ?? []
  const ticks = figure.sizes?.ticks ?? []
  return {
    type: 'linear' as const,
    min: limits[0]?.size ?? 0,
    max: limits.at(-1)?.size ?? 1,
    border: { color: colours.line },
    grid: { display: false },
    title: {
      display: true,
      text: figure.sizes?.title ?? '',
      color: colours.muted,
      font: { size: 14, family: layout.font },
    },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = ticks.map(({ value }) => ({ value }))
    },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: colours.muted,
      font: { size: 13, family: layout.font },
      callback: (at: string | number) => ticks.find(({ value }) => value === Number(at))?.text ?? '',
    },
  }
}

function valueAxis(figure: ChartFigure, layout: Layout, colours: ChartColours) {
  return {
    type: 'linear' as const,
    min: figure.min,
    max: figure.max,
    border: { display: false },
    grid: { display: false },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = figure.ticks.map(({ value }) => ({ value }))
    },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: colours.muted,
      font: { size: 13, family: layout.font },
      callback: (at: string | number) => figure.ticks.find(({ value }) => value === Number(at))?.text ?? '',
    },
  }
}

/** Below a column a period takes two lines ("Semester II", "2026"). */
function labelLines(label: string, layout: Layout): string | string[] {
  const cut = label.lastIndexOf(' ')
  return layout.across || cut < 0 ? label : [label.slice(0, cut), label.slice(cut + 1)]
}
