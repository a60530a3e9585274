/** A policy's line of time as its page shows it, with everything that belongs to it. */
import { beforeAll, expect, test } from 'vitest'
import { closeEvaluation, openEvaluation, promiseInEvaluation } from '#server/policy/evaluation.ts'
import { promiseForPolicy } from '#server/policy/promises.ts'
import { getPolicy } from '#server/policy/view.ts'
import { wordsOf } from '#server/words/words.ts'
import { granted } from '#server/demo/fill-places.ts'
import { policyLine } from '../../src/pages/policy/_parts/policy-line.ts'
import { NOW, officerAt, promiseOf } from '../commitment/world.ts'
import { settleClinic, type Place } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { registerInForce } from './world.ts'

onEachEngine('a line of time', (database) => {
  let place: Place
  beforeAll(async () => {
    place = await settleClinic(database())
  })
  const { what, why, owner, dueOn } = promiseOf()
  const promise = { what, why, owner, dueOn }

  test('holds events, consultations, evaluations, promises and the day that is due, by day', async () => {
    const scope = officerAt(database())
    const slug = await registerInForce(scope, '2026-08-01')
    const before = policyLine(wordsOf('id'), 'id', await getPolicy(scope, slug))
    expect(before.at(-1)).toMatchObject({ day: '2027-02-01', what: { kind: 'due' } })

    granted(await promiseForPolicy(scope, slug, { ...promise, place: `unit:${place.unit.id}` }))
    await openEvaluation(scope, slug)
    granted(await promiseInEvaluation(scope, slug, { ...promise, what: 'Mengulang pelatihannya' }))
    const finding = 'Waktu menunggu tetap empat puluh menit.'
    granted(await closeEvaluation(scope, slug, { verdict: 'not-improved', finding, evidenceUrl: '/survei' }))
    const asked = { day: '2026-07-01', kind: 'consultation', text: 'Konsultasi: X', link: null } as const
    const line = policyLine(wordsOf('id'), 'id', await getPolicy(scope, slug), [asked])
    expect(line.map(({ day, what }) => `${day} ${what.kind}`)).toEqual([
      '2026-07-01 consultation',
      '2026-08-01 event',
      '2026-08-01 event',
      '2026-11-22 event',
      '2026-11-22 event',
      '2026-11-22 evaluation',
      '2026-11-22 commitment',
      '2026-11-22 commitment',
    ])
    expect(line[5]?.what).toMatchObject({ text: 'Evaluasi ditutup: Belum membaik', note: finding })
    expect(line.at(-1)?.what.link).toEqual({ page: 'commitment', slug: 'mengulang-pelatihannya' })
  })
  test('takes a promise for another region’s unit for none', async () => {
    const scope = officerAt(database(), NOW)
    const slug = await registerInForce(scope, '2026-08-01')
    expect(await promiseForPolicy(scope, slug, { ...promise, place: 'region:14.72' })).toMatchObject({
      issues: { place: 'unknown' },
    })
    expect(await promiseForPolicy(scope, slug, { ...promise, dueOn: '2026-11-21' })).toMatchObject({
      issues: { dueOn: 'before-today' },
    })
  })
})
