import { beforeAll, expect, test } from 'vitest'
import { listInputs, placeOfInputs, type InputsAsked } from '#server/consultation/input-lists.ts'
import { findSimilar, groupSimilar } from '#server/consultation/similar-inputs.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeInputWorld, type InputWorld } from './input-world.ts'

const LETTER =
  'Kami warga kelurahan menolak biaya tambahan pada pengurusan surat pindah karena memberatkan keluarga nelayan.'

onEachEngine('inputs that were written', (database) => {
  let world: InputWorld
  const numbers: Record<string, number> = {}
  beforeAll(async () => {
    world = await makeInputWorld(database())
    const { hours, gone } = world.blocks
    const { first } = world.versions
    const keep = async (name: string, fields: Parameters<InputWorld['received']>[0]) => {
      numbers[name] = (await world.received(fields)).number
    }
    await keep('letter', { text: LETTER })
    await keep('copy', { text: `Yth. Camat. ${LETTER}` })
    await keep('training', { block: hours, stance: 'agree', text: 'Petugas perlu dilatih bahasa isyarat.' })
    await keep('gone', {
      block: gone,
      version: first,
      tray: true,
      stance: 'disagree',
      text: 'Lansia sulit hadir sendiri.',
    })
    await keep('linked', { text: `Petugas dilatih https://a.example https://b.example https://c.example` })
    await keep('support', { supports: numbers.letter })
    await keep('changed', {
      block: hours,
      stance: 'change',
      proposal: 'Loket dibuka sampai pukul 20.00 untuk buruh pabrik.',
    })
  })
  const found = async (asked: InputsAsked) => {
    const place = await placeOfInputs(world.as(null), world.slug)
    const { items, next } = await listInputs(world.as(null), place, asked)
    return { numbers: items.map(({ number }) => number), items, next }
  }

  test('are listed the latest first, page by page', async () => {
    const first = await found({ limit: 4 })
    const rest = await found({ limit: 4, cursor: first.next! })
    expect([...first.numbers, ...rest.numbers]).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(rest.next).toBeNull()
  })

  test('are told apart by where they stand', async () => {
    const { letter, copy, linked, support, gone, training, changed } = numbers
    expect((await found({ list: 'whole' })).numbers).toEqual([support, linked, copy, letter])
    expect((await found({ list: 'tray' })).numbers).toEqual([gone])
    expect((await found({ list: { blockId: world.blocks.hours } })).numbers).toEqual([changed, training])
    expect((await found({ list: 'tray' })).items[0]).toMatchObject({
      passage: { label: 'Pasal 3' },
      quoted: expect.any(String) as string,
    })
  })

  test('that wait to be looked at have their line and not their text', async () => {
    const held = (await found({})).items.find(({ number }) => number === numbers.linked)
    expect(held).toMatchObject({ state: 'held', text: null, proposal: null })
  })

  test('count who supports them', async () => {
    const { items } = await found({})
    expect(items.find(({ number }) => number === numbers.letter)?.supporters).toBe(1)
    expect(items.find(({ number }) => number === numbers.support)?.supports).toBe(numbers.letter)
  })

  test.each([
    ['pelatihan petugas', ['training']],
    ['BIAYA nelayan', ['copy', 'letter']],
    ['buruh', ['changed']],
    ['bua', []],
    ['sekolah', []],
    ['" OR 1=1 --', []],
    ["') | !(", []],
    ['yang dan di', []],
  ])('are found in any form of the word, and never while they are held: %s', async (search, names) => {
    expect((await found({ search })).numbers).toEqual(names.map((name) => numbers[name]))
  })

  test('are shown to who writes much the same, and to nobody else', async () => {
    const place = await placeOfInputs(world.as(null), world.slug)
    const similar = async (text: string) =>
      (await findSimilar(world.as(null), place.consultation, { text, block: null })).map(({ number }) => number)
    expect(await similar(LETTER.replace('nelayan', 'buruh'))).toEqual([numbers.letter, numbers.copy])
    expect(await similar('Taman bermain anak kurang lampu.')).toEqual([])
    expect(await similar('!!!')).toEqual([])
  })

  test('are put together with their copies and supporters', async () => {
    const groups = await groupSimilar(world.as(null), world.id)
    expect(groups).toEqual([[numbers.letter, numbers.copy, numbers.support]])
    expect(await groupSimilar(world.as(null), world.id, { blockId: world.blocks.hours })).toEqual([])
  })
})
