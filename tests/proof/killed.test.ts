/** The power goes, again and again, while answers stream in: whoever has a receipt is counted, once. */
import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase } from '#db/database.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { dayFromNow } from '../support/days.ts'
import { openTestDatabase } from '../support/engines.ts'
import { freePort } from '../support/free-port.ts'
import { startNode } from '../support/portal.ts'
import { makeWorld, openedSurvey } from '../survey/world.ts'
import { sendAnswer, streamAnswers } from './answer-stream.ts'
import { countReceipts, expectNothingLost } from './books.ts'

const KILLS = Number(process.env.BALAI_KILLS ?? 20)

test.each(['sqlite', 'postgres'] as const)(
  'killed again and again under a stream of answers, it has every receipt that it gave, once (%s)',
  async (engine) => {
    const opened = await openTestDatabase(engine)
    const survey = await openSurveyIn(opened.database)
    // Nobody else holds the file open: each start finds it as the kill left it.
    await opened.database.close()
    const env = { ...opened.env, PORT: String(await freePort()) }
    const url = `http://127.0.0.1:${env.PORT}`
    const stream = streamAnswers(url, survey.slug)
    for (let kill = 0; kill < KILLS; kill += 1) {
      const node = await startNode(env)
      await stream.acknowledgeMore(20)
      await setTimeout(randomInt(120))
      await node.kill()
    }
    await stream.stop()
    const beforeRest = stream.acknowledged()
    expect(beforeRest.length).toBeGreaterThanOrEqual(KILLS * 20)
    expect(stream.refusals).toEqual([])

    const node = await startNode(env)
    await stream.sendRestAgain()
    expect(stream.acknowledged()).toHaveLength(stream.sendings.length)
    for (const sending of beforeRest.slice(0, 100)) {
      expect(await sendAnswer(url, survey.slug, sending)).toBe(sending.receipt)
    }
    await node.stop()
    const after = openDatabase({ url: opened.env.DATABASE_URL, file: `${opened.env.DATA_DIR}/balai.db` })
    expect(await countReceipts(after, survey.id)).toBe(stream.sendings.length)
    await expectNothingLost(after, opened.env, survey, stream.acknowledged())
    await after.close()
    await opened.dispose()
  },
  KILLS * 15_000,
)

async function openSurveyIn(database: Parameters<typeof makeWorld>[0]): Promise<SurveyView> {
  const days = { firstDay: dayFromNow(-3), lastDay: dayFromNow(3) }
  return openedSurvey(await makeWorld(database), days)
}
