/** How a figure is laid out for the room that it has: redrawn for a narrow screen, not shrunk. */
import type { ChartFigure } from './chart-figure.ts'

const ROW_LABELS_NEED = 620
const COLUMN_NEEDS = 96
/** Columns of a process chart stand closer, and not each is named. */
const CLOSE_COLUMN_NEEDS = 44

/**
 * Rows run down the screen with the scale across; columns run along time with the scale upright; a plane has sizes across
 * and the scale upright.
 */
export interface Layout {
  across: boolean
  plane: boolean
  /** Too narrow for labels beside the dots: they stand above them. */
  labelsAbove: boolean
  font: string
}

export function layoutFor(figure: ChartFigure, width: number): Layout {
  const font = getComputedStyle(document.body).fontFamily
  const plane = figure.kind === 'funnel' && width >= ROW_LABELS_NEED
  const columnNeeds = figure.kind === 'control' ? CLOSE_COLUMN_NEEDS : COLUMN_NEEDS
  const across = !plane && (figure.kind === 'dots' || width < 120 + figure.points.length * columnNeeds)
  // Periods are short: beside their dots there is room for them on any screen.
  return { across, plane, labelsAbove: across && width < ROW_LABELS_NEED && figure.kind !== 'control', font }
}
