import { beforeAll, expect, test } from 'vitest'
import { updateInstitution } from '#db/directory/institutions.ts'
import { updateUnit } from '#db/directory/units.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { verifyDirectory } from '#server/directory/verify.ts'
import { wordsOf } from '#server/words/words.ts'
import { onEachEngine } from '../support/engines.ts'
import { settleClinic, type Place } from './town.ts'

onEachEngine('verification of the directory', (database) => {
  const verified = () => runVerifiers(database().db, [verifyDirectory])
  /** Rows as somebody with the whole database could leave them. */
  const set = (what: 'institution' | 'unit', id: string, change: Record<string, string | null>) =>
    database()
      .db.transaction()
      .execute((db) => (what === 'unit' ? updateUnit : updateInstitution)(db, id, change as never))
  let place: Place
  beforeAll(async () => {
    place = await settleClinic(database())
  })

  test('what was built by acts fits', async () => {
    expect(await verified()).toEqual({ fits: true, problem: null, checked: { places: 3 } })
  })

  const cases: [name: string, change: () => Promise<void>, back: () => Promise<void>, id: string, what: string][] = [
    [
      'a unit that runs below a closed institution',
      () => set('institution', place.clinic.id, { closedAt: '2026-01-01T00:00:00.000Z' }),
      () => set('institution', place.clinic.id, { closedAt: null }),
      'loket-jujuhan',
      'place-open-below-closed',
    ],
    [
      'an institution below itself',
      () => set('institution', place.agency.id, { parentId: place.clinic.id }),
      () => set('institution', place.agency.id, { parentId: null }),
      'dinas-kesehatan',
      'place-circle',
    ],
    [
      'two of the same code',
      async () => {
        await set('institution', place.agency.id, { code: '1' })
        await set('institution', place.clinic.id, { code: '1' })
      },
      () => set('institution', place.clinic.id, { code: null }),
      'puskesmas-jujuhan',
      'place-code-double',
    ],
    [
      'a path that leads elsewhere',
      () => set('institution', place.clinic.id, { path: `${place.clinic.id}/` }),
      () => set('institution', place.clinic.id, { path: place.clinic.path }),
      'puskesmas-jujuhan',
      'place-path',
    ],
  ]

  test.each(cases)('names %s', async (_, change, back, id, what) => {
    await change()
    expect(await verified()).toMatchObject({ fits: false, problem: { kind: 'place', id, what } })
    for (const locale of ['id', 'en'] as const) {
      expect(wordsOf(locale)).toMatchObject({ ledger: { problems: { [what]: expect.any(String) } } })
    }
    await back()
    expect(await verified()).toMatchObject({ fits: true })
  })
})
