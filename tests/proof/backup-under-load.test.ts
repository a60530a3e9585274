/** A backup taken while residents answer is one moment, whole: it comes back on either engine and can be served from. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '#db/dialect.ts'
import { scopeOf } from '#server/scope.ts'
import { getCounts } from '#server/survey/counts.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { dayFromNow } from '../support/days.ts'
import { openTestDatabase } from '../support/engines.ts'
import { startNode, startPortal } from '../support/portal.ts'
import { makeWorld, openedSurvey } from '../survey/world.ts'
import { sendAnswer, streamAnswers, type Sending } from './answer-stream.ts'
import { balai, expectNothingLost } from './books.ts'

const ENGINES = ['sqlite', 'postgres'] as const

test.each(ENGINES)(
  'a backup taken under load holds all that was acknowledged before it, on either engine (from %s)',
  async (engine) => {
    let survey: SurveyView | undefined
    const portal = await startPortal(engine, {
      fill: async (database) => {
        const days = { firstDay: dayFromNow(-3), lastDay: dayFromNow(3) }
        survey = await openedSurvey(await makeWorld(database), days)
      },
    })
    const file = join(portal.env.DATA_DIR ?? '', 'cadangan.gz')
    const { id, slug } = survey!
    try {
      const stream = streamAnswers(portal.url, slug, { comment: 'Antreannya "panjang";\n=1+1' })
      await stream.acknowledgeMore(300)
      const before = stream.acknowledged()
      expect(await balai(['backup', file], portal.env)).toMatchObject({ code: 0 })
      await stream.acknowledgeMore(1)
      await stream.stop()
      const atMost = (await getCounts(scopeOf(portal.database), slug)).n
      for (const target of ENGINES) await expectRestored(target, file, { id, slug }, before, atMost)
    } finally {
      await portal.stop()
    }
  },
  120_000,
)

async function expectRestored(
  target: Engine,
  file: string,
  survey: { id: string; slug: string },
  before: Sending[],
  atMost: number,
): Promise<void> {
  const { database, env, dispose } = await openTestDatabase(target)
  expect(await balai(['restore', file], env)).toMatchObject({ code: 0 })
  await expectNothingLost(database, env, survey, before)
  const { n } = await getCounts(scopeOf(database), survey.slug)
  expect(n).toBeGreaterThanOrEqual(before.length)
  expect(n).toBeLessThan(atMost)
  const node = await startNode(env)
  for (const sending of before.slice(0, 20)) {
    expect(await sendAnswer(node.url, survey.slug, sending)).toBe(sending.receipt)
  }
  expect((await getCounts(scopeOf(database), survey.slug)).n).toBe(n)
  await node.stop()
  await dispose()
}
