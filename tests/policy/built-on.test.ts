/** What was promised or enacted in somebody's name keeps its place in the directory. */
import { expect, test } from 'vitest'
import { commitmentsBuiltOn } from '#server/commitment/built-on.ts'
import { policiesBuiltOn } from '#server/policy/built-on.ts'
import { officerAt, promise } from '../commitment/world.ts'
import { settleClinic } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { register } from './world.ts'

onEachEngine('the directory', (database) => {
  test('knows on what promises and policies stand', async () => {
    const { agency, clinic, unit } = await settleClinic(database())
    const officer = officerAt(database())
    const added = { institutionPaths: [clinic.path, agency.path], unitIds: [unit.id], serviceIds: [] }
    const { db } = database()
    expect(await commitmentsBuiltOn(db, added)).toBeUndefined()
    expect(await policiesBuiltOn(db, added)).toBeUndefined()

    await register(officer, { place: `institution:${agency.id}` })
    expect(await policiesBuiltOn(db, added)).toEqual({ why: 'policy', on: agency.path })
    await promise(officer, { place: `institution:${clinic.id}` })
    expect(await commitmentsBuiltOn(db, added)).toEqual({ why: 'commitment', on: clinic.path })
    await promise(officer, { place: `unit:${unit.id}` })
    expect(await commitmentsBuiltOn(db, added)).toEqual({ why: 'commitment', on: unit.id })
    expect(await commitmentsBuiltOn(db, { institutionPaths: [], unitIds: [], serviceIds: [] })).toBeUndefined()
  })
})
