/** What the pictures of a region and a unit say in plain sentences, and what they can't. */
import type { KindComparison } from '#server/dashboard/kinds.ts'
import type { UnitParticipation } from '#server/dashboard/participation.ts'
import type { RegionUnit } from '#server/dashboard/region-units.ts'
import type { Control } from '#server/dashboard/rules/control.ts'
import type { Funnel } from '#server/dashboard/rules/funnel.ts'
import type { RankedElement } from '#server/dashboard/unit.ts'
import { formatNumber } from '#server/words/format.ts'
import { formatSigned, type Speech } from '../../survey/_parts/result-sentences.ts'

/** More than these are counted, not named. */
const MOST_NAMED = 12
const MOST_ELEMENTS_NAMED = 4

/** How many units have held a survey, and which have not. */
export function participationSentences({ locale, words }: Speech, units: readonly UnitParticipation[]): string[] {
  const t = words.dashboard.participation
  const missing = units.filter(({ surveyed }) => !surveyed)
  const count = (some: readonly unknown[]) => formatNumber(locale, some.length)
  if (missing.length === 0) return [t.all(count(units))]
  if (missing.length === units.length) return [t.nobody(count(units))]
  const surveyed = formatNumber(locale, units.length - missing.length)
  const said = t.some(surveyed, count(units), count(missing))
  return missing.length > MOST_NAMED ? [said] : [said, t.missing(missing.map(({ name }) => name).join(', '))]
}

export interface FunnelSpeech {
  title: string
  /** What the picture shows. */
  sentence: string
}

export function funnelSentences({ locale, words }: Speech, { centre, points }: Funnel<RegionUnit>): FunnelSpeech {
  const t = words.dashboard.funnel
  const mean = formatNumber(locale, centre, 1)
  const named = (side: 'above' | 'below') =>
    points
      .filter(({ position }) => position.endsWith(side))
      .map(({ unit, position }) => `${unit.name} (${t.limitNames[position === side ? 0 : 1]})`)
  const [above, below] = [named('above'), named('below')]
  const outside = above.length + below.length
  if (outside === 0) return { title: t.titleInside, sentence: t.inside(formatNumber(locale, points.length), mean) }
  const sentences = [
    ...(above.length > 0 ? [t.above(above.join(', '))] : []),
    ...(below.length > 0 ? [t.below(below.join(', '))] : []),
    ...(outside < points.length ? [t.rest(mean)] : []),
  ]
  return { title: t.titleOutside(formatNumber(locale, outside)), sentence: sentences.join(' ') }
}

/** Which units of the kind are not in the picture, and why; of many, how many. Null where all are. */
export function leftOut({ locale, words }: Speech, { left }: KindComparison): string | null {
  const t = words.dashboard.funnel
  if (left.length === 0) return null
  if (left.length <= MOST_NAMED)
    return t.left(left.map(({ unit, reason }) => `${unit.name} (${t.reasons[reason]})`).join(', '))
  const reasons = [...new Set(left.map(({ reason }) => reason))]
  const counts = reasons.map((reason) => {
    const some = left.filter((one) => one.reason === reason)
    return t.leftCount(formatNumber(locale, some.length), t.reasons[reason])
  })
  return t.left(counts.join(', '))
}

/** The name of a kind: "Puskesmas, kesehatan". */
export function kindName({ words }: Speech, { sector, institutionKind }: KindComparison): string {
  const sectors: Record<string, string> = words.directory.sectors
  return words.dashboard.funnel.kind(words.directory.institutionKinds[institutionKind], sectors[sector] ?? sector)
}

type Period = { period: string; ikm: number | null }

/** What leaves the pattern of the process, period by period. */
export function controlSentences({ locale, words }: Speech, periods: readonly Period[], control: Control) {
  const t = words.dashboard.control
  const known = periods.filter(({ ikm }) => ikm !== null)
  const number = (value: number) => formatNumber(locale, value, 1)
  const found = control.signals.flatMap((signals, i) =>
    signals.length > 0 ? [`${periods[i]?.period} (${signals.map((signal) => t.signals[signal]).join(', ')})`] : [],
  )
  const limits = t.limits(number(control.lower), number(control.upper), number(control.centre))
  if (found.length === 0)
    return { title: t.titleCalm, sentence: `${limits} ${t.calm(formatNumber(locale, known.length))}` }
  return { title: t.titleSignal, sentence: `${limits} ${t.found(found.join('; '))} ${t.cannot}` }
}

/** Which elements changed so that it is shown; null where there is nothing to compare with. */
export function elementsSentence({ locale, words }: Speech, elements: readonly RankedElement[]): string | null {
  const t = words.dashboard.elements
  if (elements.every(({ change }) => change === null)) return null
  const shown = elements.filter(({ change }) => change?.shown)
  if (shown.length === 0) return t.unchanged
  if (shown.length > MOST_ELEMENTS_NAMED) {
    return t.manyChanged(formatNumber(locale, shown.length), formatNumber(locale, elements.length))
  }
  const names = shown.map(
    ({ key, change }) =>
      `${words.results.elements[key].toLowerCase()} (${formatSigned(locale, change?.difference ?? 0)})`,
  )
  return t.changed(names.join(', '))
}
