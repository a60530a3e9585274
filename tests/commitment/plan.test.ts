/** The follow-up plan of a published survey, and what its activities did in the next periods. */
import { beforeAll, describe, expect, test } from 'vitest'
import { getCommitment } from '#server/commitment/commitments.ts'
import { planCsv } from '#server/commitment/plan-csv.ts'
import { getPlan, makePlan } from '#server/commitment/plans.ts'
import type { PlanInput } from '#server/commitment/schema.ts'
import { takeStep } from '#server/commitment/steps.ts'
import { granted } from '#server/demo/fill-places.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { handIn, publish, withdraw } from '#server/survey/publication.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER, bodyOf, makeWorld, newKey, openedSurvey, type World } from '../survey/world.ts'

const evidence = { step: 'done' as const, evidenceText: 'Papan terpasang.', evidenceUrl: '/survei' }
const PERIODS = { july: ['2026-07-01', '2026-07-31'], august: ['2026-08-01', '2026-08-31'] } as const
const SEPTEMBER = new Date('2026-09-05T03:00:00Z')

/** In the order of the elements' keys: completion time and cost are the lowest. */
const LOW = '332133333'

onEachEngine('a follow-up plan', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = (now = AFTER) => world.as(world.officer, now)
  const anyone = (now = AFTER) => world.as(null, now)

  async function published(
    scores: string[],
    { month = 'july', service = world.service.slug }: { month?: keyof typeof PERIODS; service?: string } = {},
  ): Promise<string> {
    const [firstDay, lastDay] = PERIODS[month]
    const survey = await openedSurvey(world, { service, firstDay, lastDay })
    const now = new Date(Date.parse(survey.startsAt) + 1000)
    await Promise.all(scores.map((score) => submitAnswer(anyone(now), survey.slug, newKey(), bodyOf(score))))
    await handIn(officer(SEPTEMBER), survey.slug)
    granted(await publish(world.as(world.publisher, SEPTEMBER), survey.slug, { reason: 'Contoh bagi pengujian.' }))
    return survey.slug
  }
  const many = (score: string, count = 40) => Array.from({ length: count }, () => score)
  const row = (rest: Partial<PlanInput['rows'][number]> = {}): PlanInput['rows'][number] => ({
    element: 'cost',
    what: 'Memasang papan tarif di loket',
    quarter: '2026-4',
    owner: 'Kepala Loket Dukcapil',
    ...rest,
  })

  test('is made by one act, the lowest element first, each row a promise in public', async () => {
    const slug = await published(many(LOW))
    expect(await getPlan(anyone(), slug)).toMatchObject({ rows: [], open: true, mine: false })
    const rows = [
      row({ element: 'completion_time', what: 'Membuka loket kedua', quarter: '2027-1', cost: 'Rp 12.000.000' }),
      row({ steps: 'Cetak papan\nPasang papan', budget: 'APBD 2026' }),
    ]
    const { plan } = granted(await makePlan(officer(), slug, { rows }))
    expect(plan.rows).toMatchObject([
      { number: 1, element: { key: 'cost', label: 'U4', mean: 1 }, quarter: { year: 2026, number: 4 } },
      { number: 2, element: { key: 'completion_time', mean: 2 }, quarter: { year: 2027, number: 1 } },
    ])
    const made = await getCommitment(anyone(), plan.rows[0]?.commitment.slug ?? '')
    expect(made).toMatchObject({
      dueOn: '2026-12-31',
      steps: 'Cetak papan\nPasang papan',
      budget: 'APBD 2026',
      unit: { slug: world.unit.slug },
      source: { kind: 'survey-element', path: `/survei/${slug}/rencana-tindak-lanjut` },
    })
    expect(made.why).toContain('nilai 1,00 dari 4')
    expect(made.why).toContain('terendah ke-1 dari 9')
    const [head, first] = planCsv(plan).split('\r\n')
    expect(head).toMatch(/^number,element_key,element,mean,what,quarter,due,owner,/)
    expect(first).toContain('1,cost,Biaya/Tarif,1,Memasang papan tarif di loket,2026-4,2026-12-31,')
  })

  describe('is refused', () => {
    let slug: string
    beforeAll(async () => {
      slug = await published(many(LOW, 10), { service: world.paidService.slug })
    })
    test.each([
      ['without a row', [], { rows: 'no-rows' }],
      ['without an activity', [row({ what: '' })], { 'rows.0.what': 'too-short' }],
      ['without who answers', [row({ owner: '' })], { 'rows.0.owner': 'too-short' }],
      ['without a quarter', [row({ quarter: '2026' })], { 'rows.0.quarter': 'required' }],
      ['of a quarter that has passed', [row(), row({ quarter: '2026-2' })], { 'rows.1.quarter': 'before-today' }],
      ['with the same twice', [row(), row()], { 'rows.1.what': 'double' }],
      ['of no element', [row({ element: 'harga' as never })], { 'rows.0.element': 'choose' }],
    ])('%s, and nothing of it is made', async (_, rows, issues) => {
      expect(await makePlan(officer(), slug, { rows })).toMatchObject({ ok: false, issues })
      expect((await getPlan(anyone(), slug)).rows).toEqual([])
    })
    test('when the form comes a second time', async () => {
      granted(await makePlan(officer(), slug, { rows: [row()] }))
      expect(await makePlan(officer(), slug, { rows: [row()] })).toMatchObject({ issues: { 'rows.0.what': 'double' } })
    })
    test('from nobody but who keeps the unit’s promises', async () => {
      for (const actor of [null, world.stranger, world.publisher])
        await expect(makePlan(world.as(actor, AFTER), slug, { rows: [row()] })).rejects.toMatchObject({
          code: 'forbidden',
        })
    })
    test('before the result is published, and once it is withdrawn', async () => {
      const { slug: open } = await openedSurvey(world)
      await expect(getPlan(anyone(), open)).rejects.toMatchObject({ code: 'not-found' })
      await expect(makePlan(officer(), open, { rows: [row()] })).rejects.toMatchObject({ code: 'not-found' })
      granted(await withdraw(world.as(world.publisher, SEPTEMBER), slug, { reason: 'Data loket keliru diserahkan.' }))
      const more = makePlan(officer(SEPTEMBER), slug, { rows: [row({ what: 'Melatih petugas' })] })
      await expect(more).rejects.toMatchObject({ reason: 'no-elements' })
      expect((await getPlan(anyone(), slug)).rows).toHaveLength(1)
    })
    test('where too few answered for the elements to be shown', async () => {
      const few = await published(many(LOW, 6), { service: world.paidService.slug })
      await expect(makePlan(officer(), few, { rows: [row()] })).rejects.toMatchObject({ reason: 'no-elements' })
    })
  })

  test('says what its activities did in the first period that began after they were done', async () => {
    const world2 = await makeWorld(database())
    world = world2
    const before = await published(many(LOW))
    const rows = [
      row(),
      row({ element: 'completion_time', what: 'Membuka loket kedua' }),
      row({ element: 'procedure', what: 'Menempel alur pelayanan' }),
      row({ element: 'product', what: 'Memeriksa cetakan' }),
    ]
    const made = granted(await makePlan(officer(), before, { rows })).plan.rows
    const slugOf = (what: string) => made.find(({ commitment }) => commitment.what === what)?.commitment.slug ?? ''
    const inJuly = officer(new Date('2026-07-30T03:00:00Z'))
    granted(await takeStep(inJuly, slugOf('Memasang papan tarif di loket'), evidence))
    granted(await takeStep(inJuly, slugOf('Membuka loket kedua'), evidence))
    granted(await takeStep(officer(AFTER), slugOf('Menempel alur pelayanan'), evidence))
    const effects = async () =>
      Object.fromEntries(
        (await getPlan(anyone(SEPTEMBER), before)).rows.map(({ element, effect }) => [element.key, effect]),
      )
    expect(await effects()).toMatchObject({
      cost: { verdict: 'too-early', why: 'no-period' },
      product: { verdict: 'too-early', why: 'not-done' },
    })
    // The cost element rises, completion time stays, and everything varies a little.
    const after = await published([...many('332433333', 20), ...many('332333334', 20)], { month: 'august' })
    const known = await effects()
    expect(known.cost).toMatchObject({ verdict: 'improved', why: null, worse: false, measured: { slug: after, n: 40 } })
    expect(known.cost?.difference).toBeCloseTo(62.5)
    expect(known.cost?.interval?.[0]).toBeGreaterThan(50)
    expect(known.cost?.interval?.[1]).toBeLessThan(75)
    expect(known.completion_time?.verdict).not.toBe('improved')
    // Done after the measured period had begun, or not at all.
    expect(known.procedure).toMatchObject({ verdict: 'too-early', why: 'no-period', measured: null })
    expect(known.product).toMatchObject({ verdict: 'too-early', why: 'not-done' })
  })
})
