import { beforeAll, expect, test } from 'vitest'
import { listChoicesOf, listUnitsToAsk } from '#server/consultation/choices.ts'
import { copyConsultation, draftConsultation, getConsultation } from '#server/consultation/consultations.ts'
import { listConsultationsOfPolicy } from '#server/consultation/lists.ts'
import { getPolicy } from '#server/policy/view.ts'
import { register } from '../policy/world.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { announced, done, inputOf, JUNE, PLAN } from './world.ts'

onEachEngine('a consultation about a policy', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = () => world.as(world.officer, JUNE)
  const anyone = () => world.as(null, JUNE)
  const policyIn = (regionCode: string) =>
    register(world.as(actor('admin', 'region', regionCode), JUNE), { place: `region:${regionCode}` })
  const idOf = async (slug: string) => (await getPolicy(anyone(), slug)).id

  test('names it, keeps it in a copy, and stands in its line of time once announced', async () => {
    const slug = await policyIn(world.regionCode)
    const policyId = await idOf(slug)
    const made = await announced(world, { policyId })
    expect(made.policy).toMatchObject({ slug })
    const { copiedFrom: _, ...copy } = await copyConsultation(officer(), made.slug)
    const again = done(await draftConsultation(officer(), { ...copy, ...PLAN }))
    expect((await getConsultation(officer(), again.slug)).policy).toMatchObject({ slug })
    const line = await listConsultationsOfPolicy(anyone(), policyId)
    expect(line.map((one) => one.slug)).toEqual([made.slug])
  })

  test('takes one of its own region or of one that it lies in, and of no other', async () => {
    const elsewhere = await makeWorld(database())
    const policyId = await idOf(await policyIn(elsewhere.regionCode))
    const choices = await listChoicesOf(officer(), await listUnitsToAsk(officer()))
    expect(choices.policies.map(({ id }) => id)).not.toContain(policyId)
    expect(await draftConsultation(officer(), inputOf(world, { policyId }))).toMatchObject({
      ok: false,
      issues: { policyId: 'unknown' },
    })
  })
})
