import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { up } from '#db/migrations/0017-input-likeness.ts'
import { listInputs, placeOfInputs } from '#server/consultation/input-lists.ts'
import { findSimilar, groupSimilar } from '#server/consultation/similar-inputs.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { readSignature } from '#server/text/signature.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeInputWorld, type InputWorld } from './input-world.ts'

const LETTER =
  'Kami warga kelurahan menolak biaya tambahan pada pengurusan surat pindah karena memberatkan keluarga nelayan.'

onEachEngine('what inputs are found by', (database, engine) => {
  let world: InputWorld
  beforeAll(async () => {
    world = await makeInputWorld(database())
    for (const text of [LETTER, `Yth. Camat. ${LETTER}`, 'Petugas perlu dilatih bahasa isyarat.', '🙏']) {
      await world.received({ text })
    }
  })
  const plain = () => database().db.withoutPlugins()
  const rows = async () => {
    const found = await database().db.selectFrom('inputSearch').selectAll().orderBy('inputId').execute()
    return found.map(({ minhash, ...row }) => ({ ...row, minhash: minhash && [...readSignature(minhash)] }))
  }

  /** The tables as the program before had them, filled as it filled them. */
  async function asBefore(): Promise<void> {
    const before = await database().db.selectFrom('inputSearch').selectAll().execute()
    const statements = [
      ...(engine === 'sqlite'
        ? [
            'drop trigger input_search_added',
            'drop table input_words',
            'create virtual table input_words using fts5 (input_id unindexed, stems)',
            'create trigger input_search_added after insert on input_search begin select 1; end',
          ]
        : ['drop index input_search_bands']),
      'alter table input_search drop column bands',
      'alter table input_search drop column minhash',
      'create table input_signature (input_id text primary key not null, minhash text not null)',
      'create table input_band (consultation_id text not null, band text not null, input_id text not null)',
    ]
    for (const statement of statements) await sql.raw(statement).execute(plain())
    for (const { inputId, consultationId, bands, minhash } of before) {
      if (!minhash) continue
      const text = Buffer.from(minhash).toString('base64')
      await sql`insert into input_signature values (${inputId}, ${text})`.execute(plain())
      for (const word of bands.split(' ').slice(1)) {
        const band = `${word.charAt(1)}.${word.slice(2)}`
        await sql`insert into input_band values (${consultationId}, ${band}, ${inputId})`.execute(plain())
      }
    }
  }

  test('is carried over from what stood in tables of their own', async () => {
    const stored = await rows()
    expect(stored.map(({ bands }) => bands.split(' ').length)).toEqual([7, 7, 7])
    await asBefore()
    await database()
      .db.withoutPlugins()
      .transaction()
      .execute((db) => up(db as never, engine))
    expect(await rows()).toEqual(stored)
    const scope = scopeOf(database())
    const place = await placeOfInputs(scope, world.slug)
    const { items } = await listInputs(scope, place, { search: 'biaya nelayan' })
    expect(items.map(({ number }) => number)).toEqual([2, 1])
    const similar = await findSimilar(scope, place.consultation, { text: LETTER, block: null })
    expect(similar.map(({ number }) => number)).toEqual([1, 2])
  })

  test('takes in what comes afterwards', async () => {
    await world.received({ text: `Yth. Lurah. ${LETTER}` })
    expect(await groupSimilar(world.as(null), world.id)).toEqual([[1, 2, 5]])
  })

  test('never has a word of its own among those that are searched for', async () => {
    const place = await placeOfInputs(world.as(null), world.slug)
    const [{ bands } = { bands: '' }] = await rows()
    const search = bands.split(' ')[1] ?? ''
    expect(search).toMatch(/^b0\w+$/)
    expect((await listInputs(world.as(null), place, { search })).items).toEqual([])
  })

  test('groups only so many, and so many of each', async () => {
    const size = { groups: 1, members: 2 }
    expect(await groupSimilar(world.as(null), world.id, size)).toEqual([[1, 2]])
    expect(await groupSimilar(world.as(null), world.id, { most: 2 })).toEqual([[1, 2]])
    expect(await groupSimilar(world.as(null), world.id, { most: 1 })).toEqual([])
    const inside = transaction(world.as(null), (inner) => groupSimilar(inner, world.id))
    await expect(inside).rejects.toThrow(/address/)
  })
})
