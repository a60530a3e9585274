import { beforeAll, expect, test } from 'vitest'
import { listInputs, placeOfInputs, type InputsAsked } from '#server/consultation/input-lists.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeInputWorld, type InputWorld } from './input-world.ts'

/** More than a search looks through before it asks the index. */
const MANY = 560

onEachEngine('a word looked for among hundreds of inputs', (database) => {
  let world: InputWorld
  const numbersWith = new Map<string, number[]>()
  beforeAll(async () => {
    world = await makeInputWorld(database())
    const texts = Array.from({ length: MANY }, (_, nth) => [
      `Antrean nomor ${nth}`,
      'sampai petang',
      nth < 3 || nth > MANY - 3 ? 'terminal' : '',
      nth < 3 ? 'pelabuhan' : '',
    ])
    await Promise.all(
      texts.map(async (words) => {
        const { number } = await world.received({ text: `${words.filter(Boolean).join(' ')}.` })
        for (const word of ['petang', 'terminal', 'pelabuhan']) {
          if (words.some((one) => one.includes(word))) numbersWith.set(word, [...(numbersWith.get(word) ?? []), number])
        }
      }),
    )
  })
  const latestWith = (word: string) => (numbersWith.get(word) ?? []).toSorted((a, b) => b - a)
  const found = async (asked: InputsAsked) => {
    const place = await placeOfInputs(world.as(null), world.slug)
    const { items, next } = await listInputs(world.as(null), place, asked)
    return { numbers: items.map(({ number }) => number), next }
  }

  test('is found in the latest of those that all hold it, and page by page in the others', async () => {
    const first = await found({ search: 'petang', limit: 30 })
    expect(first.numbers).toEqual(latestWith('petang').slice(0, 30))
    const rest = await found({ search: 'petang', limit: 30, cursor: first.next ?? '' })
    expect(rest.numbers).toEqual(latestWith('petang').slice(30, 60))
    expect((await found({ search: 'peta', limit: 30 })).numbers).toEqual(first.numbers)
    expect((await found({ search: 'eta', limit: 30 })).numbers).toEqual([])
  })

  test.each(['terminal', 'pelabuhan'])('is found wherever it stands when few hold it: %s', async (word) => {
    expect(latestWith(word).length).toBeGreaterThan(2)
    expect(await found({ search: word, limit: 30 })).toEqual({ numbers: latestWith(word), next: null })
    expect((await found({ search: `${word} petang`, limit: 30 })).numbers).toEqual(latestWith(word))
    expect((await found({ search: `petang ${word} kapal`, limit: 30 })).numbers).toEqual([])
  })
})
