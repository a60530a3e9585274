import { beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { settleClinic } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { askingAs } from './asking.ts'

onEachEngine('the API of the directory', (database) => {
  const admin = askingAs(() => scopeOf(database(), { actor: actorWith('admin', 'region', '15.08') }))
  const officer = askingAs(() => scopeOf(database(), { actor: actorWith('officer', 'region', '15.08') }))
  const stranger = askingAs(() => scopeOf(database()))
  const send = ({ ask }: typeof admin, method: string, path: string, body: object) =>
    ask(method, `/directory${path}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  beforeAll(() => settleClinic(database()))

  test('corrects what is said and leaves the rest as it is', async () => {
    const { body: unit } = await stranger.get('/directory/units/loket-jujuhan')
    expect(unit).toMatchObject({ version: 1, contact: '0747 1', closedAt: null })
    const saved = await send(officer, 'PATCH', '/units/loket-jujuhan', { address: 'Jalan Lintas', version: 1 })
    expect(saved).toMatchObject({ status: 200, body: { version: 2 } })
    const { body: now } = await stranger.get('/directory/units/loket-jujuhan')
    expect(now).toMatchObject({ name: 'Loket Jujuhan', contact: '0747 1', address: 'Jalan Lintas', version: 2 })
    const standard = { requirements: 'Kartu BPJS', paid: true, version: 1 }
    const service = await send(officer, 'PATCH', '/units/loket-jujuhan/services/rawat-jalan', standard)
    expect(service.status).toBe(200)
    expect((await stranger.get('/directory/units/loket-jujuhan')).body.services).toMatchObject([
      { paid: true, standard: 'Senin–Sabtu', standardParts: { requirements: 'Kartu BPJS', cost: null }, version: 2 },
    ])
  })

  test('tells who comes late that somebody has saved, and who says too much what isn’t known', async () => {
    const late = await send(officer, 'PATCH', '/units/loket-jujuhan', { address: 'Lain', version: 1 })
    expect(late).toMatchObject({ status: 409, body: { errors: [{ field: 'form', code: 'meanwhile' }] } })
    const much = await send(officer, 'PATCH', '/units/loket-jujuhan', { slug: 'lain', version: 2 })
    expect(much).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown-field' }] } })
    const empty = await send(admin, 'PATCH', '/regions/bungo', { name: '', version: 1 })
    expect(empty).toMatchObject({ status: 422, body: { errors: [{ field: 'name' }] } })
  })

  test('closes a unit, and opens it again', async () => {
    const closing = (closed: boolean, version: number) =>
      send(admin, 'POST', '/units/loket-jujuhan/closing', { closed, note: closed ? 'Pindah.' : null, version })
    expect(
      await send(admin, 'POST', '/institutions/dinas-kesehatan/closing', { closed: true, version: 1 }),
    ).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'open-below' }] },
    })
    expect(await closing(true, 2)).toMatchObject({ status: 200, body: { closedNote: 'Pindah.', version: 3 } })
    const { body } = await stranger.get('/directory/regions/bungo')
    expect(body.institutions[0].children[0].units).toEqual([])
    expect(await closing(false, 3)).toMatchObject({ status: 200, body: { closedAt: null, version: 4 } })
  })

  test('takes a list in after showing what it does, and gives it back', async () => {
    const { body: before, headers } = await stranger.get('/directory/regions/bungo/list')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const text = `${before}unit,,puskesmas-jujuhan,Apotek,,,health\r\n`
    const { body: preview } = await send(admin, 'POST', '/regions/bungo/list/preview', { text })
    expect(preview).toMatchObject({ wrong: [], same: 4, left: 0, steps: [{ act: 'add', name: 'Apotek', line: 6 }] })
    const other = await send(admin, 'POST', '/regions/bungo/list', { text, shown: 'lain' })
    expect(other).toMatchObject({ status: 409, body: { errors: [{ field: 'shown', code: 'list-moved' }] } })
    const { shown } = preview as { shown: string }
    const done = await send(admin, 'POST', '/regions/bungo/list', { text, shown })
    expect(done).toMatchObject({ status: 201, body: { added: 1, changed: 0 } })
    expect((await stranger.get('/directory/units/apotek')).status).toBe(200)
    expect((await admin.get('/directory/regions/bungo/imports')).body).toMatchObject({ items: [{ hindrance: null }] })
    const { id } = done.body as { id: string }
    expect((await admin.ask('POST', `/directory/regions/bungo/imports/${id}/undo`)).status).toBe(204)
    expect((await stranger.get('/directory/regions/bungo/list')).body).toBe(before)
    const wrong = await send(admin, 'POST', '/regions/bungo/list', { text: 'level,name\nrumah,Apotek\n', shown })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'text', code: 'wrong-lines' }] } })
  })
})
