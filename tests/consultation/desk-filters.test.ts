/** Filters of the desk under names of one's own. */
import { beforeAll, expect, test } from 'vitest'
import { readDeskQuery } from '#server/consultation/answer-desk.ts'
import {
  forgetDeskFilter,
  isSameFilter,
  keepDeskFilter,
  listDeskFilters,
  writeDeskQuery,
} from '#server/consultation/desk-filters.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor } from '../survey/world.ts'
import { done, makeAnswerWorld, NOW, type AnswerWorld } from './answer-world.ts'

const queryOf = (address: string) => readDeskQuery(new URLSearchParams(address))

onEachEngine('filters of the desk', (database) => {
  let world: AnswerWorld
  let slug: string
  const officer = () => world.as(world.officer, NOW)
  beforeAll(async () => {
    world = await makeAnswerWorld(database())
    slug = world.consultation.slug
  })
  const keep = (name: string, address: string) =>
    keepDeskFilter(officer(), slug, queryOf(address), { filterName: name })

  test('are kept under a name, which another filter takes over', async () => {
    done(await keep(' Keberatan ', 'state=objected&cursor=40'))
    done(await keep('Loket', 'tag=loket&mine=1'))
    done(await keep('Loket', 'tag=jam layanan'))
    expect(await listDeskFilters(officer(), slug)).toEqual([
      { name: 'Keberatan', filter: 'state=objected' },
      { name: 'Loket', filter: 'state=waiting&tag=jam+layanan' },
    ])
    await forgetDeskFilter(officer(), slug, 'Loket')
    expect(await listDeskFilters(officer(), slug)).toHaveLength(1)
  })

  test('are one account’s own', async () => {
    const colleague = { ...actor('officer', 'region', world.regionCode), accountId: 'rekan' }
    expect(await listDeskFilters(world.as(colleague, NOW), slug)).toEqual([])
    await forgetDeskFilter(world.as(colleague, NOW), slug, 'Keberatan')
    expect(await listDeskFilters(officer(), slug)).toHaveLength(1)
    for (const who of [null, world.stranger]) {
      await expect(listDeskFilters(world.as(who, NOW), slug)).rejects.toMatchObject({ name: 'Refused' })
      const kept = keepDeskFilter(world.as(who, NOW), slug, queryOf(''), { filterName: 'Lain' })
      await expect(kept).rejects.toMatchObject({ name: 'Refused' })
    }
  })

  test('need a name, and are thirty at most', async () => {
    expect(await keep('  ', '')).toMatchObject({ issues: { filterName: 'required' } })
    expect(await keep('a'.repeat(61), '')).toMatchObject({ issues: { filterName: 'too-long' } })
    for (let n = 1; n < 30; n++) done(await keep(`Saringan ${n}`, ''))
    expect(await keep('Saringan 30', '')).toMatchObject({ issues: { filterName: 'too-many-filters' } })
    expect(await keep('Keberatan', 'state=all')).toMatchObject({ ok: true })
  })

  test('are known again by what they ask for', () => {
    const query = queryOf('state=all&block=whole&cursor=12')
    expect(isSameFilter(query, writeDeskQuery(query))).toBe(true)
    expect(isSameFilter(query, 'block=whole&state=all&asing=1')).toBe(true)
    expect(isSameFilter(query, 'block=whole')).toBe(false)
  })
})
