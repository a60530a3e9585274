/** The name under which an organisation writes is looked at by moderators, as every text is that the public reads. */
import { expect, test } from 'vitest'
import { listInputs, placeOfInputs } from '#server/consultation/input-lists.ts'
import { getRoom, makeOrganisation, submitRoom, writeInRoom } from '#server/consultation/organisations.ts'
import { granted } from '#server/demo/fill-places.ts'
import { lookUp } from '#server/ledger/trace.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { judge } from '#server/moderation/judging.ts'
import { reportText } from '#server/moderation/reporting.ts'
import { askReview } from '#server/moderation/reviews.ts'
import { parseCode } from '#server/ledger/receipts.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor } from '../survey/world.ts'
import { DURING, makeInputWorld, type InputWorld } from './input-world.ts'

onEachEngine('an organisation’s name', (database) => {
  let world: InputWorld
  const anyone = () => world.as(null, DURING)
  const moderator = () => world.as(actor('moderator', 'region', world.regionCode), DURING)

  async function sent(premoderated: 0 | 1 = 0): Promise<string> {
    world = await makeInputWorld(database(), { premoderated })
    const { leadCode } = granted(await makeOrganisation(anyone(), world.slug, { name: 'Paguyuban Pasar' }))
    granted(await writeInRoom(anyone(), world.slug, leadCode, { author: 'Sari', text: 'Kami minta jam sore.' }))
    const { texts } = await getRoom(anyone(), world.slug, leadCode)
    granted(
      await submitRoom(
        anyone(),
        world.slug,
        leadCode,
        texts.map(({ id }) => id),
      ),
    )
    return leadCode
  }
  const shown = async () => {
    const { items } = await listInputs(anyone(), await placeOfInputs(anyone(), world.slug), {})
    return items[0]!
  }

  test('stands beside its inputs, and anyone may report it', async () => {
    const leadCode = await sent()
    const { organisation, organisationTextId } = await shown()
    expect(organisation).toBe('Paguyuban Pasar')
    const report = { reason: 'false-identity', note: 'Bukan paguyuban kami.' } as const
    expect(await reportText(anyone(), organisationTextId!, report, '10.4.0.1')).toMatchObject({ ok: true })
    expect((await getRoom(anyone(), world.slug, leadCode)).nameState).toMatchObject({ state: 'shown' })
  })

  test('waits for a moderator where all texts do, apart from what was written under it', async () => {
    const leadCode = await sent(1)
    expect(await shown()).toMatchObject({ organisation: null, state: 'held' })
    const { nameState } = await getRoom(anyone(), world.slug, leadCode)
    expect(nameState?.state).toBe('held')
    await judge(moderator(), (await shown()).organisationTextId!, { act: 'show' })
    expect(await shown()).toMatchObject({ organisation: 'Paguyuban Pasar', state: 'held' })
  })

  test('is hidden for a reason, which the lead reads and may have looked at again; the inputs stay', async () => {
    const leadCode = await sent()
    const { organisationTextId: id } = await shown()
    await judge(moderator(), id!, { act: 'hide', reason: 'false-identity', note: 'Bukan paguyuban itu.' })
    expect(await shown()).toMatchObject({ organisation: null, state: 'shown', text: 'Kami minta jam sore.' })
    const { nameState } = await getRoom(anyone(), world.slug, leadCode)
    expect(nameState?.state).toBe('hidden')
    const code = nameState!.receipt
    expect((await lookUp(anyone(), code))?.steps.map(({ what }) => what)).toEqual(['name-hidden'])
    const asked = await askReview(anyone(), parseCode(code)!, { statement: 'Kami paguyuban itu, ada suratnya.' })
    expect(asked).toMatchObject({ ok: true })
    expect((await runVerifiers(database().db, rowVerifiers({}))).problem).toBeNull()
  })

  test('is covered in part where it holds personal data', async () => {
    await sent()
    const { organisationTextId: id } = await shown()
    await judge(moderator(), id!, { act: 'mask', pieces: 'Pasar', note: 'Nama orang.' })
    expect((await shown()).organisation).toMatch(/^Paguyuban [^P]/)
  })

  test('and its state are told to nobody but the lead', async () => {
    await sent()
    const { joinCode } = granted(await makeOrganisation(anyone(), world.slug, { name: 'Karang Taruna' }))
    expect((await getRoom(anyone(), world.slug, joinCode)).nameState).toBeNull()
  })
})
