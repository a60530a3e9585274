/** A resident's inputs in one place: what was sent with the account, what was taken over, and what is let go of. */
import { beforeEach, expect, test } from 'vitest'
import { findInputByNumber } from '#db/consultation/inputs.ts'
import { keepResident } from '#db/identity/residents.ts'
import {
  claimOwnInput,
  eraseOwnInput,
  findOwnInput,
  leavePortal,
  listOwnInputs,
} from '#server/consultation/own-inputs.ts'
import { answer } from '#server/consultation/answering.ts'
import { Refused } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import type { Resident } from '#server/identity/resident-sessions.ts'
import { withCheck } from '#server/ledger/receipts.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { judge } from '#server/moderation/judging.ts'
import { transaction, type Scope } from '#server/scope.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor } from '../survey/world.ts'
import { CONSIDERING, DURING, makeInputWorld, type InputWorld } from './input-world.ts'

onEachEngine('a resident with an account', (database) => {
  let world: InputWorld
  let sari: Resident
  let budi: Resident
  beforeEach(async () => {
    world = await makeInputWorld(database())
    sari = await resident('sari')
    budi = await resident('budi')
  })
  async function resident(name: string): Promise<Resident> {
    const email = `${name}.${world.slug}@contoh.id`
    const row = { id: newId(), email, locale: 'id', createdAt: DURING.toISOString() }
    const { id } = await transaction(world.as(null), ({ db }) => keepResident(db, row))
    return { id, email }
  }
  const as = (who: Resident | null, now = DURING): Scope => ({ ...world.as(null, now), resident: who })
  const write = (who: Resident, text: string) =>
    world.received({ text }, { way: { via: 'account', resident: who, locale: 'en' } })
  const claim = (who: Resident, code: string, email: string, now = DURING) =>
    claimOwnInput(as(who, now), { code, email }, `10.0.${world.slug.length}.1`)
  const problem = async () => (await runVerifiers(database().db, rowVerifiers({}))).problem

  test('sees what they sent with it and what became of it, and nobody else does', async () => {
    const { number } = await write(sari, 'Loket tolong dibuka sampai sore.')
    await write(sari, 'Antreannya terlalu panjang.')
    await world.received({ text: 'Dari tamu, tanpa akun.' })
    const reason = 'Mulai bulan depan loket dibuka sampai pukul 16.00.'
    const officer = world.as(world.officer, CONSIDERING)
    expect(await answer(officer, world.slug, { inputs: [number] }, { hasil: 'accepted', reason })).toMatchObject({
      ok: true,
    })
    const input = await findInputByNumber(database().db, world.id, number)
    expect(input).toMatchObject({ via: 'account', accountId: sari.id, email: null, locale: 'en' })
    const { items, next } = await listOwnInputs(as(sari))
    expect(next).toBeNull()
    expect(items.map(({ text }) => text).sort()).toEqual([
      'Antreannya terlalu panjang.',
      'Loket tolong dibuka sampai sore.',
    ])
    expect(items.find((item) => item.number === number)).toMatchObject({
      state: 'shown',
      answer: { hasil: 'accepted' },
    })
    expect((await listOwnInputs(as(budi))).items).toEqual([])
    await expect(listOwnInputs(as(null))).rejects.toEqual(new Refused('not-signed-in'))
    await expect(listOwnInputs(world.as(world.officer))).rejects.toEqual(new Refused('not-signed-in'))
    expect(await problem()).toBeNull()
  })

  test('reads them page by page, the latest first', async () => {
    for (let i = 0; i < 23; i++) {
      await world.received(
        { text: `Usul ke-${i}.` },
        {
          way: { via: 'account', resident: sari },
          now: new Date(DURING.getTime() + i * 60_000),
        },
      )
    }
    const first = await listOwnInputs(as(sari))
    const second = await listOwnInputs(as(sari), first.next)
    expect([first.items.length, first.items[0]?.text, second.items.length, second.next]).toEqual([
      20,
      'Usul ke-22.',
      3,
      null,
    ])
    expect((await listOwnInputs(as(sari), 'bukan penunjuk')).items).toHaveLength(20)
  })

  test('is told why a text is hidden, in the language that they wrote in', async () => {
    const { number } = await write(sari, 'Petugas bernama anu itu bodoh.')
    const input = await findInputByNumber(database().db, world.id, number)
    const row = await database()
      .db.selectFrom('moderated')
      .selectAll()
      .where('subjectId', '=', input!.id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ authorEmail: sari.email, authorLocale: 'en' })
    const moderator = world.as(actor('moderator', 'region', world.regionCode), DURING)
    await judge(moderator, row.id, { act: 'hide', reason: 'insult', note: 'Merendahkan petugas.' })
    expect((await listOwnInputs(as(sari))).items).toMatchObject([{ state: 'hidden', reasonCode: 'insult' }])
  })

  test('takes over what they sent as a guest, with its code and the address given then', async () => {
    const { receipt, number } = await world.received({ text: 'Dari ponsel tetangga.', email: 'Sari@Contoh.id' })
    expect(await claim(sari, receipt.toLowerCase(), ' sari@contoh.id ')).toMatchObject({ ok: true })
    expect((await listOwnInputs(as(sari))).items).toMatchObject([{ number, text: 'Dari ponsel tetangga.' }])
    expect(await claim(sari, receipt, 'sari@contoh.id')).toMatchObject({ ok: true })
    expect(await claim(budi, receipt, 'sari@contoh.id')).toMatchObject({ ok: false, issues: { form: 'no-match' } })
    expect(await problem()).toBeNull()
  })

  test('is told the same of a code of nothing, another address, and none', async () => {
    const email = `tamu.${world.slug}@contoh.id`
    const given = await world.received({ text: 'Dengan surel.', email })
    const none = await world.received({ text: 'Tanpa surel.' })
    const refused = { ok: false, issues: { form: 'no-match' } }
    expect(await claim(sari, withCheck('M00000000000000F'), email)).toMatchObject(refused)
    expect(await claim(sari, given.receipt, 'lain@contoh.id')).toMatchObject(refused)
    expect(await claim(sari, none.receipt, '')).toMatchObject(refused)
    expect(await claim(sari, 'M00', email)).toMatchObject({ ok: false, issues: { code: 'not-code' } })
    expect((await listOwnInputs(as(sari))).items).toEqual([])
  })

  test('has five tries, also who knows the right address then', async () => {
    const email = `tamu.${world.slug}@contoh.id`
    const { receipt } = await world.received({ text: 'Dengan surel.', email })
    for (let i = 0; i < 5; i++) expect(await claim(sari, receipt, `salah${i}@contoh.id`)).toMatchObject({ ok: false })
    expect(await claim(sari, receipt, email)).toMatchObject({ ok: false, issues: { form: 'later' } })
    expect(await claim(budi, receipt, email)).toMatchObject({ ok: false, issues: { form: 'later' } })
    expect(await claim(sari, receipt, email, new Date(DURING.getTime() + 60_000))).toMatchObject({ ok: true })
  })

  test('has the words of an own input erased, and of no other', async () => {
    const { number } = await write(sari, 'Saya Sari dari Gang Melati.')
    const { id } = (await findInputByNumber(database().db, world.id, number))!
    await expect(findOwnInput(as(budi), id)).rejects.toEqual(new Refused('not-found'))
    await expect(eraseOwnInput(as(budi), id)).rejects.toEqual(new Refused('not-found'))
    await expect(eraseOwnInput(as(null), id)).rejects.toEqual(new Refused('not-signed-in'))
    expect(await findOwnInput(as(sari), id)).toMatchObject({ goes: ['text', 'account'] })
    await eraseOwnInput(as(sari), id)
    expect((await listOwnInputs(as(sari))).items).toEqual([])
    expect(await findInputByNumber(database().db, world.id, number)).toMatchObject({ text: '', accountId: null })
    expect(await problem()).toBeNull()
  })

  test('deletes the account: inputs stay, and nothing names its address any more', async () => {
    const written = await write(sari, 'Loket tolong dibuka sampai sore.')
    const guest = await world.received({ text: 'Dari tamu.', email: sari.email })
    expect(await claim(sari, guest.receipt, sari.email)).toMatchObject({ ok: true })
    await leavePortal(as(sari))
    const tables = ['input', 'moderated', 'resident', 'residentSession'] as const
    const rows = await Promise.all(tables.map((table) => database().db.selectFrom(table).selectAll().execute()))
    expect(JSON.stringify(rows)).not.toContain(sari.email)
    const input = await findInputByNumber(database().db, world.id, written.number)
    expect(input).toMatchObject({ text: 'Loket tolong dibuka sampai sore.', accountId: null, via: 'account' })
    expect(await problem()).toBeNull()
  })
})
