import { beforeEach, expect, test } from 'vitest'
import { findInputByNumber, updateInput } from '#db/consultation/inputs.ts'
import { eraseInput } from '#server/consultation/input-erasure.ts'
import { listInputs, placeOfInputs } from '#server/consultation/input-lists.ts'
import { Refused } from '#server/errors.ts'
import { lookUp } from '#server/ledger/trace.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor } from '../survey/world.ts'
import { DURING, makeInputWorld, type InputWorld } from './input-world.ts'

onEachEngine('an input whose writer asks for it', (database) => {
  let world: InputWorld
  let written: Awaited<ReturnType<InputWorld['received']>>
  beforeEach(async () => {
    world = await makeInputWorld(database())
    const { hours } = world.blocks
    written = await world.received({
      block: hours,
      stance: 'change',
      text: 'Saya, Sari, minta ini.',
      proposal: 'Loket Sari buka malam.',
      email: 'sari@contoh.id',
    })
  })
  const admin = () => world.as(actor('admin', 'region', world.regionCode), DURING)
  const problem = async () => (await runVerifiers(database().db, rowVerifiers({}))).problem
  const row = () => findInputByNumber(database().db, world.id, written.number)

  test('leaves nothing of it but that it was there, and the ledger verifies', async () => {
    expect(await problem()).toBeNull()
    await eraseInput(admin(), world.slug, written.number, { rendition: 'Minta ini.' })
    expect(await row()).toMatchObject({
      text: 'Minta ini.',
      proposal: null,
      email: null,
      erasedAt: DURING.toISOString(),
    })
    expect(await problem()).toBeNull()
    const everything = await Promise.all(
      (['entryField', 'moderated', 'inputSearch', 'input'] as const).map((table) =>
        database().db.selectFrom(table).selectAll().execute(),
      ),
    )
    expect(JSON.stringify(everything)).not.toMatch(/sari/i)
    const place = await placeOfInputs(world.as(null), world.slug)
    const { items } = await listInputs(world.as(null), place, {})
    expect(items).toMatchObject([{ state: 'erased', text: 'Minta ini.', proposal: null }])
    expect((await listInputs(world.as(null), place, { search: 'malam' })).items).toEqual([])
    const trace = await lookUp(world.as(null), written.receipt)
    expect(trace?.steps.map(({ what }) => what)).toEqual(['input-received', 'input-erased', 'input-waiting'])
  })

  test('is erased by an administrator of the place alone, and once', async () => {
    const erase = (who = admin()) => eraseInput(who, world.slug, written.number)
    await expect(erase(world.as(world.officer))).rejects.toEqual(new Refused('forbidden'))
    await expect(erase(world.as(null))).rejects.toEqual(new Refused('forbidden'))
    await erase()
    await expect(erase()).rejects.toEqual(new Refused('conflict'))
  })

  test.each([
    ['changed', { text: 'Lain.' }, 'input-changed'],
    ['moved to another passage', { blockId: null }, 'input-changed'],
    ['erased past the record', { text: '', erasedAt: DURING.toISOString() }, 'input-half-erased'],
  ])('that was %s behind the ledger’s back is found out', async (_, change, what) => {
    const input = await row()
    await updateInput(database().db, input!.id, change)
    expect(await problem()).toMatchObject({ kind: 'input', id: `${world.slug}/${written.number}`, what })
    const { text, blockId, erasedAt } = input!
    await updateInput(database().db, input!.id, { text, blockId, erasedAt })
  })
})
