/**
 * Surveys open and close to the second of their region's clock, in all three zones, across a year's end. The program runs
 * under a clock that is a known way ahead of the machine's: what it says is compared with where that clock surely stood.
 */
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import type { Zone } from '#server/directory/rules/days.ts'
import { surveyState } from '#server/survey/rules/period.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { wordsOf } from '#server/words/words.ts'
import { onEachEngine, openTestDatabase } from '../support/engines.ts'
import { startNode, visitorOf, type TestNode } from '../support/portal.ts'
import { bodyOf, drafted, makeWorld, newKey, openedSurvey, type World } from '../survey/world.ts'
import { sendAnswer } from './answer-stream.ts'

const t = wordsOf('id')
const DAY_MS = 86_400_000
const NEXT_YEAR = new Date().getUTCFullYear() + 1
const LAST = { firstDay: `${NEXT_YEAR - 1}-12-01`, lastDay: `${NEXT_YEAR - 1}-12-31` }
const FIRST = { firstDay: `${NEXT_YEAR}-01-01`, lastDay: `${NEXT_YEAR}-01-31` }

/** The first instant of next year, by UTC, and what a page calls the zone. */
const ZONES: [zone: Zone, name: string, midnight: string][] = [
  ['Asia/Jakarta', 'WIB', `${NEXT_YEAR - 1}-12-31T17:00:00.000Z`],
  ['Asia/Makassar', 'WITA', `${NEXT_YEAR - 1}-12-31T16:00:00.000Z`],
  ['Asia/Jayapura', 'WIT', `${NEXT_YEAR - 1}-12-31T15:00:00.000Z`],
]

/** One survey of the old year's last month and one of the new year's first, in that zone. */
async function twoSurveys(database: OpenDatabase, zone: Zone): Promise<[SurveyView, SurveyView, World]> {
  const world = await makeWorld(database)
  await database.db.updateTable('region').set({ timezone: zone }).where('code', '=', world.regionCode).execute()
  return [await openedSurvey(world, LAST), await openedSurvey(world, FIRST), world]
}

onEachEngine('at the end of a year', (database) => {
  test.each(ZONES)(
    'in %s (%s) a survey takes answers up to the last millisecond, and the next from the first',
    async (zone, _, midnight) => {
      const [old, young, world] = await twoSurveys(database(), zone)
      const at = (ms: number) => world.as(null, new Date(Date.parse(midnight) + ms))
      const answer = async ({ slug }: SurveyView, ms: number) => {
        const outcome = await submitAnswer(at(ms), slug, newKey(), bodyOf(4))
        return outcome.kind === 'refused' ? outcome.reason : outcome.kind
      }
      expect([await answer(old, -1), await answer(young, -1)]).toEqual(['received', 'not-open'])
      expect([await answer(old, 0), await answer(young, 0)]).toEqual(['closed', 'received'])
      expect([surveyState(old, at(-1).now), surveyState(old, at(0).now)]).toEqual(['open', 'closed'])
      expect([surveyState(young, at(-1).now), surveyState(young, at(0).now)]).toEqual(['scheduled', 'open'])
    },
  )

  test('a first or last day that the calendar lacks is no day of a survey', async () => {
    const world = await makeWorld(database())
    for (const lastDay of [`${NEXT_YEAR}-02-30`, `${NEXT_YEAR - 1}-12-32`, `${NEXT_YEAR - 1}-11-30`]) {
      await expect(drafted(world, { firstDay: `${NEXT_YEAR - 1}-12-01`, lastDay })).rejects.toThrow('lastDay')
    }
  })
})

// At once, for most of it is waiting for midnight.
test.concurrent.each(ZONES)(
  'pages and API change over at midnight in %s, also where the page is kept',
  async (zone, name, midnight) => {
    const opened = await openTestDatabase('sqlite')
    const [old, young] = await twoSurveys(opened.database, zone)
    const boundary = Date.parse(midnight)
    const { node, aheadMs } = await startBefore(boundary, opened.env)
    const visitor = visitorOf(node)
    /** What is seen, and before or after midnight if that was sure for as long as it took. */
    async function look<T>(what: () => Promise<T>): Promise<{ seen: T; side: 'before' | 'after' | 'between' }> {
      const asked = Date.now() + aheadMs
      const seen = await what()
      // The clock of the program is some fraction of a millisecond off ours, by how its offset was written.
      const [from, to] = [asked - 2, Date.now() + aheadMs + 2]
      return { seen, side: to < boundary ? 'before' : from >= boundary ? 'after' : 'between' }
    }
    const states = async () => {
      const answers = await Promise.all([old, young].map(({ slug }) => visitor.get(`/api/v1/survey/${slug}`)))
      return answers.map(({ text }) => (JSON.parse(text) as { state: string }).state).join(' ')
    }
    const forms = async () => {
      const pages = await Promise.all([old, young].map(({ slug }) => visitor.get(`/survei/${slug}`)))
      return pages.map(({ text }) => text.includes(`name="${ELEMENT_KEYS[0]}"`)).join(' ')
    }
    const taken = async () => {
      const body = JSON.stringify(bodyOf(3))
      const replies = await Promise.all(
        [old, young].map(({ slug }) => sendAnswer(node.url, slug, { key: newKey(), body })),
      )
      return replies.map((reply) => (typeof reply === 'string' ? 'receipt' : reply?.status)).join(' ')
    }
    const WANTED = {
      before: { states: 'open scheduled', forms: 'true false', taken: 'receipt 409' },
      after: { states: 'closed open', forms: 'false true', taken: '409 receipt' },
    }
    const met = { before: 0, after: 0, between: 0 }
    try {
      const closing = (await visitor.get(`/survei/${old.slug}`)).text
      expect(closing).toContain(`31 Desember ${NEXT_YEAR - 1}`)
      expect(closing).toMatch(new RegExp(`23\\.59\\s+${name}`))
      while (met.after < 15) {
        for (const [what, see] of Object.entries({ states, forms, taken })) {
          const { seen, side } = await look(see)
          met[side] += 1
          if (side !== 'between')
            expect({ side, [what]: seen }).toEqual({ side, [what]: WANTED[side][what as 'states'] })
        }
        await setTimeout(20)
      }
      expect(met.before).toBeGreaterThan(0)
      expect((await visitor.get(`/survei/${old.slug}`)).text).toContain(t.surveyForm.closed.title)
    } finally {
      await node.stop()
      await opened.dispose()
    }
  },
  120_000,
)

/** The program, when its clock stands shortly before the boundary; if the machine was too busy for that, once more. */
async function startBefore(
  boundary: number,
  env: Record<string, string>,
  leadMs = 4000,
): Promise<{ node: TestNode; aheadMs: number }> {
  const aheadMs = boundary - Date.now() - leadMs
  const clock = new URL('../support/clock-ahead.ts', import.meta.url).href
  const node = await startNode({ ...env, DAYS_AHEAD: String(aheadMs / DAY_MS), NODE_OPTIONS: `--import=${clock}` })
  if (Date.now() + aheadMs < boundary - 1500) return { node, aheadMs }
  await node.stop()
  return startBefore(boundary, env, 2 * leadMs)
}
