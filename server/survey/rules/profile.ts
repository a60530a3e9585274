/**
 * What a respondent may say of themself, always in bands and always optional. Sex, education and occupation follow the
 * annex of PermenPANRB 14/2017; its age in years is asked as a band, because an exact age helps to recognise a person.
 */
export const PROFILE_OPTIONS = {
  sex: ['male', 'female'],
  ageBand: ['under_20', '20_29', '30_39', '40_49', '50_59', '60_and_over'],
  education: ['primary', 'junior_secondary', 'senior_secondary', 'diploma', 'bachelor', 'postgraduate'],
  occupation: ['civil_servant', 'soldier', 'police', 'private_employee', 'self_employed', 'other'],
} as const

export type ProfileKey = keyof typeof PROFILE_OPTIONS
export const PROFILE_KEYS = Object.keys(PROFILE_OPTIONS) as ProfileKey[]

/** One respondent's bands; what they left out is missing. */
export type Profile = { -readonly [key in ProfileKey]?: (typeof PROFILE_OPTIONS)[key][number] }

/** How many chose an option, how many of them answered all nine, and the sum of those ones' totals. */
export type GroupCount = { n: number; complete: number; total: number }

/** Per question, groups by option; who didn't say is counted under `unanswered`. */
export type ProfileTally = Record<ProfileKey, Record<string, GroupCount>>

export const UNANSWERED = 'unanswered'

export function emptyProfileTally(): ProfileTally {
  return Object.fromEntries(PROFILE_KEYS.map((key) => [key, emptyGroups(key)])) as ProfileTally
}

/** Counts a respondent, in place. `total` is the sum of nine scores, or null if one was left blank. */
export function addProfile(tally: ProfileTally, profile: Profile, total: number | null): void {
  for (const key of PROFILE_KEYS) {
    const group = tally[key][profile[key] ?? UNANSWERED]
    if (!group) throw new RangeError(`${profile[key]} is no option of ${key}`)
    group.n++
    if (total !== null) {
      group.complete++
      group.total += total
    }
  }
}

/** The tally of both groups of respondents together. */
export function addProfileTally(a: ProfileTally, b: ProfileTally): ProfileTally {
  const sum = emptyProfileTally()
  for (const key of PROFILE_KEYS) {
    for (const [option, group] of Object.entries(sum[key])) {
      for (const part of [a[key][option], b[key][option]]) {
        group.n += part?.n ?? 0
        group.complete += part?.complete ?? 0
        group.total += part?.total ?? 0
      }
    }
  }
  return sum
}

function emptyGroups(key: ProfileKey): Record<string, GroupCount> {
  return Object.fromEntries(
    [...PROFILE_OPTIONS[key], UNANSWERED].map((option) => [option, { n: 0, complete: 0, total: 0 }]),
  )
}
