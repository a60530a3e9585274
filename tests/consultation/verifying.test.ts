/** What verify says of consultations: nothing while they are as they were recorded, and what it is when they aren't. */
import { beforeAll, describe, expect, test } from 'vitest'
import { changeDates } from '#server/consultation/announcing.ts'
import { listNeeds, takeStance } from '#server/consultation/needs.ts'
import { verifyConsultations } from '#server/consultation/verify.ts'
import type { Problem } from '#server/ledger/verification.ts'
import { wordsOf } from '#server/words/words.ts'
import { openTestDatabase, type TestDatabase } from '../support/engines.ts'
import { makeWorld, newKey, type World } from '../survey/world.ts'
import { announced, announcedDraft, done, DRAFT_OPEN, NEED_OPEN, PLAN } from './world.ts'

const TAMPERINGS: [what: string, tamper: (world: World, id: string) => Promise<unknown>][] = [
  [
    'consultation-wording',
    ({ database: { db } }, id) => db.updateTable('consultation').set({ title: 'Lain' }).where('id', '=', id).execute(),
  ],
  [
    'consultation-dates',
    ({ database: { db } }, id) =>
      db.updateTable('consultation').set({ answerBy: '2027-01-01' }).where('id', '=', id).execute(),
  ],
  [
    'version-text',
    ({ database: { db } }) => db.updateTable('blockText').set({ text: 'Lain.' }).where('position', '=', 2).execute(),
  ],
  ['version-note', ({ database: { db } }) => db.updateTable('draftVersion').set({ note: 'Lain' }).execute()],
  ['stance-changed', ({ database: { db } }) => db.updateTable('needStance').set({ stance: 'dispute' }).execute()],
  ['stance-missing', ({ database: { db } }) => db.deleteFrom('needStance').execute()],
]

describe.each(['sqlite', 'postgres'] as const)('verifying consultations (%s)', (engine) => {
  let opened: TestDatabase
  let world: World
  beforeAll(async () => {
    opened = await openTestDatabase(engine)
    world = await makeWorld(opened.database)
    return () => opened.dispose()
  })

  async function problems(): Promise<Problem[]> {
    const found: Problem[] = []
    for await (const problem of verifyConsultations(opened.database.db, () => undefined)) found.push(problem)
    return found
  }

  test('all fits after days were moved, versions published and stances taken', async () => {
    const { slug, id } = await announced(world)
    const [need] = await listNeeds(world.as(null), id)
    await takeStance(world.as(null, NEED_OPEN), slug, need?.id ?? '', { stance: 'support' }, { key: newKey() })
    const move = { ...PLAN, draftUntil: '2026-07-27', reason: 'Banyak warga baru pulang melaut.' }
    done(await changeDates(world.as(world.officer, DRAFT_OPEN), slug, move))
    await announcedDraft(world)
    expect(await problems()).toEqual([])
  })

  test.each(TAMPERINGS)('names %s', async (what, tamper) => {
    const { id, slug } = await announced(world)
    const [need] = await listNeeds(world.as(null), id)
    await takeStance(world.as(null, NEED_OPEN), slug, need?.id ?? '', { stance: 'support' }, { key: newKey() })
    await announcedDraft(world)
    await tamper(world, id)
    expect((await problems()).map((problem) => problem.what)).toContain(what)
    for (const locale of ['id', 'en'] as const) expect(wordsOf(locale).ledger.problems[what]).toBeTypeOf('string')
  })
})
