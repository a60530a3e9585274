import { beforeAll, expect, test } from 'vitest'
import { findInputByNumber } from '#db/consultation/inputs.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { Refused } from '#server/errors.ts'
import { submitInput } from '#server/consultation/inputs.ts'
import { newSubmissionKey } from '#server/ids.ts'
import { onEachEngine } from '../support/engines.ts'
import { BEFORE, CONSIDERING, makeInputWorld, TEXTS, type InputWorld } from './input-world.ts'

const WISH = { stance: 'disagree' as const, text: 'Jam tutup terlalu awal bagi pekerja.' }

onEachEngine('an input', (database) => {
  let world: InputWorld
  beforeAll(async () => {
    world = await makeInputWorld(database())
  })
  const rowOf = (number: number) => findInputByNumber(database().db, world.id, number)

  test('is numbered, kept with the passage it spoke of, and answered with a receipt and the promised day', async () => {
    const { blocks, versions, groups } = world
    const given = await world.received({ ...WISH, block: blocks.hours, version: versions.second, group: groups[0]! })
    expect(given).toMatchObject({ state: 'shown', answerBy: '2026-08-20', first: true })
    expect(given.receipt).toMatch(/^M[0-9A-Z]{3}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/)
    expect(await rowOf(given.number)).toMatchObject({
      blockId: blocks.hours,
      versionId: versions.second,
      quoted: TEXTS.hours,
      groupId: groups[0],
      text: WISH.text,
      stance: 'disagree',
      via: 'web',
      email: null,
    })
  })

  test('sent again with its key is one input with one receipt, also after the phase', async () => {
    const key = newSubmissionKey()
    const [first, again] = await Promise.all([world.received(WISH, { key }), world.received(WISH, { key })])
    const late = await world.received(WISH, { key, now: CONSIDERING })
    expect(new Set([first.receipt, again.receipt, late.receipt]).size).toBe(1)
    expect([first.first, again.first, late.first]).toEqual([true, false, false])
    expect(new Set([first.number, again.number, late.number]).size).toBe(1)
    expect(await world.submit({ ...WISH, text: 'Lain lagi.' }, { key })).toEqual({
      kind: 'refused',
      reason: 'other-body',
      receipt: first.receipt,
    })
  })

  test('many at once are numbered without gaps', async () => {
    const before = (await world.received(WISH)).number
    const many = await Promise.all(
      Array.from({ length: 150 }, (_, i) => world.received({ text: `Usul ke-${i}`, stance: 'agree' })),
    )
    const numbers = many.map(({ number }) => number).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 150 }, (_, i) => before + 1 + i))
  })

  test('is told when it comes before or after the phase, and never which draft is in preparation', async () => {
    expect(await world.submit(WISH, { now: BEFORE })).toEqual({ kind: 'refused', reason: 'not-open' })
    expect(await world.submit(WISH, { now: CONSIDERING })).toEqual({ kind: 'refused', reason: 'closed' })
    await expect(submitInput(world.as(null), 'tiada', WISH, newSubmissionKey())).rejects.toEqual(
      new Refused('not-found'),
    )
  })

  test('of a passage that reads otherwise since is sent back, and taken once the new text was read', async () => {
    const { blocks, versions } = world
    const stale = { ...WISH, block: blocks.hours, version: versions.first }
    expect(await world.submit(stale)).toEqual({ kind: 'moved', reason: 'changed' })
    await world.received({ ...stale, version: versions.second })
    const unchanged = await world.received({ ...WISH, block: blocks.fee, version: versions.first })
    expect(await rowOf(unchanged.number)).toMatchObject({ versionId: versions.second, quoted: TEXTS.fee })
  })

  test('of a passage that is gone is offered the tray, and keeps there what it spoke of', async () => {
    const { blocks, versions } = world
    const late = { ...WISH, block: blocks.gone, version: versions.first }
    expect(await world.submit(late)).toEqual({ kind: 'moved', reason: 'vanished' })
    const { number } = await world.received({ ...late, tray: true })
    expect(await rowOf(number)).toMatchObject({ versionId: versions.first, quoted: TEXTS.gone })
    expect(await world.submit({ ...WISH, block: world.id })).toEqual({
      kind: 'invalid',
      issues: { block: 'no-passage' },
    })
  })

  test.each([
    ['nothing written', { stance: 'agree' as const, text: '' }, { text: 'text' }],
    ['spaces and signs that nobody sees', { text: ' \u200b\u202e\n ' }, { text: 'text' }],
    ['too much', { text: 'a'.repeat(10_001) }, { text: 'too-long' }],
    ['an address that is none', { text: 'Ya', email: 'bukan' }, { email: 'email' }],
    ['a group that is not asked', { text: 'Ya', group: 'tiada' }, { group: 'choose' }],
    ['a change of no passage', { text: 'Ya', stance: 'change' as const }, { stance: 'no-passage' }],
    ['support for nothing', { supports: 4_000_000 }, { supports: 'no-input' }],
  ])('says at the field what is wrong: %s', async (_, fields, issues) => {
    expect(await world.submit(fields)).toEqual({ kind: 'invalid', issues })
  })

  test('on a passage says where it stands, and a change says how it should read', async () => {
    const { hours } = world.blocks
    const on = (fields: object) => world.submit({ block: hours, text: 'Begini.', ...fields })
    expect(await on({})).toEqual({ kind: 'invalid', issues: { stance: 'stance' } })
    expect(await on({ stance: 'change' })).toEqual({ kind: 'invalid', issues: { proposal: 'proposal' } })
    expect(await on({ stance: 'change', proposal: `${TEXTS.hours}  ` })).toEqual({
      kind: 'invalid',
      issues: { proposal: 'same' },
    })
    const changed = await world.received({
      block: hours,
      stance: 'change',
      proposal: TEXTS.hours.replace('14.00', '16.00'),
    })
    expect(await rowOf(changed.number)).toMatchObject({
      text: '',
      proposal: expect.stringContaining('16.00') as string,
    })
  })

  test('keeps markup and emoji as they were typed, without NUL and without what turns or hides', async () => {
    const { number } = await world.received({
      text: '<script>alert(1)</script> \u202e\u0000a\u200bda 🙏🏽\r\n\r\n\r\n\r\nbaris',
    })
    expect((await rowOf(number))?.text).toBe('<script>alert(1)</script> ada 🙏🏽\n\nbaris')
  })

  test('with ten thousand characters and no space is taken, and waits to be looked at', async () => {
    expect(await world.received({ text: 'a'.repeat(10_000) })).toMatchObject({ state: 'held' })
    const way = { via: 'web' as const, suspicion: ['too-fast' as const] }
    const fast = await world.received(WISH, { way })
    expect(fast.state).toBe('held')
    expect(fast.promisedBy).toMatch(/^2026-07-/)
  })

  test('may bring a file, which its bytes name', async () => {
    const file = { name: 'usul.exe', bytes: Buffer.from('%PDF-1.7 …') }
    const { number } = await world.received({ text: 'Lihat lampiran.' }, { file })
    expect(await rowOf(number)).toMatchObject({ fileName: 'usul.pdf' })
    const refused = await world.submit({ text: '' }, { file: { name: 'a.html', bytes: Buffer.from('<html>') } })
    expect(refused).toEqual({ kind: 'invalid', issues: { text: 'text', file: 'file-kind' } })
    const tooBig = await world.submit(
      { text: 'Ya' },
      { file: { name: 'a.pdf', bytes: Buffer.alloc(10_485_761, '%PDF-') } },
    )
    expect(tooBig).toEqual({ kind: 'invalid', issues: { file: 'file-too-big' } })
  })

  test('that supports another stands on the same passage', async () => {
    const { blocks, versions } = world
    const { number } = await world.received({ ...WISH, block: blocks.gone, version: versions.first, tray: true })
    const support = await world.received({ supports: number })
    expect(await rowOf(support.number)).toMatchObject({ blockId: blocks.gone, text: '' })
  })

  test('leaves a ledger that verifies and shows nothing of what was written', async () => {
    expect((await runVerifiers(database().db, rowVerifiers({}))).problem).toBeNull()
    const fields = await database()
      .db.selectFrom('entryField')
      .innerJoin('entry', 'entry.seq', 'entryField.seq')
      .select(['name', 'open'])
      .where('kind', '=', 'consultation.input-received')
      .where('subject', '=', world.id)
      .execute()
    const closed = new Set(fields.filter(({ open }) => open === 0).map(({ name }) => name))
    expect(closed).toEqual(new Set(['text', 'proposal']))
  })
})
