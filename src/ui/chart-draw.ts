/** Draws a figure with Chart.js: dots, ranges, bands and limits, redrawn whole when width or colours change. */
import { Chart, LinearScale, LineElement, PointElement, ScatterController, type Plugin } from 'chart.js'
import { optionsFor } from './chart-axes.ts'
import type { ChartFigure } from './chart-figure.ts'
import { drawFunnel, drawSigns, drawSpans } from './chart-funnel.ts'
import { drawBands, drawLines, drawRanges, drawRowLabels, drawValues } from './chart-marks.ts'
import { readColours, type ChartColours } from './chart-colours.ts'
import { layoutFor, type Layout } from './chart-layout.ts'

Chart.register(ScatterController, LinearScale, LineElement, PointElement)

const SHAPES = { triangle: 'triangle', diamond: 'rectRot' } as const

/** For `{@attach}`: draws into the canvas, anew for paper, and hands back what takes it away again. */
export function drawChart(canvas: HTMLCanvasElement, figure: ChartFigure): () => void {
  const box = canvas.parentElement!
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const paper = matchMedia('print')
  let drawn = ''
  let chart: Chart | undefined
  const redraw = () => {
    const layout = layoutFor(figure, box.clientWidth)
    const state = JSON.stringify([layout, dark.matches, paper.matches, box.clientWidth * Number(paper.matches)])
    if (state === drawn) return
    drawn = state
    chart?.destroy()
    chart = makeChart(canvas, figure, layout, readColours(box, paper.matches))
    box.classList.add('inked')
  }
  const watcher = new ResizeObserver(redraw)
  watcher.observe(box)
  dark.addEventListener('change', redraw)
  paper.addEventListener('change', redraw)
  redraw()
  return () => {
    watcher.disconnect()
    dark.removeEventListener('change', redraw)
    paper.removeEventListener('change', redraw)
    chart?.destroy()
  }
}

function makeChart(canvas: HTMLCanvasElement, figure: ChartFigure, layout: Layout, colours: ChartColours): Chart {
  const place = (value: number, i: number) => {
    if (layout.across) return { x: value, y: i }
    return { x: layout.plane ? (figure.points[i]?.size ?? i) : i, y: value }
  }
  const hollow = (low: number | null) => low === null && figure.kind !== 'control'
  return new Chart(canvas, {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: figure.points.map(({ value }, i) => place(value ?? NaN, i)),
          showLine: figure.kind === 'trend' || figure.kind === 'control',
          borderColor: colours.control,
          borderWidth: 1.5,
          // A dot without a range is hollow, or it would look the surest of all.
          pointBackgroundColor: figure.points.map(({ low }) => (hollow(low) ? colours.paper : colours.brand)),
          pointBorderColor: figure.points.map(({ low }) => (hollow(low) ? colours.brand : colours.paper)),
          pointBorderWidth: figure.points.map(({ low }) => (hollow(low) ? 2.5 : 1.5)),
          pointStyle: figure.points.map(({ mark }) => (mark ? SHAPES[mark] : 'circle')),
          pointRadius: figure.points.map(({ mark }) => (mark ? 9 : 6.5)),
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
      drawLines(chart, figure, layout, colours)
      if (layout.plane) drawFunnel(chart, figure, layout, colours)
      else if (figure.kind === 'funnel') drawSpans(chart, figure, layout, colours)
      else drawRanges(chart, figure, layout, colours)
    },
    afterDatasetsDraw(chart) {
      if (layout.plane) drawSigns(chart, figure, layout, colours)
      else drawValues(chart, figure, layout, colours)
      if (layout.labelsAbove) drawRowLabels(chart, figure, layout, colours)
    },
  }
}
