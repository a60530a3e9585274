/** What a writer has erased with a code alone: nothing of it is left anywhere, and all that stays still proves itself. */
import { beforeEach, expect, test } from 'vitest'
import { findInputByNumber } from '#db/consultation/inputs.ts'
import { eraseOwnWords, findOwnWords } from '#server/consultation/own-erasure.ts'
import { makeOrganisation, getRoom, submitRoom, writeInRoom } from '#server/consultation/organisations.ts'
import { listNeeds, takeStance } from '#server/consultation/needs.ts'
import { granted } from '#server/demo/fill-places.ts'
import { Refused } from '#server/errors.ts'
import { readFile } from '#server/files.ts'
import { withCheck } from '#server/ledger/receipts.ts'
import { lookUp } from '#server/ledger/trace.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, newKey } from '../survey/world.ts'
import { DURING, makeInputWorld, type InputWorld } from './input-world.ts'
import { announced, NEED_OPEN } from './world.ts'

const fileOf = (text: string) => ({ name: 'surat-sari.txt', bytes: Buffer.from(text) })

onEachEngine('a writer with the code of their receipt', (database) => {
  let world: InputWorld
  beforeEach(async () => {
    world = await makeInputWorld(database())
  })
  const anyone = (now = DURING) => world.as(null, now)
  const problem = async () => (await runVerifiers(database().db, rowVerifiers({}))).problem
  const everything = async () => {
    const tables = ['entryField', 'moderated', 'inputSearch', 'input', 'inputNote', 'organisationText'] as const
    const rows = await Promise.all(tables.map((table) => database().db.selectFrom(table).selectAll().execute()))
    return JSON.stringify([rows, await database().db.selectFrom('file').selectAll().execute()])
  }

  test('is told what goes, has it erased once, and the ledger verifies', async () => {
    const bytes = `Surat Sari untuk ${world.slug}`
    const { receipt, number } = await world.received(
      { block: world.blocks.hours, stance: 'disagree', text: 'Saya, Sari, keberatan.', email: 'sari@contoh.id' },
      { file: fileOf(bytes) },
    )
    const input = (await findInputByNumber(database().db, world.id, number))!
    const at = DURING.toISOString()
    await database()
      .db.insertInto('inputNote')
      .values({ id: receipt, inputId: input.id, note: 'Ini Bu Sari.', byAccount: 'petugas', at })
      .execute()
    expect(await problem()).toBeNull()
    expect(await findOwnWords(anyone(), receipt)).toMatchObject({
      number,
      goes: ['text', 'file', 'email'],
      erased: false,
    })
    await eraseOwnWords(anyone(), receipt)
    expect(await everything()).not.toMatch(/sari/i)
    expect(await readFile(database().db, input.fileHash!)).toBeUndefined()
    expect(await problem()).toBeNull()
    expect(await findOwnWords(anyone(), receipt)).toMatchObject({ goes: [], erased: true, text: '' })
    expect((await lookUp(anyone(), receipt))?.steps.map(({ what }) => what)).toContain('input-erased')
    await expect(eraseOwnWords(anyone(), receipt)).rejects.toEqual(new Refused('conflict'))
  })

  test('leaves the bytes of a file on which another input hangs, until that one goes too', async () => {
    const file = fileOf(`Surat bersama ${world.slug}`)
    const first = await world.received({ text: 'Kami sepakat soal jam.' }, { file })
    const second = await world.received({ text: 'Saya ikut surat ini.' }, { file })
    const { fileHash } = (await findInputByNumber(database().db, world.id, first.number))!
    await eraseOwnWords(anyone(), first.receipt)
    expect((await readFile(database().db, fileHash!))?.bytes.toString()).toBe(`Surat bersama ${world.slug}`)
    await eraseOwnWords(anyone(), second.receipt)
    expect(await readFile(database().db, fileHash!)).toBeUndefined()
    await world.received({ text: 'Surat yang sama, dari orang lain.' }, { file })
    expect((await readFile(database().db, fileHash!))?.bytes.toString()).toBe(`Surat bersama ${world.slug}`)
    expect(await problem()).toBeNull()
  })

  test('takes no bytes from who hands the same ones in at that moment', async () => {
    const file = fileOf(`Serentak ${world.slug}`)
    const first = await world.received({ text: 'Yang pertama.' }, { file })
    const [, second] = await Promise.all([
      eraseOwnWords(anyone(), first.receipt),
      world.received({ text: 'Yang kedua.' }, { file }),
    ])
    const { fileHash } = (await findInputByNumber(database().db, world.id, second.number))!
    expect((await readFile(database().db, fileHash!))?.bytes.toString()).toBe(`Serentak ${world.slug}`)
  })

  test('empties the room of an organisation of it too', async () => {
    const { leadCode } = granted(await makeOrganisation(anyone(), world.slug, { name: 'Paguyuban Pasar' }))
    for (const author of ['Sari', 'Budi']) {
      granted(await writeInRoom(anyone(), world.slug, leadCode, { author, text: `Tulisan ${author} untuk rapat.` }))
    }
    const { texts } = await getRoom(anyone(), world.slug, leadCode)
    const ids = texts.map(({ id }) => id)
    granted(await submitRoom(anyone(), world.slug, leadCode, ids))
    const { receipts } = await getRoom(anyone(), world.slug, leadCode)
    const receipt = receipts[0]?.receipt ?? ''
    const gone = (await findOwnWords(anyone(), receipt))?.text
    await eraseOwnWords(anyone(), receipt)
    const after = await getRoom(anyone(), world.slug, leadCode)
    const left = texts.map(({ text }) => text).filter((text) => text !== gone)
    expect(after.texts.map(({ text }) => text).sort()).toEqual(['', ...left])
    expect(after.receipts).toHaveLength(2)
    expect(await problem()).toBeNull()
  })

  test('has the reason of a stance on a need erased, which counts all the same', async () => {
    const town = await makeWorld(database())
    const { slug, id } = await announced(town)
    const [need] = await listNeeds(town.as(null, NEED_OPEN), id)
    const stance = { stance: 'dispute', reason: 'Menurut Sari tidak perlu.' } as const
    const taken = await takeStance(town.as(null, NEED_OPEN), slug, need!.id, stance, { key: newKey() })
    if (taken.kind !== 'received') throw new Error(JSON.stringify(taken))
    expect(await findOwnWords(anyone(), taken.receipt)).toMatchObject({ kind: 'need-stance', goes: ['reason'] })
    await eraseOwnWords(town.as(null, NEED_OPEN), taken.receipt)
    expect(await listNeeds(town.as(null, NEED_OPEN), id)).toMatchObject([{ dispute: 1 }, {}])
    const stances = await database().db.selectFrom('needStance').selectAll().execute()
    expect((await everything()) + JSON.stringify(stances)).not.toMatch(/menurut sari/i)
    expect((await lookUp(anyone(), taken.receipt))?.steps.at(-1)?.what).toBe('stance-erased')
    expect(await problem()).toBeNull()
    await expect(eraseOwnWords(anyone(), taken.receipt)).rejects.toEqual(new Refused('conflict'))
  })

  test('is told nothing by a code of nothing', async () => {
    for (const code of [withCheck('M00000000000000F'), 'S000-0000-0000-0000-0', 'bukan kode']) {
      expect(await findOwnWords(anyone(), code)).toBeUndefined()
      await expect(eraseOwnWords(anyone(), code)).rejects.toEqual(new Refused('not-found'))
    }
  })
})
