import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillDemo } from '#server/demo/fill.ts'
import { scopeOf } from '#server/scope.ts'
import { listSurveys } from '#server/survey/lists.ts'
import { getResults } from '#server/survey/results.ts'
import { openTestDatabase, type TestDatabase } from '../support/engines.ts'

// A few days into a half-year, when the last one has not been handed in everywhere.
const TODAY = new Date('2026-07-02T03:00:00Z')

describe('the demonstration', () => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase('sqlite')
    await fillDemo(opened.database, () => undefined, TODAY)
  }, 60_000)
  afterAll(() => opened.dispose())

  test('was done in the order of time, so that each batch bears the day of its entry', async () => {
    const { db } = opened.database
    const sealings = await db
      .selectFrom('entry')
      .innerJoin('batch', (join) => join.onRef('batch.surveyId', '=', 'entry.subject'))
      .innerJoin('entryField', (join) =>
        join.onRef('entryField.seq', '=', 'entry.seq').on('entryField.name', '=', 'batch'),
      )
      .select(['entry.onDate', 'batch.sealedOn', 'batch.number', 'entryField.value'])
      .where('entry.kind', '=', 'survey.sealed')
      .execute()
    const own = sealings.filter(({ number, value }) => String(number) === value)
    expect(own.length).toBeGreaterThan(40)
    expect(own.filter(({ onDate, sealedOn }) => onDate !== sealedOn)).toEqual([])
  })

  test('holds no act of days to come', async () => {
    const last = await opened.database.db
      .selectFrom('publication')
      .select((select) => select.fn.max('publishedAt').as('at'))
      .executeTakeFirstOrThrow()
    expect(String(last.at) <= TODAY.toISOString()).toBe(true)
  })

  test('leaves one result for a publisher to try', async () => {
    const later = new Date('2026-11-22T03:00:00Z')
    const staff = { accountId: 'someone', name: 'Pengesah', grants: [] }
    const place = { role: 'publisher', scopeKind: 'portal', scopeId: null } as const
    const scope = scopeOf(opened.database, { now: later, actor: { ...staff, grants: [place] } })
    const { items } = await listSurveys(scope, { staff: true, state: 'handed-in', region: 'dumai' })
    expect(items.length).toBeGreaterThan(0)
  })

  test('marks the one real table as real, and claims nothing of its cost', async () => {
    const scope = scopeOf(opened.database, { now: TODAY })
    const { items } = await listSurveys(scope, { region: 'sekadau', limit: 10 })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ service: null, region: { sample: false } })
    expect(items[0]?.unit.name).toContain('data nyata')
    expect((await getResults(scope, items[0]!.slug)).ikm).toBe(78.74)
  })
})
