import { beforeAll, describe, expect, test } from 'vitest'
import { answerEvidence } from '#server/commitment/evidence.ts'
import { commitmentsCsv } from '#server/commitment/csv.ts'
import { addCommitment, getCommitment, makeCommitment } from '#server/commitment/commitments.ts'
import { listCommitments, listCommitmentsOf } from '#server/commitment/lists.ts'
import { listOwners } from '#server/commitment/places.ts'
import type { StepInput } from '#server/commitment/schema.ts'
import { takeStep } from '#server/commitment/steps.ts'
import { listRecordedActs } from '#server/survey/recorded-acts.ts'
import { scopeOf, transaction, type Scope } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { settleClinic, type Place } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { CODE, NOW, officerAt, promise, promiseOf, REASON } from './world.ts'

const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const PDF = { name: 'foto.pdf', bytes: Buffer.from('%PDF-1.7 bukti') }

onEachEngine('commitments', (database) => {
  let place: Place
  let officer: Scope
  beforeAll(async () => {
    place = await settleClinic(database())
    officer = officerAt(database())
  })
  const anyone = (now = NOW) => scopeOf(database(), { now })
  const step = (slug: string, input: StepInput, file?: typeof PDF, now = NOW) =>
    takeStep(officerAt(database(), now), slug, input, file)
  async function stepped(slug: string, input: StepInput, file?: typeof PDF, now = NOW) {
    const outcome = await step(slug, input, file, now)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
    return outcome.commitment
  }

  describe('are made', () => {
    test('for a unit, public at once and in the ledger', async () => {
      const made = await promise(officer, { place: `unit:${place.unit.id}`, budget: 'APBD 2027' })
      const seen = await getCommitment(anyone(), made.slug)
      expect(seen).toMatchObject({
        what: 'Memasang nomor antrean di loket',
        status: 'planned',
        dueOn: '2026-12-31',
        moves: 0,
        late: false,
        unit: { name: 'Loket Jujuhan' },
        institution: { name: 'Puskesmas Jujuhan' },
        budget: 'APBD 2027',
        mine: false,
        source: {
          kind: 'note',
          path: '/survei',
        },
      })
      const [act] = await listRecordedActs(database().db, made.id)
      expect(act).toMatchObject({ kind: 'commitment.made', fields: { slug: made.slug, unit: place.unit.id } })
    })
    test('inside another act, for its source', async () => {
      const source = { kind: 'outcome', id: 'hasil-1', title: 'Masukan 12', path: '/konsultasi/x' }
      const promised = { ...promiseOf(), source, place: { regionCode: CODE, institutionId: null, unitId: null } }
      const { id } = await transaction(officer, (inner) => makeCommitment(inner, promised))
      expect(await listCommitmentsOf(officer, 'outcome', ['hasil-1', 'hasil-2'])).toMatchObject([{ id, source }])
      expect(await listCommitmentsOf(officer, 'outcome', [])).toEqual([])
    })
    test('under names of their own, also when two come at once', async () => {
      const two = await Promise.all([1, 2].map(() => promise(officer, { what: 'Janji yang sama bunyinya' })))
      expect(two.map(({ slug }) => slug).sort()).toEqual(['janji-yang-sama-bunyinya', 'janji-yang-sama-bunyinya-2'])
    })
    test.each([
      ['what', { what: 'Pendek' }, 'too-short'],
      ['why', { why: '' }, 'too-short'],
      ['place', { place: 'unit:tiada' }, 'unknown'],
      ['place', { place: '' }, 'required'],
      ['dueOn', { dueOn: '31-12-2026' }, 'day'],
      ['dueOn', { dueOn: '2026-11-21' }, 'before-today'],
      ['sourcePath', { sourcePath: 'javascript:alert(1)' }, 'address'],
      ['sourcePath', { sourcePath: '//jahat.example' }, 'address'],
      ['owner', { owner: 'a'.repeat(161) }, 'too-long'],
    ])('only whole: %s %j is %s', async (field, input, issue) => {
      expect(await addCommitment(officer, promiseOf(input))).toMatchObject({ ok: false, issues: { [field]: issue } })
    })
    test('by who keeps the place, and nobody else', async () => {
      const foreign = scopeOf(database(), { actor: actorWith('officer', 'region', '14.72'), now: NOW })
      const publisher = scopeOf(database(), { actor: actorWith('publisher', 'region', CODE), now: NOW })
      for (const scope of [anyone(), foreign, publisher])
        await expect(addCommitment(scope, promiseOf())).rejects.toMatchObject({ code: 'forbidden' })
      expect((await listOwners(officer, 'commitment.keep')).map(({ value }) => value.split(':')[0])).toEqual([
        'region',
        'institution',
        'institution',
        'unit',
      ])
      expect(await listOwners(foreign, 'commitment.keep')).toEqual([])
    })
  })

  describe('go on', () => {
    test('to done with evidence alone', async () => {
      const { slug } = await promise(officer)
      expect(await step(slug, { step: 'done' })).toMatchObject({
        ok: false,
        issues: { evidenceText: 'evidence-text', evidenceUrl: 'evidence' },
      })
      expect(await step(slug, { step: 'done', evidenceText: 'Nomor antrean terpasang.' })).toMatchObject({
        issues: { evidenceUrl: 'evidence' },
      })
      const page = { name: 'bukti.pdf', bytes: Buffer.from('<html>') }
      expect(await step(slug, { step: 'done', evidenceText: 'Nomor antrean terpasang.' }, page)).toMatchObject({
        issues: { file: 'file-kind' },
      })
      const done = await stepped(slug, { step: 'done', evidenceText: 'Nomor antrean terpasang.' }, PDF)
      expect(done).toMatchObject({ status: 'done', events: [{ kind: 'planned' }, { evidence: { file: 'foto.pdf' } }] })
      const file = await answerEvidence(anyone(), slug, '2')
      expect(file.headers.get('content-disposition')).toContain('attachment; filename="foto.pdf"')
      expect(await file.text()).toBe('%PDF-1.7 bukti')
      for (const number of ['1', '3', 'x'])
        await expect(answerEvidence(anyone(), slug, number)).rejects.toMatchObject({ code: 'not-found' })
    })
    test.each(['deferred', 'dropped'] as const)('to %s with a reason and its kind', async (kind) => {
      const { slug } = await promise(officer)
      expect(await step(slug, { step: kind, reason: 'Belum' })).toMatchObject({
        ok: false,
        issues: { reason: 'reason', reasonCode: 'choose' },
      })
      const after = await stepped(slug, { step: kind, reason: REASON, reasonCode: 'budget' })
      expect(after).toMatchObject({ status: kind, events: [{}, { reason: REASON, reasonCode: 'budget' }] })
    })
    test('with the old day in sight when it is moved', async () => {
      const { slug } = await promise(officer, { dueOn: '2026-12-31' })
      for (const [dueOn, issue] of [
        ['', 'required'],
        ['2026-11-21', 'before-today'],
        ['2026-12-31', 'same-day'],
      ] as const)
        expect(await step(slug, { step: 'due-moved', reason: REASON, dueOn })).toMatchObject({
          issues: { dueOn: issue },
        })
      const moved = await stepped(slug, { step: 'due-moved', reason: REASON, dueOn: '2027-02-28' })
      expect(moved).toMatchObject({ dueOn: '2027-02-28', firstDue: '2026-12-31', moves: 1, status: 'planned' })
      expect(moved.events.at(-1)).toMatchObject({ dueBefore: '2026-12-31', dueAfter: '2027-02-28' })
    })
    test('never where a step can’t follow, also when two take it at once', async () => {
      const { slug } = await promise(officer)
      const attempts = await Promise.allSettled([
        step(slug, { step: 'dropped', reason: REASON, reasonCode: 'changed' }),
        step(slug, { step: 'dropped', reason: REASON, reasonCode: 'changed' }),
      ])
      expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      await expect(step(slug, { step: 'due-moved', reason: REASON, dueOn: '2027-05-05' })).rejects.toMatchObject({
        code: 'conflict',
      })
      expect(await step(slug, { step: 'running' })).toMatchObject({ ok: false, issues: { reason: 'reason' } })
      expect(await stepped(slug, { step: 'running', reason: REASON })).toMatchObject({ status: 'running' })
    })
    test('by nobody from elsewhere', async () => {
      const { slug } = await promise(officer)
      const foreign = scopeOf(database(), { actor: actorWith('admin', 'region', '14.72'), now: NOW })
      for (const scope of [anyone(), foreign])
        await expect(takeStep(scope, slug, { step: 'running' })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(takeStep(officer, 'tiada', { step: 'running' })).rejects.toMatchObject({ code: 'not-found' })
    })
  })

  describe('are listed', () => {
    const slugsOf = async (filter: Parameters<typeof listCommitments>[1], now = NOW) =>
      (await listCommitments(anyone(now), { unit: place.unit.slug, limit: 100, ...filter })).items.map(
        ({ slug }) => slug,
      )

    test('by the promised day, lateness by the clock of their region', async () => {
      const at = `unit:${place.unit.id}`
      const soon = await promise(officer, { place: at, dueOn: '2026-11-23', what: 'Merapikan ruang tunggu' })
      const moved = await promise(officer, { place: at, dueOn: '2026-11-22', what: 'Menambah kursi tunggu' })
      await stepped(moved.slug, { step: 'due-moved', reason: REASON, dueOn: '2027-06-30' })
      const put = await promise(officer, { place: at, dueOn: '2026-11-22', what: 'Membangun ruang laktasi' })
      await stepped(put.slug, { step: 'deferred', reason: REASON, reasonCode: 'budget' })

      const all = await slugsOf({})
      expect(all.indexOf(put.slug)).toBeLessThan(all.indexOf(soon.slug))
      expect(all.indexOf(soon.slug)).toBeLessThan(all.indexOf(moved.slug))
      expect(await slugsOf({ status: 'deferred' })).toEqual([put.slug])
      expect(await slugsOf({ status: 'open' })).toEqual(expect.arrayContaining([soon.slug, moved.slug]))
      // The last second of the promised day in Jakarta, and the first after it.
      expect(await slugsOf({ status: 'late' }, new Date('2026-11-23T16:59:59Z'))).toEqual([])
      expect(await slugsOf({ status: 'late' }, new Date('2026-11-23T17:00:00Z'))).toEqual([soon.slug])
      expect((await getCommitment(anyone(day(2)), soon.slug)).late).toBe(true)
    })
    test('page by page, each once', async () => {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof listCommitments>> = await listCommitments(anyone(), { cursor, limit: 3 })
        seen.push(...page.items.map(({ slug }) => slug))
        cursor = page.next
      } while (cursor)
      const all = (await listCommitments(anyone(), { limit: 100 })).items.map(({ slug }) => slug)
      expect(seen).toEqual(all)
      expect(new Set(seen).size).toBe(all.length)
    })
    test('to staff for their own places alone', async () => {
      const count = async (scope: Scope) => (await listCommitments(scope, { staff: true, limit: 100 })).items.length
      const all = (await listCommitments(anyone(), { limit: 100 })).items.length
      expect(await count(officer)).toBe(all)
      expect(await count(scopeOf(database(), { actor: actorWith('officer', 'region', '14.72') }))).toBe(0)
      const atUnit = actorWith('officer', 'unit', place.unit.id)
      expect(await count(scopeOf(database(), { actor: atUnit }))).toBe((await slugsOf({})).length)
      expect(await count(anyone())).toBe(0)
    })
    test('as a table that no spreadsheet runs', async () => {
      await promise(officer, { what: '=1+1 adalah sebuah janji', dueOn: '2029-01-01' })
      let text = ''
      for await (const piece of commitmentsCsv(anyone(), { region: 'bungo' })) text += piece
      const lines = text.trim().split('\r\n')
      expect(lines[0]).toMatch(/^commitment,what,why,owner,region,unit,status,due,first_due,moves,late,/)
      expect(lines).toHaveLength((await listCommitments(anyone(), { limit: 100 })).items.length + 1)
      expect(text).toContain(",'=1+1 adalah sebuah janji,")
    })
  })
})
