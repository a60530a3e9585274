import { beforeAll, describe, expect, test } from 'vitest'
import { takeStep } from '#server/commitment/steps.ts'
import { closeEvaluation, openEvaluation, promiseInEvaluation, saveEvaluation } from '#server/policy/evaluation.ts'
import { recordEvent } from '#server/policy/events.ts'
import { explainPolicy } from '#server/policy/explanation.ts'
import { listPolicyNews } from '#server/policy/news.ts'
import { addPolicy, changePolicy, listPolicies } from '#server/policy/policies.ts'
import { getPolicy } from '#server/policy/view.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { NOW, officerAt, promiseOf, REASON } from '../commitment/world.ts'
import { actorWith } from '../directory/actors.ts'
import { settleClinic, type Place } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { policyOf, register, registerInForce } from './world.ts'

const FINDING = 'Waktu menunggu tetap empat puluh menit.'

onEachEngine('policies', (database) => {
  let place: Place
  let officer: Scope
  beforeAll(async () => {
    place = await settleClinic(database())
    officer = officerAt(database())
  })
  const anyone = (now = NOW) => scopeOf(database(), { now })
  const foreign = () => scopeOf(database(), { actor: actorWith('officer', 'region', '14.72'), now: NOW })
  const promise = (() => {
    const { what, why, owner, dueOn } = promiseOf()
    return { what, why, owner, dueOn }
  })()

  describe('in the register', () => {
    test('are public at once, with a need to begin with', async () => {
      const slug = await register(officer, { place: `institution:${place.agency.id}` })
      expect(await getPolicy(anyone(), slug)).toMatchObject({
        status: 'need',
        topics: ['performance', 'service'],
        institution: { name: 'Dinas Kesehatan' },
        events: [
          {
            kind: 'need',
            day: '2026-11-22',
          },
        ],
        evaluation: { dueOn: null },
        mine: false,
      })
    })
    test.each([
      ['title', { title: 'Pendek' }, 'too-short'],
      ['topics', { topics: [] }, 'topics'],
      ['place', { place: 'region:99' }, 'unknown'],
      ['kind', { kind: 'undang-undang' as never }, 'choose'],
      ['evaluationDueOn', { evaluationDueOn: 'besok' }, 'day'],
    ])('only whole: %s', async (field, input, issue) => {
      expect(await addPolicy(officer, policyOf(input))).toMatchObject({ ok: false, issues: { [field]: issue } })
    })
    test('never belong to a unit', async () => {
      const input = policyOf({ place: `unit:${place.unit.id}` })
      expect(await addPolicy(officer, input)).toMatchObject({ issues: { place: 'unknown' } })
    })
    test('are kept by who works there, and nobody else', async () => {
      const slug = await register(officer)
      for (const scope of [anyone(), foreign()]) {
        await expect(addPolicy(scope, policyOf())).rejects.toMatchObject({ code: 'forbidden' })
        await expect(changePolicy(scope, slug, policyOf())).rejects.toMatchObject({ code: 'forbidden' })
        await expect(explainPolicy(scope, slug, { stages: [], questions: [] })).rejects.toMatchObject({
          code: 'forbidden',
        })
        await expect(openEvaluation(scope, slug)).rejects.toMatchObject({ code: 'forbidden' })
        await expect(recordEvent(scope, slug, { kind: 'drafting', day: '2026-11-22' })).rejects.toMatchObject({
          code: 'forbidden',
        })
      }
    })
    test('are listed by what is asked of them', async () => {
      const slug = await register(officer, { topics: ['welfare'], title: 'Kesehatan jiwa pegawai' })
      const slugs = async (filter: Parameters<typeof listPolicies>[1]) =>
        (await listPolicies(anyone(), filter)).items.map((one) => one.slug)
      expect(await slugs({ topic: 'welfare' })).toEqual([slug])
      expect(await slugs({ region: 'tiada' })).toEqual([])
      expect(await slugs({ status: 'revoked' })).toEqual([])
      expect((await listPolicies(foreign(), { staff: true })).items).toEqual([])
      const first = await listPolicies(anyone(), { limit: 1 })
      const second = await listPolicies(anyone(), { limit: 1, cursor: first.next ?? '' })
      expect(second.items[0]?.slug).not.toBe(first.items[0]?.slug)
    })
    test('are explained in stages and answers, put in place of those before', async () => {
      const slug = await register(officer)
      const stage = { title: 'Pengumuman', explanation: 'Dua pekan sebelumnya.', watchedBy: 'Ombudsman' }
      const question = { audience: 'residents', question: 'Berbayarkah?', answer: 'Tidak, gratis.' } as const
      await explainPolicy(officer, slug, { stages: [stage, stage], questions: [question] })
      await explainPolicy(officer, slug, { stages: [stage], questions: [question] })
      expect(await getPolicy(anyone(), slug)).toMatchObject({ stages: [stage], questions: [question] })
      const wrong = { stages: [{ ...stage, title: '' }], questions: [] }
      expect(await explainPolicy(officer, slug, wrong)).toMatchObject({ issues: { 'stages.0.title': 'too-short' } })
    })
  })

  describe('go on', () => {
    test('to enacted with a number, and into force from a day ahead', async () => {
      const slug = await register(officer)
      expect(await recordEvent(officer, slug, { kind: 'enacted', day: '2026-11-22' })).toMatchObject({
        issues: { legalNumber: 'required' },
      })
      const enacted = { kind: 'enacted', legalNumber: 'Nomor 7 Tahun 2026' } as const
      expect(await recordEvent(officer, slug, { ...enacted, day: '2026-11-23' })).toMatchObject({
        issues: { day: 'ahead' },
      })
      expect(await recordEvent(officer, slug, { ...enacted, day: '2026-11-20' })).toMatchObject({ ok: true })
      expect(await recordEvent(officer, slug, { kind: 'in-force', day: '2026-11-19' })).toMatchObject({
        issues: { day: 'before-last' },
      })
      await recordEvent(officer, slug, { kind: 'in-force', day: '2026-12-01' })
      expect(await getPolicy(anyone(), slug)).toMatchObject({ status: 'enacted', legalNumber: 'Nomor 7 Tahun 2026' })
      const after = new Date('2026-11-30T17:00:00Z')
      expect(await getPolicy(anyone(after), slug)).toMatchObject({
        status: 'in-force',
        evaluation: {
          dueOn: '2027-06-01',
          overdue: false,
        },
      })
      await expect(recordEvent(officer, slug, { kind: 'revoked', day: '2026-12-05', note: REASON })).rejects.toThrow(
        'policy-event',
      )
    })
    test('never by a leap, and never without a reason when revised', async () => {
      const slug = await register(officer)
      await expect(recordEvent(officer, slug, { kind: 'in-force', day: '2026-11-22' })).rejects.toMatchObject({
        code: 'conflict',
      })
      const inForce = await registerInForce(officer, '2026-11-01')
      expect(await recordEvent(officer, inForce, { kind: 'revised', day: '2026-11-22' })).toMatchObject({
        issues: { note: 'reason' },
      })
    })
    test('as news, the latest first', async () => {
      const slug = await registerInForce(officerAt(database(), new Date('2026-11-22T03:00:00Z')), '2026-11-02')
      const [first] = await listPolicyNews(anyone())
      expect(first).toMatchObject({ slug, region: 'Kabupaten Bungo' })
    })
  })

  describe('are evaluated', () => {
    test('only once in force, and one at a time', async () => {
      await expect(openEvaluation(officer, await register(officer))).rejects.toThrow('policy-evaluation')
      const slug = await registerInForce(officer, '2026-05-01')
      expect((await getPolicy(anyone(), slug)).evaluation).toEqual({ dueOn: '2026-11-01', overdue: true })
      const overdue = (await listPolicies(anyone(), { overdue: true })).items.map((one) => one.slug)
      expect(overdue).toContain(slug)
      const attempts = await Promise.allSettled([openEvaluation(officer, slug), openEvaluation(officer, slug)])
      expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await getPolicy(anyone(), slug)).status).toBe('evaluation')
    })
    test('with verdict, findings and evidence', async () => {
      const slug = await registerInForce(officer, '2026-05-01')
      await openEvaluation(officer, slug)
      expect(await closeEvaluation(officer, slug, {})).toMatchObject({
        issues: { verdict: 'choose', finding: 'finding', evidenceUrl: 'evidence' },
      })
      const said = { verdict: 'improved', finding: FINDING, evidenceUrl: 'https://contoh.go.id/laporan' } as const
      expect(await saveEvaluation(officer, slug, said)).toMatchObject({ ok: true })
      expect((await getPolicy(anyone(), slug)).verdict).toBeNull()
      expect(await closeEvaluation(officer, slug, said)).toMatchObject({ ok: true })
      expect(await getPolicy(anyone(), slug)).toMatchObject({
        status: 'in-force',
        verdict: 'improved',
        evaluation: {
          dueOn: null,
          overdue: false,
        },
        evaluations: [
          {
            ...said,
            closedOn: '2026-11-22',
          },
        ],
      })
      await expect(closeEvaluation(officer, slug, said)).rejects.toThrow('policy-evaluation')
    })
    test('as not improved only with something promised', async () => {
      const slug = await registerInForce(officer, '2026-05-01')
      await openEvaluation(officer, slug)
      const said = { verdict: 'not-improved', finding: FINDING, evidenceUrl: '/survei' } as const
      expect(await closeEvaluation(officer, slug, said)).toMatchObject({
        ok: false,
        issues: { commitment: 'commitment' },
      })
      expect(await promiseInEvaluation(officer, slug, { ...promise, dueOn: '2026-11-21' })).toMatchObject({
        issues: { dueOn: 'before-today' },
      })
      const promised = await promiseInEvaluation(officer, slug, promise)
      if (!promised.ok) throw new Error('It was not promised.')
      expect(await closeEvaluation(officer, slug, said)).toMatchObject({ ok: true })
      await takeStep(officer, promised.commitment, { step: 'running' })
      expect(await getPolicy(anyone(), slug)).toMatchObject({
        verdict: 'not-improved',
        commitments: [
          {
            slug: promised.commitment,
            status: 'running',
          },
        ],
      })
      await expect(promiseInEvaluation(officer, slug, promise)).rejects.toThrow('policy-evaluation')
    })
    test('a promise of an earlier evaluation does not count for the next', async () => {
      const slug = await registerInForce(officer, '2026-05-01')
      const said = { verdict: 'not-improved', finding: FINDING, evidenceUrl: '/survei' } as const
      await openEvaluation(officer, slug)
      await promiseInEvaluation(officer, slug, promise)
      await closeEvaluation(officer, slug, said)
      await openEvaluation(officer, slug)
      expect(await closeEvaluation(officer, slug, said)).toMatchObject({ issues: { commitment: 'commitment' } })
    })
  })
})
