/** The marks that Chart.js has no element for: bands of grades, ranges, printed values, labels above their dots. */
import type { Chart } from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import type { ChartFigure, ChartPoint } from './chart-figure.ts'
import type { Layout } from './chart-layout.ts'

const BAND_OPACITY = 0.09
const LETTER_ROOM = 18

export function drawBands(chart: Chart, figure: ChartFigure, layout: Layout, colours: ChartColours): void {
  const { ctx, chartArea: area } = chart
  const at = valueScale(chart, layout)
  ctx.save()
  ctx.font = `600 14px ${layout.font}`
  for (const { letter, from, to } of figure.bands) {
    const [start, end] = [at(Math.max(from, figure.min)), at(Math.min(to, figure.max))]
    const size = Math.abs(end - start)
    if (to <= figure.min || from >= figure.max) continue
    ctx.globalAlpha = colours.blackOnly ? 0 : BAND_OPACITY
    ctx.fillStyle = colours.grade[letter]
    if (layout.across) ctx.fillRect(start, area.top, size, area.height)
    else ctx.fillRect(area.left, end, area.width, size)
    ctx.globalAlpha = 1
    drawEdge(chart, layout, colours, start, from > figure.min)
    if (size < LETTER_ROOM) continue
    ctx.fillStyle = colours.grade[letter]
    ctx.textAlign = 'center'
    ctx.textBaseline = layout.across ? 'bottom' : 'middle'
    if (layout.across) ctx.fillText(letter, start + size / 2, area.top - 6)
    else ctx.fillText(letter, area.right + 18, end + size / 2)
  }
  ctx.restore()
}

function drawEdge({ ctx, chartArea: area }: Chart, layout: Layout, colours: ChartColours, at: number, inside: boolean) {
  if (!inside) return
  ctx.strokeStyle = colours.line
  ctx.lineWidth = 1
  ctx.beginPath()
  if (layout.across) {
    ctx.moveTo(at, area.top)
    ctx.lineTo(at, area.bottom)
  } else {
    ctx.moveTo(area.left, at)
    ctx.lineTo(area.right, at)
  }
  ctx.stroke()
}

export function drawRanges(chart: Chart, figure: ChartFigure, layout: Layout, colours: ChartColours): void {
  const { ctx } = chart
  const at = valueScale(chart, layout)
  ctx.save()
  ctx.strokeStyle = colours.brand
  ctx.globalAlpha = colours.blackOnly ? 1 : 0.6
  ctx.lineWidth = colours.blackOnly ? 2 : 4
  ctx.lineCap = 'round'
  figure.points.forEach(({ low, high }, i) => {
    if (low === null || high === null) return
    const place = placeOf(chart, layout, i)
    ctx.beginPath()
    if (layout.across) {
      ctx.moveTo(at(Math.max(low, figure.min)), place)
      ctx.lineTo(at(high), place)
    } else {
      ctx.moveTo(place, at(Math.max(low, figure.min)))
      ctx.lineTo(place, at(high))
    }
    ctx.stroke()
  })
  ctx.restore()
}

/** The centre and limits that hold for all, each with its value at its end. */
export function drawLines(chart: Chart, figure: ChartFigure, layout: Layout, colours: ChartColours): void {
  const { ctx, chartArea: area } = chart
  const at = valueScale(chart, layout)
  ctx.save()
  ctx.font = `13px ${layout.font}`
  ctx.fillStyle = colours.muted
  ctx.strokeStyle = colours.muted
  for (const { value, text, dashed } of figure.lines ?? []) {
    ctx.lineWidth = dashed ? 1.5 : 1
    ctx.setLineDash(dashed ? [6, 4] : [])
    ctx.beginPath()
    if (layout.across) {
      ctx.moveTo(at(value), area.top)
      ctx.lineTo(at(value), area.bottom)
    } else {
      ctx.moveTo(area.left, at(value))
      ctx.lineTo(area.right, at(value))
    }
    ctx.stroke()
    ctx.textAlign = layout.across ? 'center' : 'left'
    ctx.textBaseline = layout.across ? 'bottom' : 'middle'
    if (layout.across) ctx.fillText(text, at(value), area.top - 6)
    else ctx.fillText(text, area.right + 8, at(value))
  }
  ctx.restore()
}

/**
 * The value stands after the range's upper end, where no line runs: beside the rows of a process chart, below its columns
 * where they dip. A period without one says so in its place.
 */
export function drawValues(chart: Chart, figure: ChartFigure, layout: Layout, colours: ChartColours): void {
  const { ctx, chartArea: area } = chart
  const at = valueScale(chart, layout)
  ctx.save()
  ctx.font = `600 14px ${layout.font}`
  ctx.fillStyle = colours.ink
  ctx.strokeStyle = colours.paper
  ctx.lineWidth = 4
  ctx.lineJoin = 'round'
  ctx.textAlign = layout.across ? 'left' : 'center'
  figure.points.forEach((point, i) => {
    const place = placeOf(chart, layout, i)
    const end = endOf(point)
    const below = end !== null && dips(figure, i)
    const [x, y] = layout.across
      ? [figure.kind === 'control' ? area.right + 8 : end === null ? area.left + 4 : at(end) + 12, place]
      : [place, end === null ? area.bottom - 6 : at(end) + (below ? 12 : -10)]
    ctx.textBaseline = layout.across ? 'middle' : below ? 'top' : 'bottom'
    // A rim of paper keeps the text clear of a line that passes behind it.
    if (figure.lines) ctx.strokeText(point.text, x, y)
    ctx.fillText(point.text, x, y)
  })
  ctx.restore()
}

export function drawRowLabels(chart: Chart, figure: ChartFigure, layout: Layout, colours: ChartColours): void {
  const { ctx, chartArea: area } = chart
  ctx.save()
  ctx.font = `14px ${layout.font}`
  ctx.fillStyle = colours.ink
  ctx.strokeStyle = colours.paper
  ctx.lineWidth = 4
  ctx.lineJoin = 'round'
  ctx.textAlign = 'left'
  ctx.textBaseline = 'bottom'
  figure.points.forEach(({ label }, i) => {
    const [left, bottom] = [area.left + 4, placeOf(chart, layout, i) - 12]
    // A rim of paper keeps the text clear of a line that passes behind it.
    if (figure.kind !== 'dots') ctx.strokeText(label, left, bottom)
    ctx.fillText(label, left, bottom)
  })
  ctx.restore()
}

export function valueScale(chart: Chart, layout: Layout): (value: number) => number {
  const scale = chart.scales[layout.across ? 'x' : 'y']!
  return (value) => scale.getPixelForValue(value)
}

export function placeOf(chart: Chart, layout: Layout, i: number): number {
  return chart.scales[layout.across ? 'y' : 'x']!.getPixelForValue(i)
}

/** Whether a process chart's line comes down to this period and goes up again, through what would stand above it. */
function dips({ kind, points }: ChartFigure, i: number): boolean {
  const [value, around] = [points[i]?.value ?? 0, [points[i - 1]?.value, points[i + 1]?.value]]
  const lifts = around.reduce<number>((sum, next) => sum + (next ?? value) - value, 0)
  return kind === 'control' && lifts > 0
}

function endOf({ value, high, outer }: ChartPoint): number | null {
  return value === null ? null : Math.max(value, high ?? value, outer?.[1] ?? value)
}
