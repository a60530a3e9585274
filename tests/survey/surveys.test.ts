import { beforeAll, expect, test } from 'vitest'
import { fixWeight } from '#server/directory/weights.ts'
import { findByShortCode, listSurveys } from '#server/survey/lists.ts'
import { listRecordedActs } from '#server/survey/recorded-acts.ts'
import { handIn } from '#server/survey/publication.ts'
import { changeSurvey, draftSurvey, getSurvey, openSurvey } from '#server/survey/surveys.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, AFTER, BEFORE, drafted, DURING, makeWorld, openedSurvey, type World } from './world.ts'

onEachEngine('surveys', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = (now = BEFORE) => world.as(world.officer, now)
  const input = (rest: object = {}) => ({
    unit: world.unit.slug,
    period: 'Semester II 2026',
    firstDay: '2026-07-01',
    lastDay: '2026-12-31',
    ...rest,
  })

  test('a draft is there for staff of the place alone', async () => {
    const { slug } = await drafted(world)
    expect(await getSurvey(officer(), slug)).toMatchObject({
      state: 'draft',
      staff: { createdBy: world.officer.accountId },
    })
    await expect(getSurvey(world.as(null), slug)).rejects.toMatchObject({ code: 'not-found' })
    await expect(getSurvey(world.as(world.stranger), slug)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('slugs are readable and never taken twice, short codes are short', async () => {
    const surveys = [
      await drafted(world, { period: 'Triwulan I 2026' }),
      await drafted(world, { period: 'Triwulan I 2026' }),
    ]
    expect(surveys[0]?.slug).toBe(`${world.unit.slug}-ktp-el-triwulan-i-2026`)
    expect(surveys[1]?.slug).toBe(`${world.unit.slug}-ktp-el-triwulan-i-2026-2`)
    for (const { shortCode } of surveys) expect(shortCode).toMatch(/^[2-9b-df-hj-km-np-tv-z]{4,6}$/)
  })

  test('is drafted only for a unit in the actor’s place', async () => {
    await expect(draftSurvey(world.as(world.stranger), input())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(draftSurvey(world.as(null), input())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(draftSurvey(world.as(world.publisher), input())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(draftSurvey(officer(), input({ unit: 'tidak-ada' }))).rejects.toMatchObject({ code: 'not-found' })
  })

  test.each([
    [{ lastDay: '2026-06-30' }, { lastDay: 'before-first-day' }],
    [{ firstDay: '2026-02-30' }, { firstDay: 'day' }],
    [{ service: 'lain' }, { service: 'unknown' }],
    [{ served: '0' }, { served: 'number' }],
    [{ served: '9999999999' }, { served: 'number' }],
    [{ period: '' }, { period: 'too-short' }],
  ])('refuses a draft with %j', async (rest, issues) => {
    expect(await draftSurvey(officer(), input(rest))).toMatchObject({ ok: false, issues })
  })

  test('a draft may change whole, an open survey in its last day, served and note', async () => {
    const draft = await drafted(world)
    await changeSurvey(officer(), draft.slug, input({ title: 'Judul baru', service: world.paidService.slug }))
    const changed = await getSurvey(officer(), draft.slug)
    expect(changed).toMatchObject({ title: 'Judul baru', lastDay: '2026-12-31', content: { paid: true } })
    await openSurvey(officer(), draft.slug)
    const change = { title: 'Lain', lastDay: '2026-11-30', served: '320', note: 'Lewat QR di loket.' }
    expect(await changeSurvey(officer(DURING), draft.slug, change)).toMatchObject({ ok: true })
    expect(await getSurvey(world.as(null), draft.slug)).toMatchObject({
      title: 'Judul baru',
      lastDay: '2026-11-30',
      served: 320,
      note: 'Lewat QR di loket.',
      staff: null,
    })
    const early = await changeSurvey(officer(DURING), draft.slug, { lastDay: '2026-07-09' })
    expect(early).toMatchObject({ ok: false, issues: { lastDay: 'before-today' } })
    const closed = new Date('2026-12-20T00:00:00Z')
    expect(await changeSurvey(officer(closed), draft.slug, { lastDay: '2026-12-31' })).toMatchObject({
      ok: false,
      issues: { lastDay: 'closed' },
    })
    expect(await changeSurvey(officer(closed), draft.slug, { served: 321 })).toMatchObject({ ok: true })
    await expect(changeSurvey(world.as(world.stranger), draft.slug, {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('opening is recorded with the questionnaire and the weight, and happens once', async () => {
    const { slug, id, instrument } = await openedSurvey(world)
    expect(await getSurvey(world.as(null, BEFORE), slug)).toMatchObject({ state: 'scheduled' })
    expect(await getSurvey(world.as(null, DURING), slug)).toMatchObject({ state: 'open' })
    expect(await getSurvey(world.as(null, AFTER), slug)).toMatchObject({ state: 'closed' })
    const [act] = await listRecordedActs(database().db, id)
    expect(act).toMatchObject({
      kind: 'survey.opened',
      fields: { slug, firstDay: '2026-07-01', lastDay: '2026-07-31', weight: 'exact', instrument: instrument.hash },
    })
    await expect(openSurvey(officer(), slug)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('the region’s weight holds for the year, and is fixed at the latest by the first opening', async () => {
    const other = await makeWorld(database())
    const admin = other.as(actor('admin', 'portal', null), BEFORE)
    expect(await fixWeight(admin, { region: other.regionCode, year: 2026, weight: '0.111' })).toMatchObject({
      ok: true,
    })
    expect(await openedSurvey(other)).toMatchObject({ weight: '0.111' })
    await openedSurvey(world)
    const late = await fixWeight(world.as(actor('admin', 'portal', null)), {
      region: world.regionCode,
      year: 2026,
      weight: '0.11',
    })
    expect(late).toMatchObject({ ok: false, issues: { weight: 'already-fixed' } })
  })

  test('surveys with the same questionnaire share its version', async () => {
    const [a, b, paid] = [
      await drafted(world),
      await drafted(world),
      await drafted(world, { service: world.paidService.slug }),
    ]
    expect(a.instrument).toEqual(b.instrument)
    expect(paid.instrument.hash).not.toBe(a.instrument.hash)
    expect(paid.content.elements[3]?.answers.id).not.toContain('Gratis')
    expect(a.content.elements.map(({ key }) => key).slice(7)).toEqual(['facilities', 'complaint_handling'])
    const regulation = await drafted(world, { order: 'regulation' })
    expect(regulation.content.elements.map(({ label, key }) => `${label} ${key}`).slice(7)).toEqual([
      'U8 complaint_handling',
      'U9 facilities',
    ])
  })

  test('lists page by page, without drafts for the public, with those of their place for staff', async () => {
    const own = await makeWorld(database())
    const slugs: string[] = []
    for (const month of ['03', '04', '05']) {
      const days = { firstDay: `2026-${month}-01`, lastDay: `2026-${month}-20` }
      slugs.unshift((await openedSurvey(own, days)).slug)
    }
    const draft = await drafted(own)
    const unit = own.unit.slug
    const first = await listSurveys(own.as(null), { unit, limit: 2 })
    expect(first.items.map(({ slug }) => slug)).toEqual(slugs.slice(0, 2))
    const second = await listSurveys(own.as(null), { unit, limit: 2, cursor: first.next })
    expect(second).toMatchObject({ items: [{ slug: slugs[2] }], next: null })
    const staff = await listSurveys(own.as(own.officer), { staff: true })
    expect(staff.items.map(({ slug }) => slug)).toEqual([draft.slug, ...slugs])
    expect((await listSurveys(own.as(own.publisher), { staff: true })).items).toHaveLength(4)
    expect((await listSurveys(own.as(own.stranger), { staff: true })).items).toEqual([])
    expect((await listSurveys(own.as(null), { staff: true })).items).toEqual([])
    expect(
      (await listSurveys(own.as(null, new Date('2026-04-10T00:00:00Z')), { unit, state: 'open' })).items,
    ).toMatchObject([{ slug: slugs[1], state: 'open' }])
    expect((await listSurveys(own.as(null), { unit, state: 'draft' })).items).toEqual([])
    expect((await listSurveys(own.as(null), { unit, instrument: 'lain' })).items).toEqual([])
  })

  test('lists what waits for a publisher, also for staff of the region that holds the place', async () => {
    const own = await makeWorld(database())
    const handed = await openedSurvey(own, { firstDay: '2026-03-01', lastDay: '2026-03-20' })
    await openedSurvey(own, { firstDay: '2026-04-01', lastDay: '2026-04-20' })
    await handIn(own.as(own.officer, AFTER), handed.slug)
    const above = actor('publisher', 'region', own.regionCode.split('.').slice(0, -1).join('.'))
    for (const publisher of [own.publisher, above]) {
      const { items } = await listSurveys(own.as(publisher, AFTER), { staff: true, state: 'handed-in' })
      expect(items.map(({ slug }) => slug)).toContain(handed.slug)
      expect(items.every(({ handedIn }) => handedIn)).toBe(true)
    }
  })

  test('is found by its short code in any case, once it is open', async () => {
    const draft = await drafted(world)
    await expect(findByShortCode(world.as(null), draft.shortCode)).rejects.toMatchObject({ code: 'not-found' })
    await openSurvey(officer(), draft.slug)
    expect(await findByShortCode(world.as(null), ` ${draft.shortCode.toUpperCase()}`)).toMatchObject({
      slug: draft.slug,
    })
    await expect(findByShortCode(world.as(null), 'aaaa')).rejects.toMatchObject({ code: 'not-found' })
  })
})
