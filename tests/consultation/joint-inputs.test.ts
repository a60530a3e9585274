import { beforeAll, describe, expect, test } from 'vitest'
import { findInputByNumber } from '#db/consultation/inputs.ts'
import { enterInput } from '#server/consultation/desk-inputs.ts'
import { listInputs, placeOfInputs } from '#server/consultation/input-lists.ts'
import {
  getRoom,
  makeOrganisation,
  removeFromRoom,
  submitRoom,
  writeInRoom,
} from '#server/consultation/organisations.ts'
import { granted } from '#server/demo/fill-places.ts'
import { Refused } from '#server/errors.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { lookUp } from '#server/ledger/trace.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor } from '../survey/world.ts'
import { CONSIDERING, makeInputWorld, type InputWorld } from './input-world.ts'

onEachEngine('inputs that others hand in', (database) => {
  let world: InputWorld
  beforeAll(async () => {
    world = await makeInputWorld(database())
  })

  describe('at the desk', () => {
    const clerk = () => ({ ...actor('officer', 'region', world.regionCode), accountId: 'petugas-loket' })
    const officer = (now?: Date) => world.as(clerk(), now)
    const sheet = { via: 'paper', provenance: 'Lembar nomor 12', text: 'Tambah kursi di ruang tunggu.' }
    const enter = (fields: object, scope = officer()) => enterInput(scope, world.slug, fields, newSubmissionKey())

    test('say who entered them and where they come from, also while the office considers', async () => {
      for (const now of [undefined, CONSIDERING]) {
        const given = await enter(sheet, officer(now))
        if (given.kind !== 'received') throw new Error(JSON.stringify(given))
        const row = await findInputByNumber(database().db, world.id, given.number)
        expect(row).toMatchObject({
          via: 'paper',
          provenance: 'Lembar nomor 12',
          enteredBy: 'petugas-loket',
        })
      }
    })

    test('are taken from officers of the place alone, and never without provenance', async () => {
      expect(await enter({ ...sheet, provenance: ' ' })).toEqual({
        kind: 'invalid',
        issues: { provenance: 'provenance' },
      })
      const elsewhere = world.as(actor('officer', 'region', '99'))
      await expect(enter(sheet, elsewhere)).rejects.toEqual(new Refused('forbidden'))
      await expect(enter(sheet, world.as(null))).rejects.toEqual(new Refused('forbidden'))
    })
  })

  describe('as an organisation', () => {
    const anyone = (now?: Date) => world.as(null, now)
    const make = async () =>
      granted(await makeOrganisation(anyone(), world.slug, { name: 'Paguyuban Pasar', email: '' }))
    const write = async (code: string, text: string, block = '') =>
      granted(await writeInRoom(anyone(), world.slug, code, { author: 'Sari', text, block, stance: 'agree' })).id

    test('members write, the lead chooses and sends once, and each text has its receipt', async () => {
      const { joinCode, leadCode } = await make()
      const chosen = [
        await write(joinCode, 'Setuju jam sore.', world.blocks.hours),
        await write(joinCode, 'Tetap gratis.'),
      ]
      await write(joinCode, 'Jangan dikirim.')
      await expect(submitRoom(anyone(), world.slug, joinCode, chosen)).rejects.toEqual(new Refused('forbidden'))
      granted(await submitRoom(anyone(), world.slug, leadCode, chosen))
      await expect(submitRoom(anyone(), world.slug, leadCode, chosen)).rejects.toEqual(new Refused('conflict'))
      await expect(write(joinCode, 'Terlambat.')).rejects.toEqual(new Refused('conflict'))
      const { receipts, open } = await getRoom(anyone(), world.slug, leadCode)
      expect(receipts).toHaveLength(2)
      expect(open).toBe(false)
      for (const { receipt, number } of receipts) {
        expect((await lookUp(anyone(), receipt))?.steps[0]).toMatchObject({
          what: 'input-received',
          values: { number },
        })
      }
      expect((await getRoom(anyone(), world.slug, joinCode)).receipts).toEqual([])
      const { items } = await listInputs(anyone(), await placeOfInputs(anyone(), world.slug), { limit: 2 })
      expect(items.map(({ organisation, text }) => `${organisation}: ${text}`).toSorted()).toEqual([
        'Paguyuban Pasar: Setuju jam sore.',
        'Paguyuban Pasar: Tetap gratis.',
      ])
    })

    test('nothing is sent without a choice, and what was removed is gone', async () => {
      const { joinCode, leadCode } = await make()
      const id = await write(joinCode, 'Salah tulis.')
      expect(await submitRoom(anyone(), world.slug, leadCode, [])).toMatchObject({
        ok: false,
        issues: { form: 'none-chosen' },
      })
      await removeFromRoom(anyone(), world.slug, joinCode, id)
      expect((await getRoom(anyone(), world.slug, leadCode)).texts).toEqual([])
    })

    test('another code opens nothing, and after the phase nothing is made', async () => {
      await expect(getRoom(anyone(), world.slug, newSubmissionKey())).rejects.toEqual(new Refused('not-found'))
      await expect(makeOrganisation(anyone(CONSIDERING), world.slug, { name: 'Terlambat' })).rejects.toEqual(
        new Refused('conflict'),
      )
      const unknown = { author: 'Sari', text: 'Ya', stance: 'agree', block: world.id }
      const { joinCode } = await make()
      expect(await writeInRoom(anyone(), world.slug, joinCode, unknown)).toMatchObject({
        issues: { block: 'no-passage' },
      })
      expect(await makeOrganisation(anyone(), world.slug, { name: 'a' })).toMatchObject({ issues: { name: 'name' } })
    })
  })
})
