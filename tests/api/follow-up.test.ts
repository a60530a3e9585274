/** What staff do about promises and texts, as a program of the office does it. */
import { beforeAll, expect, test } from 'vitest'
import { readFile } from '#server/files.ts'
import { receiptHash, surveyReceiptCode } from '#server/ledger/receipts.ts'
import { onEachEngine } from '../support/engines.ts'
import { actorWith } from '../directory/actors.ts'
import { member } from '../identity/people.ts'
import { hand } from '../moderation/texts.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { askingAs, type Answer } from './asking.ts'

const send = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const errorsOf = ({ body }: Answer) =>
  (body.errors as { field: string; code: string }[]).map(({ field, code }) => [field, code])

onEachEngine('follow-up over the API', (database) => {
  let world: World
  const { ask, get } = askingAs(() => world.as(world.officer))
  beforeAll(async () => {
    world = await makeWorld(database())
  })

  test('a commitment is done with a file that shows it', async () => {
    const promise = {
      place: `unit:${world.unit.id}`,
      what: 'Memasang nomor antrean di loket',
      why: 'Warga lama menunggu.',
      owner: 'Dinas Dukcapil',
      dueOn: '2099-12-31',
      sourceTitle: 'Survei semester ini',
    }
    const { slug } = (await ask('POST', '/commitment', send(promise))).body
    const path = `/commitment/${slug}/steps`
    const done = { step: 'done', evidenceText: 'Nomor antrean sudah terpasang.' }
    const bare = await ask('POST', path, send(done))
    expect([bare.status, errorsOf(bare)]).toEqual([422, [['evidenceUrl', 'evidence']]])
    const page = { name: 'foto.jpg', content: Buffer.from('<html><script>1</script>').toString('base64') }
    const wrong = await ask('POST', path, send({ ...done, file: page }))
    expect([wrong.status, errorsOf(wrong)]).toEqual([422, [['file', 'file-kind']]])
    const bytes = Buffer.from('%PDF-1.4\n%%EOF\n')
    const file = { name: 'berita-acara.pdf', content: bytes.toString('base64') }
    const { status, body } = await ask('POST', path, send({ ...done, file }))
    expect([status, body.status, body.events.at(-1).evidence.file]).toEqual([
      201,
      'done',
      `/tindak-lanjut/${slug}/bukti/${body.events.length}`,
    ])
    const { evidenceFile } = await database()
      .db.selectFrom('commitmentEvent')
      .select('evidenceFile')
      .where('evidenceFile', 'is not', null)
      .executeTakeFirstOrThrow()
    expect((await readFile(database().db, evidenceFile ?? ''))?.bytes).toEqual(bytes)
  })

  test('who keeps commitments and policies may ask for those alone', async () => {
    const slugs = (answer: Answer) => (answer.body.items as { slug: string }[]).map(({ slug }) => slug)
    const stranger = askingAs(() => world.as(world.stranger))
    const nobody = askingAs(() => world.as(null))
    expect(slugs(await get('/commitment?staff=true'))).toHaveLength(1)
    expect(slugs(await stranger.get('/commitment?staff=true'))).toEqual([])
    expect((await get('/policy?staff=true')).body.items).toEqual([])
    for (const list of ['/commitment?staff=true', '/policy?staff=true'])
      expect((await nobody.get(list)).status).toBe(401)
  })

  test('a moderator looks at a text, and decides about it as it stood', async () => {
    const moderator = askingAs(() => world.as(actorWith('moderator', 'portal')))
    const code = surveyReceiptCode('teks', 'api')
    const { id } = await hand(database(), {
      id: 'api',
      regionCode: world.regionCode,
      author: { receiptHash: receiptHash(code) },
    })
    const looked = await moderator.get(`/moderation/texts/${id}`)
    expect(looked.body).toMatchObject({
      id,
      state: 'shown',
      waiting: null,
      masked: false,
      verdicts: [],
      mayJudge: true,
    })
    const { seen, text } = looked.body
    const cover = { act: 'mask', pieces: text.split(' ')[0], note: 'Ada nama orang.', seen }
    expect((await moderator.ask('POST', `/moderation/texts/${id}/judgement`, send(cover))).status).toBe(200)
    const late = await moderator.ask('POST', `/moderation/texts/${id}/judgement`, send({ act: 'unmask', seen }))
    expect([late.status, errorsOf(late)]).toEqual([422, [['form', 'meanwhile']]])
    expect((await moderator.ask('POST', `/moderation/texts/${id}/original`)).status).toBe(403)
    const auditor = askingAs(() => world.as(actorWith('auditor', 'portal')))
    expect((await auditor.ask('POST', `/moderation/texts/${id}/original`)).body).toEqual({ text })
    const many = { ids: [id], act: 'hide', reason: 'advertising', note: 'Iklan pinjaman.' }
    expect((await moderator.ask('POST', '/moderation/judgements', send(many))).body).toEqual({ done: 0, left: 1 })
    expect((await moderator.get('/moderation/queue?days=3&reason=insult&region=15.08')).body.items).toEqual([])
  })

  test('a list of groups is kept up by the version that was read', async () => {
    const admin = askingAs(() => world.as(actorWith('admin', 'portal')))
    const list = '/directory/groups/kept'
    const wish = { nameId: 'Petani', nameEn: 'Farmers' }
    const { id } = (await admin.ask('POST', '/directory/groups', send(wish))).body
    const kept = async () => ((await admin.get(list)).body.items as { id: string }[]).find((one) => one.id === id)
    expect(await kept()).toMatchObject({ version: 1, own: true, offeredUntil: null })
    const change = { nameId: 'Kelompok tani', nameEn: 'Farmers', version: 1 }
    expect((await admin.ask('PATCH', `/directory/groups/${id}`, send(change))).status).toBe(200)
    expect(await kept()).toMatchObject({ version: 2, name: { id: 'Kelompok tani', en: 'Farmers' } })
    expect((await get(list)).status).toBe(403)
  })

  test('each day’s head is mailed to an account that asks for it, until it asks no more', async () => {
    const person = { email: 'kepala@contoh.go.id', name: 'Kepala', role: 'auditor', scopeKind: 'portal' }
    const actor = await member(world.as(actorWith('admin', 'portal')), database(), person)
    const own = askingAs(() => world.as(actor))
    for (const wanted of [true, false]) {
      expect((await own.ask('PUT', '/notice/heads', send({ wanted }))).body).toEqual({ wanted })
      expect((await own.get('/notice/heads')).body).toEqual({ wanted })
    }
  })
})
