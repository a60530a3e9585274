import { beforeAll, expect, test } from 'vitest'
import { listEntriesOf } from '#db/ledger/entries.ts'
import { listRecordedActs } from '#server/survey/recorded-acts.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { correct, handIn, publish, withdraw } from '#server/survey/publication.ts'
import { getResults } from '#server/survey/results.ts'
import { getTrend } from '#server/survey/periods.ts'
import { toCsv } from '#server/survey/results-csv.ts'
import type { DraftInput } from '#server/survey/schema.ts'
import { sealWaiting } from '#server/survey/sealing.ts'
import type { SurveyView } from '#server/survey/surveys.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, AFTER, bodyOf, DURING, makeWorld, newKey, openedSurvey, type World } from './world.ts'

onEachEngine('publication', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = () => world.as(world.officer, AFTER)
  const publisher = () => world.as(world.publisher, AFTER)
  const anyone = (now = AFTER) => world.as(null, now)

  async function answered(scores: (number | string)[], input: Partial<DraftInput> = {}): Promise<SurveyView> {
    const survey = await openedSurvey(world, input)
    const now = new Date(Date.parse(survey.startsAt) + 1000)
    const bodies = scores.map((score) => bodyOf(score, { respondent: { sex: 'female' } }))
    await Promise.all(bodies.map((body) => submitAnswer(anyone(now), survey.slug, newKey(), body)))
    return survey
  }
  const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value)

  async function published(scores: (number | string)[], input: Partial<DraftInput> = {}): Promise<string> {
    const { slug } = await answered(scores, input)
    await handIn(officer(), slug)
    expect(await publish(publisher(), slug, { reason: 'Loket tutup dua minggu.' })).toMatchObject({
      ok: true,
      version: 1,
    })
    return slug
  }

  test('shows counts only until it is published, then the official figure', async () => {
    const { slug, id } = await answered([...times(20, 4), ...times(10, 3)])
    await sealWaiting(anyone(DURING), id)
    expect(await getResults(anyone(DURING), slug)).toMatchObject({
      shown: 'counts-only',
      ikm: null,
      n: 30,
      figures: null,
    })
    await handIn(officer(), slug)
    expect(await getResults(anyone(), slug)).toMatchObject({ shown: 'counts-only', ikm: null, n: 30 })
    expect(await getResults(publisher(), slug)).toMatchObject({ shown: 'batches', ikm: 91.67, n: 30 })
    await publish(publisher(), slug)
    const results = await getResults(anyone(), slug)
    expect(results).toMatchObject({ shown: 'official', ikm: 91.67, grade: 'A', n: 30, version: 1 })
    expect(results.figures).toMatchObject({ received: 30, respondents: 30, weight: 'exact' })
    expect(results.figures?.elements?.map(({ label }) => label)).toEqual(times(9, '').map((_, i) => `U${i + 1}`))
    expect(results.figures?.elements?.[7]).toMatchObject({ key: 'facilities', label: 'U8', levels: [0, 0, 10, 20] })
    expect(results.figures?.withoutCost).toMatchObject({ ikm: 91.67 })
    expect(results.figures?.weights.map(({ ikm }) => ikm)).toEqual([91.67, 91.58, 90.75])
    expect(results.profile?.[0]).toMatchObject({ key: 'sex', total: 30 })
    expect(toCsv(results).split('\r\n')[10]).toMatch(/^index,IKM,.*91\.67/)
  })

  test('lets nothing in after hand-in, whoever is on the way', async () => {
    const { slug, endsAt } = await answered(times(12, 4))
    const late = Array.from({ length: 40 }, () =>
      submitAnswer(anyone(new Date(Date.parse(endsAt) - 1)), slug, newKey(), bodyOf(1)),
    )
    const [{ n }, submissions] = await Promise.all([handIn(officer(), slug), Promise.all(late)])
    const entered = submissions.filter(({ kind }) => kind === 'received').length
    expect(n).toBe(12 + entered)
    expect(submissions.filter((one) => one.kind === 'refused' && one.reason === 'closed')).toHaveLength(40 - entered)
    const left = await database().db.selectFrom('answer').select('id').where('sealedIn', 'is', null).execute()
    expect(left).toEqual([])
  })

  test('is not for who drafted, who handed in, or who holds no role there', async () => {
    const { slug } = await answered(times(10, 4))
    const both = actor('publisher', 'unit', world.unit.id)
    const drafter = { ...world.officer, grants: [...world.officer.grants, ...both.grants] }
    await handIn(world.as(drafter, AFTER), slug)
    await expect(publish(world.as(drafter, AFTER), slug)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'own-work',
    })
    await expect(publish(officer(), slug)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(publish(world.as(actor('publisher', 'region', '99.99'), AFTER), slug)).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await publish(world.as(both, AFTER), slug)).toMatchObject({ ok: true })
  })

  test('comes after closing and hand-in, once', async () => {
    const { slug } = await answered(times(10, 4))
    await expect(handIn(world.as(world.officer, DURING), slug)).rejects.toMatchObject({ reason: 'not-closed' })
    await expect(handIn(world.as(world.stranger, AFTER), slug)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(publish(publisher(), slug)).rejects.toMatchObject({ reason: 'not-handed-in' })
    await handIn(officer(), slug)
    await expect(handIn(officer(), slug)).rejects.toMatchObject({ reason: 'handed-in' })
    const attempts = await Promise.allSettled([publish(publisher(), slug), publish(publisher(), slug)])
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('asks for a reason when the sample was not reached', async () => {
    const { slug } = await answered(times(12, 4), { served: 500 })
    await handIn(officer(), slug)
    const refused = await publish(publisher(), slug)
    expect(refused).toMatchObject({ ok: false, issues: { reason: 'sample-not-reached' } })
    await publish(publisher(), slug, { reason: 'Loket tutup dua minggu karena banjir.' })
    const results = await getResults(anyone(), slug)
    expect(results.sample).toMatchObject({ target: 217, reached: false })
    expect(results.versions[0]).toMatchObject({ reason: 'Loket tutup dua minggu karena banjir.' })
  })

  test('says only that too few answered below five, and only the index below ten', async () => {
    const four = await getResults(anyone(), await published(times(4, 4)))
    expect(four).toMatchObject({ shown: 'too-few', ikm: null, n: 4, figures: null, profile: null })
    const seven = await getResults(anyone(), await published(times(7, 4)))
    expect(seven).toMatchObject({ shown: 'official', ikm: 100, n: 7, profile: null })
    expect(seven.figures).toMatchObject({ elements: null, tally: null, interval: null, respondents: null })
  })

  test('opens the movements of a batch, but none below ten answers', async () => {
    const opened = async (slug: string) => {
      const { id } = (await getResults(anyone(), slug)).survey
      const entries = await listEntriesOf(database().db, id, 'survey.sealed')
      const seqs = entries.map(({ seq }) => seq)
      const fields = await database().db.selectFrom('entryField').selectAll().where('seq', 'in', seqs).execute()
      return fields.flatMap(({ name, open }) => (open === 1 ? [name] : []))
    }
    expect(await opened(await published(times(10, 4)))).toContain('movement')
    const few = await opened(await published(times(9, 4)))
    expect(few).toContain('receiptsRoot')
    expect(few).not.toContain('movement')
    expect(await opened(await published(times(12, 4)))).not.toContain('profile')
  })

  test('is corrected by a new version that keeps the old in sight', async () => {
    const slug = await published(times(20, 3), { served: 400 })
    expect(await correct(publisher(), slug, { served: 400, reason: 'Salah ketik jumlah.' })).toMatchObject({
      ok: false,
    })
    expect(await correct(publisher(), slug, { served: 19, reason: 'Salah ketik jumlah.' })).toMatchObject({
      issues: { served: 'fewer-than-answered' },
    })
    const outcome = await correct(publisher(), slug, { served: 40, reason: 'Jumlah dilayani salah ketik.' })
    expect(outcome).toMatchObject({ ok: true, version: 2 })
    const results = await getResults(anyone(), slug)
    expect(results).toMatchObject({ shown: 'official', ikm: 75, version: 2, responseRate: 0.5 })
    expect(results.versions).toMatchObject([
      { version: 2, kind: 'correction', served: 40, reason: 'Jumlah dilayani salah ketik.' },
      { version: 1, kind: 'result', served: 400 },
    ])
    const acts = await listRecordedActs(database().db, results.survey.id)
    expect(acts.at(-1)).toMatchObject({
      kind: 'survey.corrected',
      fields: { version: 2, digest: results.versions[0]?.digest, n: 20, ikm: 75 },
    })
  })

  test('is withdrawn with a reason, once, and its figures stay in sight', async () => {
    const slug = await published(times(20, 3))
    expect(await withdraw(publisher(), slug, { reason: '' })).toMatchObject({ ok: false, issues: { reason: 'reason' } })
    await withdraw(publisher(), slug, { reason: 'Survei diisi petugas sendiri.' })
    const results = await getResults(anyone(), slug)
    expect(results).toMatchObject({ shown: 'withdrawn', ikm: null, figures: null, survey: { state: 'withdrawn' } })
    expect(results.versions).toMatchObject([
      { kind: 'withdrawal', reason: 'Survei diisi petugas sendiri.' },
      { ikm: 75 },
    ])
    await expect(withdraw(publisher(), slug, { reason: 'Sekali lagi, sama.' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('says whether a change from the period before is shown', async () => {
    const service = world.paidService.slug
    const months = ['04', '05', '06'] as const
    const slugs: string[] = []
    for (const [i, scores] of [
      [3, 3, 4],
      [3, 4, 4],
      [4, 4, 3],
    ].entries()) {
      const [firstDay, lastDay] = [`2026-${months[i]}-01`, `2026-${months[i]}-28`]
      slugs.push(
        await published(
          scores.flatMap((score) => times(30, score)),
          { service, firstDay, lastDay },
        ),
      )
    }
    const results = await Promise.all(slugs.map((slug) => getResults(anyone(), slug)))
    expect(results[0]?.change).toBeNull()
    expect(results[1]?.change).toMatchObject({
      previous: { slug: slugs[0], ikm: 83.33, n: 90 },
      difference: 8.34,
      comparison: { verdict: 'changed' },
    })
    expect(results[2]?.change).toMatchObject({ difference: 0, comparison: { verdict: 'not-shown' } })
    expect(results[0]?.figures?.withoutCost).toBeNull()
    const trend = (await getTrend(anyone(), world.unit.slug)).find((line) => line.service?.slug === service)
    expect(trend?.points.map(({ ikm, change }) => [ikm, change?.verdict])).toEqual([
      [83.33, undefined],
      [91.67, 'changed'],
      [91.67, 'not-shown'],
    ])
  })

  test('shows an index while open only where the region chose so, in steps of ten with ten behind', async () => {
    const { slug, id } = await answered(times(29, 4), { showWhileOpen: true })
    await sealWaiting(anyone(DURING), id)
    expect(await getResults(anyone(DURING), slug)).toMatchObject({ shown: 'batches', ikm: 100, n: 19, received: 29 })
    await submitAnswer(anyone(DURING), slug, newKey(), bodyOf(1))
    expect(await getResults(anyone(DURING), slug)).toMatchObject({ shown: 'batches', ikm: 100, n: 19, received: 30 })
  })
})
