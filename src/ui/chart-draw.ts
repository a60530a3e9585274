/** Draws a figure with Chart.js: dots with their ranges over the grades' bands, redrawn whole when width or colours change. */
import {
  Chart,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  type ChartOptions,
  type Plugin,
} from 'chart.js'
import type { ChartFigure } from './chart-figure.ts'
import { drawBands, drawRanges, drawRowLabels, drawValues } from './chart-marks.ts'
import { readColours, type ChartColours } from './chart-colours.ts'

Chart.register(ScatterController, LinearScale, LineElement, PointElement)

/** Rows run down the screen with the scale across; columns run along time with the scale upright. */
export interface Layout {
  across: boolean
  /** Too narrow for labels beside the dots: they stand above them. */
  labelsAbove: boolean
  font: string
}

const ROW_LABELS_NEED = 620
const COLUMN_NEEDS = 96

/** For `{@attach}`: draws into the canvas and hands back what takes it away again. */
export function drawChart(canvas: HTMLCanvasElement, figure: ChartFigure): () => void {
  const box = canvas.parentElement!
  const dark = matchMedia('(prefers-color-scheme: dark)')
  let drawn = ''
  let chart: Chart | undefined
  const redraw = () => {
    const layout = layoutFor(figure, box.clientWidth)
    const state = JSON.stringify([layout, dark.matches])
    if (state === drawn) return
    drawn = state
    chart?.destroy()
    chart = makeChart(canvas, figure, layout, readColours(box))
  }
  const watcher = new ResizeObserver(redraw)
  watcher.observe(box)
  dark.addEventListener('change', redraw)
  redraw()
  return () => {
    watcher.disconnect()
    dark.removeEventListener('change', redraw)
    chart?.destroy()
  }
}

function layoutFor(figure: ChartFigure, width: number): Layout {
  const font = getComputedStyle(document.body).fontFamily
  const across = figure.kind === 'dots' || width < 120 + figure.points.length * COLUMN_NEEDS
  return { across, labelsAbove: across && width < ROW_LABELS_NEED, font }
}

function makeChart(canvas: HTMLCanvasElement, figure: ChartFigure, layout: Layout, colours: ChartColours): Chart {
  const place = (value: number | null, i: number) => (layout.across ? { x: value, y: i } : { x: i, y: value })
  return new Chart(canvas, {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: figure.points.map(({ value }, i) => place(value ?? NaN, i) as { x: number; y: number }),
          showLine: figure.kind === 'trend',
          borderColor: colours.control,
          borderWidth: 1.5,
          // A dot without a range is hollow, or it would look the surest of all.
          pointBackgroundColor: figure.points.map(({ low }) => (low === null ? colours.paper : colours.brand)),
          pointBorderColor: figure.points.map(({ low }) => (low === null ? colours.brand : colours.paper)),
          pointBorderWidth: figure.points.map(({ low }) => (low === null ? 2.5 : 1.5)),
          pointRadius: 6.5,
          clip: false,
        },
      ],
    },
    options: optionsFor(figure, layout, colours),
    plugins: [marks(figure, layout, colours)],
  })
}

function marks(figure: ChartFigure, layout: Layout, colours: ChartColours): Plugin {
  return {
    id: 'marks',
    beforeDatasetsDraw(chart) {
      drawBands(chart, figure, layout, colours)
      drawRanges(chart, figure, layout, colours)
    },
    afterDatasetsDraw(chart) {
      drawValues(chart, figure, layout, colours)
      if (layout.labelsAbove) drawRowLabels(chart, figure, layout, colours)
    },
  }
}

function optionsFor(figure: ChartFigure, layout: Layout, colours: ChartColours): ChartOptions<'scatter'> {
  const last = figure.points.length - 1
  const value = valueAxis(figure, layout, colours)
  const place = {
    type: 'linear' as const,
    min: layout.labelsAbove ? -0.7 : -0.5,
    max: last + 0.5,
    reverse: layout.across,
    border: { display: false },
    grid: { display: false },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = figure.points.map((_, i) => ({ value: i }))
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
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    layout: {
      padding: { top: layout.across ? 26 : 18, right: layout.across ? 46 : 34, left: layout.labelsAbove ? 8 : 0 },
    },
    scales: layout.across ? { x: value, y: place } : { x: place, y: value },
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
