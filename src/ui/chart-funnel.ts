/** A funnel: limits that narrow as more answer. On a wide screen as curves over sizes, on a narrow one a span in each row. */
import type { Chart } from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import type { Layout } from './chart-layout.ts'
import type { ChartFigure, SizeLimits } from './chart-figure.ts'
import { placeOf, valueScale } from './chart-marks.ts'

const OUTER_DASH = [6, 4]

/** The limits as curves; the inner ones are solid, the outer ones dashed, each named at its end. */
export function drawFunnel(chart: Chart, figure: ChartFigure, layout: Layout, colours: ChartColours): void {
  const limits = figure.sizes?.limits ?? []
  const { names: [inner, outer] = ['', ''] } = figure.sizes ?? {}
  const { ctx } = chart
  ctx.save()
  ctx.strokeStyle = colours.muted
  ctx.fillStyle = colours.muted
  ctx.font = `13px ${layout.font}`
  ctx.lineWidth = 1.5
  for (const side of [0, 1] as const) {
    ctx.setLineDash([])
    drawCurve(chart, limits, ({ inner }) => inner[side])
    ctx.setLineDash(OUTER_DASH)
    drawCurve(chart, limits, ({ outer }) => outer[side])
  }
  nameCurves(chart, limits.at(-1), inner, outer)
  ctx.restore()
}

function drawCurve({ ctx, scales }: Chart, limits: readonly SizeLimits[], valueOf: (at: SizeLimits) => number): void {
  ctx.beginPath()
  for (const at of limits) ctx.lineTo(scales.x!.getPixelForValue(at.size), scales.y!.getPixelForValue(valueOf(at)))
  ctx.stroke()
}

/** Above the upper curves and below the lower ones the names would collide at the narrow end: they stand apart. */
function nameCurves(
  { ctx, scales, chartArea: area }: Chart,
  last: SizeLimits | undefined,
  inner: string,
  outer: string,
) {
  if (!last) return
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  const at = (value: number) => scales.y!.getPixelForValue(value)
  const left = area.right + 8
  const apart = Math.max(0, 16 - Math.abs(at(last.outer[1]) - at(last.inner[1])))
  ctx.fillText(inner, left, at(last.inner[1]))
  ctx.fillText(outer, left, at(last.outer[1]) - apart)
}

/** The sign beside each dot, to find it in the table. */
export function drawSigns(chart: Chart, figure: ChartFigure, layout: Layout, colours: ChartColours): void {
  const { ctx, scales } = chart
  ctx.save()
  ctx.font = `600 15px ${layout.font}`
  ctx.fillStyle = colours.ink
  ctx.strokeStyle = colours.paper
  ctx.lineWidth = 4
  ctx.lineJoin = 'round'
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const { value, size = 0, sign = '' } of figure.points) {
    if (value === null) continue
    const [x, y] = [scales.x!.getPixelForValue(size) + 12, scales.y!.getPixelForValue(value)]
    ctx.strokeText(sign, x, y)
    ctx.fillText(sign, x, y)
  }
  ctx.restore()
}

/** Each row with its own limits: a solid bar within a dashed line that ends in strokes. */
export function drawSpans(chart: Chart, figure: ChartFigure, layout: Layout, colours: ChartColours): void {
  const { ctx } = chart
  const at = valueScale(chart, layout)
  ctx.save()
  figure.points.forEach(({ low, high, outer }, i) => {
    if (low === null || high === null || !outer) return
    const y = placeOf(chart, layout, i)
    const [left, right] = [at(Math.max(outer[0], figure.min)), at(Math.min(outer[1], figure.max))]
    ctx.strokeStyle = colours.muted
    ctx.lineWidth = 1.5
    stroke(ctx, OUTER_DASH, left, y, right, y)
    for (const end of [left, right]) stroke(ctx, [], end, y - 6, end, y + 6)
    ctx.strokeStyle = colours.control
    ctx.globalAlpha = colours.blackOnly ? 1 : 0.55
    ctx.lineWidth = colours.blackOnly ? 3 : 6
    stroke(ctx, [], at(Math.max(low, figure.min)), y, at(Math.min(high, figure.max)), y)
    ctx.globalAlpha = 1
  })
  ctx.restore()
}

function stroke(ctx: CanvasRenderingContext2D, dash: number[], x1: number, y1: number, x2: number, y2: number): void {
  ctx.setLineDash(dash)
  ctx.beginPath()
  ctx.moveTo(x1, y1)
  ctx.lineTo(x2, y2)
  ctx.stroke()
}
