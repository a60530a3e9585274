/** Moderation by month of Asia/Jakarta. Pure. */
import { dayIn } from '../../directory/rules/days.ts'
import { HIDING_REASONS } from './reasons.ts'

export interface CountedAct {
  /** The hour, as its instant's first thirteen signs. */
  hour: string
  what: string
  reason: string | null
  acts: number
}

export interface MonthFigures {
  /** YYYY-MM. */
  month: string
  reports: number
  /** Held by the portal itself, before anybody read them. */
  held: number
  hidden: number
  masked: number
  /** Looked at by a person and shown, or left as they were. */
  shown: number
  reviewsAsked: number
  reviewsDecided: number
  reversed: number
  /** Hidden and masked, by reason; every reason, also those of which there is none. */
  byReason: Record<string, number>
  /** Minutes that a text waited for a person, the middle one of all that were decided; null without any. */
  medianMinutes: number | null
}

/** The latest month first; months in which nothing happened are left out. */
export function countMonths(acts: CountedAct[], waits: { at: string; waitedMinutes: number | null }[]): MonthFigures[] {
  const minutes = Map.groupBy(waits, ({ at }) => monthOf(at))
  const months = Map.groupBy(acts, ({ hour }) => monthOf(`${hour}:00:00.000Z`))
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, some]) =>
      figuresOf(
        month,
        some,
        (minutes.get(month) ?? []).map((wait) => wait.waitedMinutes ?? 0),
      ),
    )
}

function figuresOf(month: string, acts: CountedAct[], minutes: number[]): MonthFigures {
  const sum = (wanted: (act: CountedAct) => boolean) => acts.filter(wanted).reduce((total, act) => total + act.acts, 0)
  const of = (what: string) => sum((act) => act.what === what)
  const taking = (act: CountedAct) => act.what === 'hidden' || act.what === 'masked'
  return {
    month,
    reports: of('reported'),
    held: of('held'),
    hidden: of('hidden'),
    masked: of('masked'),
    shown: of('shown'),
    reviewsAsked: of('review-asked'),
    reviewsDecided: of('upheld') + of('reversed'),
    reversed: of('reversed'),
    byReason: Object.fromEntries(
      HIDING_REASONS.map((reason) => [reason, sum((act) => taking(act) && act.reason === reason)]),
    ),
    medianMinutes: median(minutes),
  }
}

function monthOf(instant: string): string {
  return dayIn(new Date(instant), 'Asia/Jakarta').slice(0, 7)
}

/** Of an even number, the mean of the two in the middle, to whole minutes. */
function median(values: number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  return Math.round((low + high) / 2)
}
