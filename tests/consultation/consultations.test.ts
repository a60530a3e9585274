import { beforeAll, describe, expect, test } from 'vitest'
import { announce, changeDates, changeWording, listDateChanges } from '#server/consultation/announcing.ts'
import {
  changeConsultation,
  copyConsultation,
  draftConsultation,
  getConsultation,
} from '#server/consultation/consultations.ts'
import { listConsultations } from '#server/consultation/lists.ts'
import { getNeed, listNeeds, takeStance } from '#server/consultation/needs.ts'
import { listEntries } from '#server/ledger/entries.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, newKey, type World } from '../survey/world.ts'
import {
  announced,
  announcedDraft,
  CONSIDERED,
  done,
  DRAFT_OPEN,
  inputOf,
  JUNE,
  NEED_OPEN,
  PLAN,
  prepared,
} from './world.ts'

onEachEngine('consultations', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = (now = JUNE) => world.as(world.officer, now)
  const anyone = (now = JUNE) => world.as(null, now)
  const kindsOf = async (subject: string) =>
    (await listEntries(anyone(), { subject })).items.map(({ kind }) => kind).reverse()

  describe('in preparation', () => {
    test('one is there for its staff and for who holds the key of the preview', async () => {
      const { slug, staff } = await prepared(world)
      await expect(getConsultation(anyone(), slug)).rejects.toMatchObject({ code: 'not-found' })
      await expect(getConsultation(anyone(), slug, { previewKey: 'salah' })).rejects.toMatchObject({
        code: 'not-found',
      })
      await expect(getConsultation(world.as(world.stranger), slug)).rejects.toMatchObject({ code: 'not-found' })
      const previewed = await getConsultation(anyone(), slug, { previewKey: staff?.previewKey ?? '' })
      expect(previewed).toMatchObject({ phase: 'preparation', staff: null })
    })

    test('it is drawn up only by who keeps consultations in its place', async () => {
      for (const who of [world.stranger, world.publisher, actor('moderator', 'region', world.regionCode)]) {
        await expect(draftConsultation(world.as(who), inputOf(world))).rejects.toMatchObject({ code: 'forbidden' })
      }
    })

    test.each([
      [{ title: 'Pendek' }, { title: 'too-short' }],
      [{ about: 'lain' }, { about: 'choose' }],
      [{ units: [] }, { units: 'choose' }],
      [{ units: ['tidak-ada'] }, { units: 'unknown' }],
      [{ groups: ['tidak-ada'] }, { groups: 'unknown' }],
      [{ otherNeeds: ['tidak-ada'] }, { otherNeeds: 'unknown' }],
      [{ policyId: 'tidak-ada' }, { policyId: 'unknown' }],
      [{ statements: ['x'.repeat(601)] }, { statements: 'too-long' }],
      [{ draftFrom: '2026-02-30' }, { draftFrom: 'day' }],
      [{ answerBy: '2026-07-01' }, { answerBy: 'before-phase-ends' }],
      [{ needNoneReason: 'tidak' }, { needNoneReason: 'reason' }],
    ])('refuses %j', async (rest, issues) => {
      const outcome = await draftConsultation(officer(), inputOf(world, rest as never))
      expect(outcome).toMatchObject({ ok: false, issues })
    })

    test('everything may still change, and nothing of it is public', async () => {
      const { slug, id } = await prepared(world)
      const change = inputOf(world, { title: 'Judul yang lebih jelas', statements: ['Satu saja.'] })
      done(await changeConsultation(officer(), slug, change))
      expect(await getConsultation(officer(), slug)).toMatchObject({ title: 'Judul yang lebih jelas' })
      expect((await listNeeds(officer(), id)).map(({ statement }) => statement)).toEqual(['Satu saja.'])
      expect(await kindsOf(id)).toEqual([])
    })

    test('a copy begins with all but the days', async () => {
      const { slug, id } = await announced(world)
      const copy = await copyConsultation(officer(), slug)
      expect(copy).toMatchObject({ copiedFrom: id, answerBy: '', units: [world.unit.slug] })
      const { copiedFrom, ...input } = copy
      const made = done(await draftConsultation(officer(), { ...input, ...PLAN }, { copiedFrom }))
      expect(made.slug).not.toBe(slug)
      expect(await getConsultation(officer(), made.slug)).toMatchObject({
        staff: { copiedFrom: id },
        announcedAt: null,
      })
    })
  })

  describe('announcing', () => {
    test('makes it public once, with its needs and days in the ledger', async () => {
      const { slug, id } = await announced(world)
      expect(await getConsultation(anyone(NEED_OPEN), slug)).toMatchObject({ phase: 'need', staff: null })
      expect(await kindsOf(id)).toEqual(['consultation.opened'])
      await expect(announce(officer(), slug)).rejects.toMatchObject({ reason: 'consultation-announced' })
      await expect(changeConsultation(officer(), slug, inputOf(world))).rejects.toMatchObject({ code: 'conflict' })
    })

    test.each([
      [{ statements: [] }, { statements: 'required', needNoneReason: 'need-or-reason' }],
      [{ needFrom: null, needUntil: null, text: null }, { draft: 'draft-missing' }],
      [{ needFrom: '2026-06-01' }, { needFrom: 'before-today' }],
      [{ needFrom: null, needUntil: null, statements: [] }, { needNoneReason: 'need-or-reason' }],
    ])('refuses %j', async (rest, issues) => {
      const { slug } = await prepared(world, rest)
      expect(await announce(officer(), slug)).toMatchObject({ ok: false, issues })
    })

    test('without a need takes an explicit reason, and publishes what was written', async () => {
      const reason = 'Perubahan ini hanya menyesuaikan nama dinas.'
      const { slug, id } = await announcedDraft(world, { statements: [], needNoneReason: reason })
      expect(await getConsultation(anyone(DRAFT_OPEN), slug)).toMatchObject({ phase: 'draft', needNoneReason: reason })
      expect(await kindsOf(id)).toEqual(['consultation.opened', 'consultation.version-published'])
    })

    test('may rest on a need that was stated in an earlier consultation', async () => {
      const earlier = await announced(world)
      const [need] = await listNeeds(anyone(), earlier.id)
      const later = await announcedDraft(world, { statements: [], otherNeeds: [need?.id ?? ''] })
      expect(await listNeeds(anyone(), later.id)).toMatchObject([{ id: need?.id, from: { slug: earlier.slug } }])
    })
  })

  describe('a changed date', () => {
    test('is announced with old and new and its reason', async () => {
      const { slug, id } = await announced(world)
      const reason = 'Warga di pulau belum menerima undangan.'
      done(await changeDates(officer(DRAFT_OPEN), slug, { ...PLAN, draftUntil: '2026-07-27', reason }))
      const changed = await getConsultation(anyone(CONSIDERED), slug)
      expect(changed).toMatchObject({ phase: 'draft', plan: { draftUntil: '2026-07-27' } })
      expect(await listDateChanges(anyone(), id)).toMatchObject([
        { what: 'draftUntil', before: '2026-07-20', after: '2026-07-27', reason },
      ])
      expect(await kindsOf(id)).toEqual(['consultation.opened', 'consultation.dates-changed'])
    })

    test.each([
      [{ draftFrom: '2026-07-11' }, { draftFrom: 'past' }],
      [{ draftUntil: '2026-07-14' }, { draftUntil: 'before-today' }],
      [{}, { answerBy: 'unchanged' }],
      [{ answerBy: '2026-08-10', reason: 'x' }, { reason: 'reason' }],
    ])('of %j is refused', async (change, issues) => {
      const { slug } = await announced(world)
      const input = { ...PLAN, reason: 'Alasan yang cukup panjang.', ...change }
      expect(await changeDates(officer(DRAFT_OPEN), slug, input)).toMatchObject({ ok: false, issues })
    })

    test('and other wording are for its keepers alone', async () => {
      const { slug } = await announced(world)
      const reason = 'Alasan yang cukup panjang.'
      const wording = { title: 'Judul yang diperbaiki', summary: 'Ringkasan yang lebih mudah dibaca warga.', reason }
      await expect(changeWording(world.as(world.publisher), slug, wording)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(changeDates(anyone(), slug, { ...PLAN, reason })).rejects.toMatchObject({ code: 'forbidden' })
      done(await changeWording(officer(), slug, wording))
      expect(await getConsultation(anyone(), slug)).toMatchObject({ title: wording.title })
    })
  })

  describe('a need', () => {
    test('is supported and disputed, and reasons are read', async () => {
      const { slug, id } = await announced(world)
      const [need] = await listNeeds(anyone(), id)
      const take = (input: object) =>
        takeStance(anyone(NEED_OPEN), slug, need?.id ?? '', input as never, { key: newKey() })
      expect(await take({ stance: 'support' })).toMatchObject({ kind: 'received', state: 'shown' })
      const dispute = await take({ stance: 'dispute', reason: 'Di kecamatan kami pengaduan selalu dijawab.' })
      expect(dispute).toMatchObject({ kind: 'received', receipt: expect.stringMatching(/^K/) })
      expect(await take({ stance: 'dispute' })).toMatchObject({ kind: 'invalid', issues: { reason: 'why-dispute' } })
      const { need: counted, reasons } = await getNeed(anyone(NEED_OPEN), id, need?.id ?? '')
      expect(counted).toMatchObject({ support: 1, dispute: 1 })
      expect(reasons).toMatchObject([{ stance: 'dispute', reason: 'Di kecamatan kami pengaduan selalu dijawab.' }])
    })

    test('takes the same submission once and another under its key not at all', async () => {
      const { slug, id } = await announced(world)
      const [need] = await listNeeds(anyone(), id)
      const key = newKey()
      const take = (input: object) => takeStance(anyone(NEED_OPEN), slug, need?.id ?? '', input as never, { key })
      const first = await take({ stance: 'support' })
      expect(await take({ stance: 'support' })).toEqual(first)
      expect(await take({ stance: 'dispute', reason: 'Berubah pikiran.' })).toMatchObject({ reason: 'other-body' })
      expect(await listNeeds(anyone(), id)).toMatchObject([{ support: 1, dispute: 0 }, { support: 0 }])
    })

    test('is asked about in its phase alone', async () => {
      const { slug, id } = await announced(world)
      const [need] = await listNeeds(anyone(), id)
      for (const now of [JUNE, DRAFT_OPEN]) {
        const outcome = await takeStance(anyone(now), slug, need?.id ?? '', { stance: 'support' }, { key: newKey() })
        expect(outcome).toEqual({ kind: 'refused', reason: 'closed' })
      }
    })

    test('of a consultation with moderation before is read only after a moderator', async () => {
      const { slug, id } = await announced(world, { premoderated: true })
      const [need] = await listNeeds(anyone(), id)
      const input = { stance: 'support' as const, reason: 'Saya sendiri mengalaminya.' }
      expect(await takeStance(anyone(NEED_OPEN), slug, need?.id ?? '', input, { key: newKey() })).toMatchObject({
        state: 'held',
      })
      expect((await getNeed(anyone(NEED_OPEN), id, need?.id ?? '')).reasons).toMatchObject([
        { reason: null, state: 'held' },
      ])
    })
  })

  test('the list tells states apart by the clock, and keeps preparation from strangers', async () => {
    const fresh = await makeWorld(database())
    const [open, waiting] = [await announced(fresh), await prepared(fresh)]
    const { region } = open
    const slugs = async (now: Date, state?: 'open' | 'consideration' | 'preparation') =>
      (await listConsultations(fresh.as(null, now), { region: region.slug, state })).items.map(({ slug }) => slug)
    expect(await slugs(NEED_OPEN, 'open')).toEqual([open.slug])
    expect(await slugs(NEED_OPEN)).toEqual([open.slug])
    expect(await slugs(CONSIDERED, 'consideration')).toEqual([open.slug])
    expect(await slugs(CONSIDERED, 'open')).toEqual([])
    expect(await slugs(JUNE, 'preparation')).toEqual([open.slug])
    const own = await listConsultations(fresh.as(fresh.officer, JUNE), { staff: true })
    expect(own.items.map(({ slug }) => slug).sort()).toEqual([open.slug, waiting.slug].sort())
    const pages = await listConsultations(fresh.as(fresh.officer, JUNE), { staff: true, limit: 1 })
    const rest = await listConsultations(fresh.as(fresh.officer, JUNE), { staff: true, limit: 1, cursor: pages.next })
    expect([...pages.items, ...rest.items].map(({ slug }) => slug)).toEqual(own.items.map(({ slug }) => slug))
  })
})
