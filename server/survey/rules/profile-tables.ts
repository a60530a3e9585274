/** Tables of who answered, hidden where a person could be recognised. Published with the result, never before. */
import { PROFILE_KEYS, UNANSWERED, type GroupCount, type ProfileKey, type ProfileTally } from './profile.ts'
import type { WeightPolicy } from '#server/directory/rules/weight-policy.ts'
import { mayShowGroupMean, SMALLEST_GROUP, suppressRow } from './suppression.ts'

export interface ProfileGroup {
  /** An option of the question, or `unanswered`. */
  key: string
  /** Respondents; null = hidden. */
  n: number | null
  /** Index of the group's respondents who answered all nine; null = hidden or none. */
  ikm: number | null
}

export interface ProfileTable {
  key: ProfileKey
  total: number
  groups: ProfileGroup[]
}

// Twenty-five times nine times the weight, in thousandths.
const SCALE: Readonly<Record<WeightPolicy, bigint>> = { exact: 25_000n, '0.111': 24_975n, '0.11': 24_750n }

/** A question that nobody answered has no table. */
export function profileTables(tally: ProfileTally, weight: WeightPolicy): ProfileTable[] {
  return PROFILE_KEYS.map((key) => tableOf(key, tally[key], weight)).filter(
    ({ groups, total }) => groups.find(({ key }) => key === UNANSWERED)?.n !== total,
  )
}

function tableOf(key: ProfileKey, groups: Record<string, GroupCount>, weight: WeightPolicy): ProfileTable {
  const rows = Object.entries(groups)
  const counts = suppressRow(rows.map(([, { n }]) => n))
  const means = meansShown(rows.map(([, group], i) => ({ ...group, hidden: counts[i] === null })))
  return {
    key,
    total: rows.reduce((sum, [, { n }]) => sum + n, 0),
    groups: rows.map(([option, group], i) => ({
      key: option,
      n: counts[i] ?? null,
      ikm: means[i] ? indexOfGroup(group, weight) : null,
    })),
  }
}

/**
 * Ten in the group and ten in the rest; and as the mean of all is known, the groups without a shown mean must together be
 * ten or nobody, or theirs would follow by subtraction.
 */
function meansShown(groups: (GroupCount & { hidden: boolean })[]): boolean[] {
  const all = groups.reduce((sum, { complete }) => sum + complete, 0)
  const shown = groups.map(({ complete, hidden }) => !hidden && mayShowGroupMean(complete, all))
  const rest = () => groups.reduce((sum, { complete }, i) => sum + (shown[i] ? 0 : complete), 0)
  while (shown.includes(true) && rest() > 0 && rest() < SMALLEST_GROUP) {
    const sizes = groups.map(({ complete }, i) => (shown[i] ? complete : Infinity))
    shown[sizes.indexOf(Math.min(...sizes))] = false
  }
  return shown
}

// 25/9 times the mean total, rounded half up to two decimals.
function indexOfGroup({ complete, total }: GroupCount, weight: WeightPolicy): number {
  const top = SCALE[weight] * BigInt(total) * 100n
  const bottom = 9_000n * BigInt(complete)
  return Number((2n * top + bottom) / (2n * bottom)) / 100
}
