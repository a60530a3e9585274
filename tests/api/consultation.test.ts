/** A consultation from its first words to its end, as a program of the office takes it there. */
import { beforeAll, expect, test } from 'vitest'
import { makeSpreadsheet } from '#server/documents/making.ts'
import { onEachEngine } from '../support/engines.ts'
import { admin, CONSIDERED, DRAFT, DRAFT_OPEN, inputOf, JUNE } from '../consultation/world.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { askingAs, type Answer } from './asking.ts'

const send = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const sendOnce = (key: string, body: object) => ({
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: JSON.stringify(body),
})
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const errorsOf = ({ body }: Answer) =>
  (body.errors as { field: string; code: string }[]).map(({ field, code }) => [field, code])
const REASON = 'Jam layanan memang kurang panjang bagi yang bekerja.'

onEachEngine('consultations over the API', (database) => {
  let world: World
  let slug: string
  const asOfficer = (now: Date) => askingAs(() => world.as(world.officer, now))
  const [june, open, considered] = [asOfficer(JUNE), asOfficer(DRAFT_OPEN), asOfficer(CONSIDERED)]
  const anyone = askingAs(() => world.as(null, DRAFT_OPEN))
  const fields = () => inputOf(world, { needFrom: null, needUntil: null })
  beforeAll(async () => {
    world = await makeWorld(database())
  })

  test('are drawn up, written, and announced with their draft', async () => {
    const wrong = await june.ask('POST', '/consultation', send({ ...fields(), draftUntil: '2026-07-01' }))
    expect([wrong.status, errorsOf(wrong)]).toEqual([422, [['draftUntil', 'before-first-day']]])
    const made = await june.ask('POST', '/consultation', send(fields()))
    expect([made.status, made.body.state, made.body.needs.length]).toEqual([201, 'preparation', 2])
    slug = made.body.slug
    expect((await anyone.get(`/consultation/${slug}`)).status).toBe(404)
    const early = await june.ask('POST', `/consultation/${slug}/announce`)
    expect([early.status, errorsOf(early)]).toEqual([422, [['draft', 'draft-missing']]])
    const changed = await june.ask('PUT', `/consultation/${slug}`, send({ ...fields(), title: 'Cara kami menjawab' }))
    expect(changed.body.title).toBe('Cara kami menjawab')
    const written = await june.ask('PUT', `/consultation/${slug}/draft`, send({ text: DRAFT }))
    expect(written.body).toMatchObject({ written: true })
    expect(written.body.passages.map(({ label }: { label: string }) => label)).toContain('Pasal 2')
    const file = { name: 'rancangan.md', content: base64(`# Penutup\n\n${DRAFT}`) }
    const read = await june.ask('POST', `/consultation/${slug}/draft/file`, send(file))
    expect(read.body.passages.length).toBe(written.body.passages.length + 1)
    expect((await june.ask('POST', `/consultation/${slug}/announce`)).body.announcedAt).toBe(JUNE.toISOString())
    expect((await anyone.get(`/consultation/${slug}`)).body.versions).toHaveLength(1)
    const again = await june.ask('POST', `/consultation/${slug}/announce`)
    expect([again.status, errorsOf(again)]).toEqual([409, [['form', 'consultation-announced']]])
  })

  test('carry documents, whose bytes say what they are', async () => {
    const path = `/consultation/${slug}/files`
    const page = await open.ask(
      'POST',
      path,
      send({ name: 'a.txt', content: base64('<!doctype html><script>1</script>') }),
    )
    expect([page.status, errorsOf(page)]).toEqual([422, [['file', 'file-kind']]])
    const broken = await open.ask('POST', path, send({ name: 'a.txt', content: 'bukan base64!' }))
    expect([broken.status, errorsOf(broken)]).toEqual([422, [['content', 'base64']]])
    const added = await open.ask('POST', path, send({ name: 'kajian.pdf', content: base64('%PDF-1.4\n%%EOF\n') }))
    expect(added.status).toBe(201)
    const { files } = (await open.get(`/consultation/${slug}/work`)).body
    expect(files).toEqual([expect.objectContaining({ id: added.body.id, name: 'kajian.pdf' })])
    expect((await open.ask('DELETE', `${path}/${added.body.id}`)).status).toBe(204)
    expect((await open.ask('DELETE', `${path}/${added.body.id}`)).status).toBe(404)
  })

  test('move on in the open: a version, days and words', async () => {
    await open.ask('PUT', `/consultation/${slug}/draft`, send({ text: DRAFT.replace('lima hari', 'tiga hari') }))
    const { written, old } = (await open.get(`/consultation/${slug}/draft/matches`)).body
    const anew = { block: written.at(-1).id, old: '' }
    const corrected = await open.ask('POST', `/consultation/${slug}/draft/matches`, send(anew))
    expect(corrected.body.written.at(-1)).toMatchObject({ what: 'added', before: null })
    const again = { block: corrected.body.written.at(-1).id, old: old.at(-1).id }
    const back = await open.ask('POST', `/consultation/${slug}/draft/matches`, send(again))
    expect(back.body.written).toEqual(written)
    const silent = await open.ask('POST', `/consultation/${slug}/versions`, send({}))
    expect([silent.status, errorsOf(silent)]).toEqual([422, [['note', 'reason']]])
    const note = 'Jawaban lebih cepat: tiga hari.'
    expect((await open.ask('POST', `/consultation/${slug}/versions`, send({ note }))).body).toEqual({ number: 2 })
    expect((await open.ask('DELETE', `/consultation/${slug}/draft`)).status).toBe(409)
    const plan = { draftFrom: '2026-07-10', draftUntil: '2026-07-22', answerBy: '2026-08-05' }
    const moved = await open.ask('PUT', `/consultation/${slug}/dates`, send({ ...plan, reason: REASON }))
    expect(moved.body.plan).toMatchObject({ draftUntil: '2026-07-22', answerBy: '2026-08-05' })
    const words = { title: 'Cara menjawab pengaduan', summary: moved.body.summary, reason: REASON }
    expect((await open.ask('PUT', `/consultation/${slug}/wording`, send(words))).body.title).toBe(words.title)
  })

  test('begin as a copy of another', async () => {
    const { body } = await open.get(`/consultation/${slug}/copy`)
    expect(body).toMatchObject({ copyOf: slug, units: [world.unit.slug], needNoneReason: null })
    const days = { draftFrom: '2026-09-01', draftUntil: '2026-09-10', answerBy: '2026-10-01' }
    const copy = await open.ask('POST', '/consultation', send({ ...body, ...days }))
    expect([copy.status, copy.body.title, copy.body.state]).toEqual([201, body.title, 'preparation'])
    expect((await open.get('/consultation?staff=true')).body.items.map((one: { slug: string }) => one.slug)).toContain(
      copy.body.slug,
    )
  })

  test('take what was written on paper, once', async () => {
    const entry = { via: 'paper', provenance: 'Lembar 12, loket 2', text: 'Tolong jawab lewat pos juga.' }
    const key = '9d2f6a10-6f52-4f5e-8a1a-0c7b1d9e5f33'
    const bare = await open.ask('POST', `/consultation/${slug}/desk`, send(entry))
    expect([bare.status, bare.body.type]).toEqual([400, '/api/v1/problems/bad-key'])
    const first = await open.ask('POST', `/consultation/${slug}/desk`, sendOnce(key, entry))
    expect([first.status, first.body.number]).toEqual([201, 1])
    expect((await open.ask('POST', `/consultation/${slug}/desk`, sendOnce(key, entry))).body).toEqual(first.body)
    const other = await open.ask('POST', `/consultation/${slug}/desk`, sendOnce(key, { ...entry, text: 'Lain.' }))
    expect([other.status, other.body.type]).toEqual([422, '/api/v1/problems/other-body'])
    for (const number of [2, 3, 4]) {
      const more = { ...entry, provenance: `Lembar ${number}`, text: `Masukan ke-${number} tentang jam buka.` }
      const sent = sendOnce(`9d2f6a10-6f52-4f5e-8a1a-0c7b1d9e5f4${number}`, more)
      expect((await considered.ask('POST', `/consultation/${slug}/desk`, sent)).body.number).toBe(number)
    }
  })

  test('are answered: one by one, as groups, and by spreadsheet', async () => {
    const path = `/consultation/${slug}`
    for (const act of ['take', 'tag', 'note']) {
      const body = {
        inputs: [1, 2],
        ...(act === 'tag' ? { tag: 'pos' } : {}),
        ...(act === 'note' ? { note: 'Cek.' } : {}),
      }
      expect((await considered.ask('POST', `${path}/marks/${act}`, send(body))).body).toEqual({ done: true })
    }
    const mine = await considered.get(`${path}/answering/inputs?mine=true&tag=pos&limit=1`)
    expect(mine.body).toMatchObject({ items: [{ number: 1, taken: 'mine', tags: ['pos'] }], next: '1' })
    const made = await considered.ask('POST', `${path}/bundles`, send({ title: 'Jam buka', inputs: [2, 3] }))
    const { bundle } = made.body
    const split = await considered.ask(
      'POST',
      `${path}/bundles/${bundle}/split`,
      send({ title: 'Hari Sabtu', inputs: [3] }),
    )
    expect(split.status).toBe(201)
    await considered.ask('POST', `${path}/bundles/${bundle}/add`, send({ inputs: [1] }))
    await considered.ask('POST', `${path}/bundles/${bundle}/remove`, send({ inputs: [1] }))
    const merged = await considered.ask('POST', `${path}/bundles/${split.body.bundle}/merge`, send({ into: bundle }))
    expect(merged.body).toMatchObject({ id: bundle, inputs: 2 })
    expect((await considered.get(`${path}/bundles/${bundle}`)).body.trail).toHaveLength(merged.body.trail.length)
    expect((await considered.get(`${path}/bundles/offers`)).status).toBe(200)
    const both = await considered.ask(
      'POST',
      `${path}/answers`,
      send({ inputs: [1], bundle, hasil: 'partly', reason: REASON }),
    )
    expect([both.status, errorsOf(both)]).toEqual([422, [['bundle', 'inputs-or-bundle']]])
    const none = await considered.ask('POST', `${path}/answers`, send({ hasil: 'partly', reason: REASON }))
    expect([none.status, errorsOf(none)]).toEqual([422, [['inputs', 'choose']]])
    const answered = await considered.ask('POST', `${path}/answers`, send({ bundle, hasil: 'partly', reason: REASON }))
    expect([answered.status, answered.body.inputs]).toEqual([201, 2])
    const unobjected = await considered.ask('POST', `${path}/inputs/2/confirm`, send({ reason: REASON }))
    expect([unobjected.status, errorsOf(unobjected)]).toEqual([409, [['form', 'no-objection']]])
    const sheet = await considered.get(`${path}/answers/sheet?state=all`, { 'accept-language': 'en' })
    expect([sheet.status, String(sheet.body).slice(0, 2)]).toEqual([200, 'PK'])
    const columns = ['Nomor', 'Hasil', 'Alasan'].map((label) => ({ label, width: 20 }))
    const filled = await makeSpreadsheet([{ name: 'Jawaban', columns, rows: [[1, 'Diterima', REASON]] }])
    const file = { name: 'jawaban.xlsx', content: base64(filled) }
    const { changes, wrong, digest } = (await considered.ask('POST', `${path}/answers/sheet/preview`, send(file))).body
    expect([changes.length, wrong]).toEqual([1, []])
    const rows = (changes as { number: number; becomes: object }[]).map(({ number, becomes }) => ({
      number,
      ...becomes,
    }))
    expect((await considered.ask('POST', `${path}/answers/sheet`, send({ rows, digest }))).body).toEqual({
      answered: 1,
    })
    const late = await considered.ask('POST', `${path}/answers/sheet`, send({ rows, digest }))
    expect([late.status, errorsOf(late)]).toEqual([409, [['digest', 'sheet-moved']]])
    expect((await considered.get(`${path}/answering`)).body).toMatchObject({ received: 4, answered: 3, waiting: 1 })
  })

  test('close unanswered by a publisher alone, with a public reason', async () => {
    const publisher = askingAs(() => world.as(actor('publisher', 'region', world.regionCode), CONSIDERED))
    const path = `/consultation/${slug}/close`
    expect((await considered.ask('POST', path, send({}))).status).toBe(403)
    const silent = await publisher.ask('POST', path, send({}))
    expect([silent.status, errorsOf(silent)]).toEqual([422, [['reason', 'required']]])
    expect((await publisher.ask('POST', path, send({ reason: REASON }))).body).toEqual({ done: true })
    const later = askingAs(() => world.as(admin(world), CONSIDERED))
    const over = await later.ask(
      'POST',
      `/consultation/${slug}/answers`,
      send({ inputs: [4], hasil: 'already', reason: REASON }),
    )
    expect([over.status, errorsOf(over)]).toEqual([409, [['form', 'consultation-closed']]])
  })
})
