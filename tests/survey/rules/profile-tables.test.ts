import { describe, expect, test } from 'vitest'
import { seeded } from './answers.ts'
import { addProfile, emptyProfileTally } from '#server/survey/rules/profile.ts'
import { profileTables } from '#server/survey/rules/profile-tables.ts'

type Group = [sex: 'male' | 'female' | undefined, count: number, total: number | null]

function sexTable(groups: Group[]) {
  const tally = emptyProfileTally()
  for (const [sex, count, total] of groups) {
    for (let i = 0; i < count; i++) addProfile(tally, sex ? { sex } : {}, total)
  }
  return profileTables(tally, 'exact')[0]
}

describe('profile tables', () => {
  test('a group shows its index when ten are in it and ten in the rest', () => {
    const groups = sexTable([
      ['male', 12, 27],
      ['female', 15, 36],
    ])?.groups
    expect(groups).toEqual([
      { key: 'male', n: 12, ikm: 75 },
      { key: 'female', n: 15, ikm: 100 },
      { key: 'unanswered', n: 0, ikm: null },
    ])
  })

  test('a small group hides its mean, and one more that would give it away', () => {
    const groups = sexTable([
      ['male', 30, 27],
      ['female', 15, 36],
      [undefined, 6, 9],
    ])?.groups
    expect(groups?.map(({ n, ikm }) => [n, ikm])).toEqual([
      [30, 75],
      [15, null],
      [6, null],
    ])
  })

  test('a cell below five is hidden with its complement', () => {
    const groups = sexTable([
      ['male', 30, 27],
      ['female', 3, 36],
      [undefined, 20, 27],
    ])?.groups
    expect(groups?.map(({ n }) => n)).toEqual([30, null, null])
  })

  test('a mean counts those who answered all nine, rounded half up under the weight', () => {
    const tally = emptyProfileTally()
    for (let i = 0; i < 20; i++) addProfile(tally, { sex: 'male' }, i < 10 ? 35 : null)
    for (let i = 0; i < 20; i++) addProfile(tally, { sex: 'female' }, 36)
    const shown = (weight: 'exact' | '0.11') => profileTables(tally, weight)[0]?.groups.map(({ ikm }) => ikm)
    expect(shown('exact')).toEqual([97.22, 100, null])
    expect(shown('0.11')).toEqual([96.25, 99, null])
  })

  test('a question that nobody answered has no table', () => {
    expect(profileTables(emptyProfileTally(), 'exact')).toEqual([])
    expect(sexTable([[undefined, 30, 27]])).toBeUndefined()
  })

  test('whatever the groups, the means not shown are of ten people or of nobody', () => {
    const random = seeded(7)
    for (let round = 0; round < 500; round++) {
      const size = () => Math.floor(random() * 40)
      const table = sexTable([
        ['male', size(), 27],
        ['female', size(), 36],
        [undefined, size(), 18],
      ])
      if (!table || !table.groups.some(({ ikm }) => ikm !== null)) continue
      const shown = table.groups.filter(({ ikm }) => ikm !== null).reduce((sum, { n }) => sum + (n ?? 0), 0)
      const rest = table.total - shown
      expect(rest === 0 || rest >= 10).toBe(true)
    }
  })
})
