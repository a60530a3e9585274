import { beforeAll, expect, test } from 'vitest'
import { voidSheet } from '#server/survey/voiding.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER, csvOf, DURING, makeWorld, openedSurvey, type World } from '../survey/world.ts'
import { askingAs } from './asking.ts'

onEachEngine('the API for staff', (database) => {
  let world: World
  const { ask } = askingAs(() => world.as(world.officer, DURING))
  const later = askingAs(() => world.as(world.officer, AFTER))
  const publisher = askingAs(() => world.as(world.publisher, AFTER))
  const send = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  beforeAll(async () => {
    world = await makeWorld(database())
  })

  test('enters sheets of paper once, and takes one back by its code', async () => {
    const { slug } = await openedSurvey(world)
    const printed = await ask('POST', `/survey/${slug}/sheets/print`, send({ count: 3 }))
    const codes = (printed.body.sheets as { code: string }[]).map(({ code }) => code)
    expect(codes).toHaveLength(3)
    const rows = codes.map((code, i) => ({ code, scores: '433443433', readOut: i === 0 }))
    const entered = await ask('POST', `/survey/${slug}/sheets`, send({ rows }))
    expect(entered.body).toEqual({ entered: 3, already: 0, readOut: 1 })
    expect((await ask('POST', `/survey/${slug}/sheets`, send({ rows }))).body).toMatchObject({ entered: 0, already: 3 })
    const wrong = await ask('POST', `/survey/${slug}/sheets`, send({ rows: [{ code: codes[0], scores: '9' }] }))
    expect([wrong.status, wrong.body.errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'rows.0.scores', code: 'nine' })],
    ])
    const voided = await ask('POST', `/survey/${slug}/sheets/void`, send({ code: codes[2], reason: 'mistyped' }))
    expect(voided.body).toEqual({ code: codes[2] })
    expect((await ask('GET', `/survey/${slug}/work`)).body.counts.n).toBe(2)
    const [day, ...others] = (await ask('GET', `/survey/${slug}/sheets`)).body.items
    expect([day, others]).toMatchObject([{ day: '2026-07-10', entered: 3 }, []])
    expect(
      await voidSheet(world.as(world.officer, DURING), slug, { code: codes[2]!, reason: 'mistyped' }),
    ).toMatchObject({ ok: false })
  })

  test('takes a file of answers to a published result, each step by whose it is', async () => {
    const { slug } = await openedSurvey(world)
    const file = csvOf(Array.from({ length: 12 }, () => '444444444'))
    const csv = { headers: { 'content-type': 'text/csv' }, body: file }
    expect((await ask('POST', `/survey/${slug}/import`, csv)).body).toMatchObject({ outcome: 'imported', rows: 12 })
    expect((await ask('POST', `/survey/${slug}/import`, csv)).body).toMatchObject({ outcome: 'already', rows: 12 })
    const broken = { ...csv, body: `${file}9,9\r\n` }
    expect((await ask('POST', `/survey/${slug}/import`, broken)).body).toMatchObject({
      outcome: 'bad-lines',
      rows: 0,
      rejectedCount: 1,
    })
    expect((await later.ask('POST', `/survey/${slug}/hand-in`)).body).toEqual({ n: 12 })
    expect((await later.ask('GET', `/survey/${slug}/integrity`)).body.noticed).toMatchObject({
      answers: 12,
      flagged: 0,
    })
    const again = await later.ask('POST', `/survey/${slug}/hand-in`)
    expect([again.status, again.body.errors[0].code]).toEqual([409, 'handed-in'])
    expect((await later.ask('POST', `/survey/${slug}/publish`, send({}))).status).toBe(403)
    const published = await publisher.ask('POST', `/survey/${slug}/publish`, send({}))
    expect(published.body).toMatchObject({ version: 1 })
    const short = await publisher.ask('POST', `/survey/${slug}/withdraw`, send({ reason: 'Salah' }))
    expect([short.status, short.body.errors[0].field]).toEqual([422, 'reason'])
    const corrected = { served: 20, reason: 'Jumlah yang dilayani keliru.' }
    expect((await publisher.ask('POST', `/survey/${slug}/correct`, send(corrected))).body).toMatchObject({ version: 2 })
  })

  test('takes what a text can’t hold out of it, and names every field that it doesn’t know', async () => {
    const { slug } = await openedSurvey(world)
    const changed = await ask('PATCH', `/survey/${slug}`, send({ note: 'Catatan\u0000 \ud800baru' }))
    expect(changed.body.survey.note).toBe('Catatan \ufffdbaru')
    const unknown = await ask('PATCH', `/survey/${slug}`, send({ catatan: 'x', jumlah: 1 }))
    expect(unknown.body.errors.map(({ field }: { field: string }) => field)).toEqual(['catatan', 'jumlah'])
    for (const body of ['', '[]', '"x"', 'null', '{"served":{}}']) {
      const refused = await ask('PATCH', `/survey/${slug}`, { headers: { 'content-type': 'application/json' }, body })
      expect([400, 422], body).toContain(refused.status)
    }
  })
})
