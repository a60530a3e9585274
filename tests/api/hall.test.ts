/** A meeting run by a program of the office: every answer fits the document, and what is refused says why by its code. */
import { beforeAll, expect, test } from 'vitest'
import { newSubmissionKey } from '#server/ids.ts'
import { lastArrivals, voidArrival } from '#server/musyawarah/attendance.ts'
import { announced, MORNING } from '../musyawarah/world.ts'
import { opened } from '../musyawarah/hall.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { askingAs, type Answer } from './asking.ts'

const send = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const refusal = ({ status, body }: Answer) => [
  status,
  ...((body.errors ?? []) as { field: string; code: string }[]).map(({ field, code }) => `${field}: ${code}`),
]
const SCAN = { name: 'hitung.pdf', content: Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64') }
const TEXT_FILE = { name: 'hitung.txt', content: Buffer.from('setuju 6').toString('base64') }
const VOTE = { way: 'secret', inFavour: 6, against: 3, abstained: 0, spoilt: 0 }

onEachEngine('a meeting over the API', (database) => {
  let world: World
  const { ask } = askingAs(() => world.as(world.officer, MORNING))
  const anyone = askingAs(() => world.as(null, MORNING))
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const post = (path: string, body: object = {}) => ask('POST', `/musyawarah${path}`, send(body))

  test('is opened with its quorum alone', async () => {
    const { slug } = await announced(world)
    expect(refusal(await post(`/${slug}/open`))).toEqual([422, 'quorum: not-met'])
    expect(refusal(await post(`/${slug}/decisions`, { text: 'Jalan.' }))).toEqual([409, 'form: meeting-not-open'])
    const late = { day: '2026-07-20', time: '09.00', reason: 'Belum cukup yang hadir.' }
    expect(refusal(await post(`/${slug}/postpone`, late))).toEqual([422, 'day: too-late'])
    expect((await post(`/${slug}/postpone`, { ...late, day: '2026-07-10', time: '10.00' })).body).toEqual({
      done: true,
    })
  })

  test('is minuted, and two texts written at once are put together', async () => {
    const { slug, agenda } = await opened(world)
    const item = agenda[0]?.id
    const { body: first } = await post(`/${slug}/minutes`, { item, speaker: 'Warga', text: 'Jalan rusak.' })
    const change = { item, point: first.point, base: first.number }
    await post(`/${slug}/minutes`, { ...change, text: 'Jalan dusun rusak.' })
    const { body: third } = await post(`/${slug}/minutes`, { ...change, text: 'Jalan rusak parah.' })
    expect(third).toEqual({ point: first.point, number: 3, both: true })
    const merged = { ...change, base: 3, merged: [2], text: 'Jalan dusun rusak parah.' }
    expect((await post(`/${slug}/minutes`, merged)).body.both).toBe(false)
    const { body } = await ask('GET', `/musyawarah/${slug}/minutes`)
    expect(body.items).toMatchObject([{ item, texts: [{ number: 4, text: 'Jalan dusun rusak parah.' }] }])
    expect((await post(`/${slug}/minutes/${first.point}/remove`)).body).toEqual({ done: true })
    expect((await post(`/${slug}/minutes/${first.point}/remove`)).status).toBe(404)
  })

  test('decides by a vote only after consensus was stated to have failed, and never with more votes than voters', async () => {
    const { slug } = await opened(world)
    const key = newSubmissionKey()
    const put = await post(`/${slug}/decisions`, { text: 'Jalan dusun dua didahulukan.', key })
    expect(await post(`/${slug}/decisions`, { text: 'Jalan dusun dua didahulukan.', key })).toMatchObject({
      status: 201,
      body: put.body,
    })
    expect(refusal(await post(`/${slug}/decisions`, { text: 'Jembatan.', key }))).toEqual([422, 'key: other-body'])
    const decision = `/${slug}/decisions/${put.body.id}`
    expect(refusal(await post(`${decision}/vote`, VOTE))).toEqual([422, 'form: consensus-first'])
    expect(refusal(await post(`${decision}/amend`, { text: 'Lain.' }))).toEqual([422, 'form: nobody-objects'])
    const { body: objection } = await post(`${decision}/objections`, { who: 'PKK', reason: 'Sudah diperbaiki.' })
    expect(refusal(await post(`${decision}/agree`))).toEqual([422, 'form: objections-stand'])
    const statement = 'Dua kelompok tetap menghendaki tempat yang berbeda.'
    expect(refusal(await post(`${decision}/fail`, { statement }))).toEqual([422, 'form: unanswered'])
    await post(`/${slug}/objections/${objection.id}/answer`, { answer: 'Baru separuhnya.' })
    expect(refusal(await post(`${decision}/fail`, { statement: 'Gagal.' }))).toEqual([422, 'statement: statement'])
    expect((await post(`${decision}/fail`, { statement })).body).toEqual({ done: true })
    expect(refusal(await post(`${decision}/vote`, { ...VOTE, inFavour: 7 }))).toEqual([422, 'inFavour: more-votes'])
    expect(refusal(await post(`${decision}/vote`, { ...VOTE, sheet: TEXT_FILE }))).toEqual([422, 'sheet: file-kind'])
    expect((await post(`${decision}/vote`, VOTE)).body).toEqual({ done: true })
    expect(refusal(await post(`${decision}/sheet`, { sheet: TEXT_FILE }))).toEqual([422, 'file: file-kind'])
    expect((await post(`${decision}/sheet`, { sheet: SCAN })).body).toEqual({ done: true })
    expect(refusal(await post(`${decision}/sheet`, { sheet: SCAN }))).toEqual([422, 'form: sheet-there'])

    const { body } = await anyone.get(`/musyawarah/${slug}/hall`)
    expect(body).toMatchObject({
      meeting: { slug, state: 'open' },
      presence: { present: 10, entitled: 9, quorum: { met: true } },
      decisions: [{ state: 'passed', failedStatement: statement, vote: { inFavour: 6, sheet: true } }],
    })
  })

  test('decides nothing while the list says that the quorum is gone', async () => {
    const { slug } = await opened(world)
    const desk = world.as(world.officer, MORNING)
    for (const { id } of await lastArrivals(desk, slug, 10)) await voidArrival(desk, slug, id, { reason: 'Keliru.' })
    const { body } = await post(`/${slug}/decisions`, { text: 'Jalan dusun dua didahulukan.' })
    expect(refusal(await post(`/${slug}/decisions/${body.id}/agree`))).toEqual([422, 'form: below-quorum'])
  })

  test('is closed when every proposal has its outcome, with a note unless it is accepted', async () => {
    const { slug } = await opened(world)
    const propose = (text: string) => post(`/${slug}/proposals`, { text, proposer: 'Siti', place: 'Dusun dua' })
    const [first, second] = [(await propose('Sumur bor')).body, (await propose('Lampu jalan')).body]
    expect([first.number, second.number]).toEqual([1, 2])
    expect(refusal(await post(`/${slug}/close`))).toEqual([422, 'proposals: undecided'])
    const reserve = { proposal: second.id, outcome: 'reserve' }
    const outcomes = [{ proposal: first.id, outcome: 'accepted' }, reserve]
    expect(refusal(await post(`/${slug}/proposals/outcomes`, { outcomes }))).toEqual([
      422,
      'outcomes.1.outcomeNote: required',
    ])
    const noted = [outcomes[0], { ...reserve, outcomeNote: 'Bila ada sisa anggaran.' }]
    expect((await post(`/${slug}/proposals/outcomes`, { outcomes: noted })).body).toEqual({ settled: 2 })
    const own = { outcome: 'not-accepted', outcomeNote: 'Di luar wewenang desa.' }
    expect((await post(`/${slug}/proposals/${first.id}/outcome`, own)).body).toEqual({ done: true })
    expect((await ask('GET', `/musyawarah/${slug}/proposals`)).body.items).toMatchObject([
      { number: 1, proposer: 'Siti', outcome: 'not-accepted' },
      { number: 2, outcome: 'reserve', outcomeNote: 'Bila ada sisa anggaran.' },
    ])
    expect(JSON.stringify((await anyone.get(`/musyawarah/${slug}/hall`)).body)).not.toContain('Siti')
    expect((await post(`/${slug}/close`)).body).toEqual({ done: true })
    expect(refusal(await propose('Jembatan'))).toEqual([409, 'form: meeting-closed'])
  })

  test('has photographs, which are for staff', async () => {
    const { slug } = await opened(world)
    const bytes = Buffer.from('89504e470d0a1a0a0000000049454e44ae426082', 'hex')
    const file = { name: 'foto.png', content: bytes.toString('base64') }
    const { status, body } = await post(`/${slug}/photos`, { caption: 'Peserta', file })
    expect(status).toBe(201)
    expect(refusal(await post(`/${slug}/photos`, { caption: 'Peserta', file: SCAN }))).toEqual([
      422,
      'file: photo-kind',
    ])
    const { items } = (await ask('GET', `/musyawarah/${slug}/photos`)).body
    expect(items).toMatchObject([{ id: body.id, caption: 'Peserta', name: 'foto.png' }])
    expect((await anyone.get(`/musyawarah/${slug}/photos`)).status).toBe(401)
    expect((await post(`/${slug}/photos/${body.id}/remove`)).body).toEqual({ done: true })
  })
})
