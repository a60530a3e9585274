/** What is verified of commitments: a row that was changed behind the portal's back is named. */
import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { takeStep } from '#server/commitment/steps.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { settleClinic } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { officerAt, promise, REASON } from './world.ts'

onEachEngine('verifying commitments', (database) => {
  const verify = () => runVerifiers(database().db, rowVerifiers({}))
  let slug = ''
  beforeAll(async () => {
    await settleClinic(database())
    ;({ slug } = await promise(officerAt(database())))
    await takeStep(officerAt(database()), slug, { step: 'deferred', reason: REASON, reasonCode: 'budget' })
  })

  test('all fits as it was made', async () => {
    expect(await verify()).toMatchObject({ fits: true, checked: { commitments: 1 } })
  })
  test.each([
    [
      'commitment-changed',
      `update commitment set due_on = '2030-01-01'`,
      `update commitment set due_on = '2026-12-31'`,
    ],
    [
      'commitment-step',
      `update commitment_event set reason = 'Lain' where number = 2`,
      `update commitment_event set reason = '${REASON}' where number = 2`,
    ],
    ['commitment-events', `delete from commitment_event where number = 2`, ''],
  ])('%s', async (what, spoil, mend) => {
    await sql.raw(spoil).execute(database().db)
    expect(await verify()).toMatchObject({ fits: false, problem: { kind: 'commitment', what } })
    if (mend) await sql.raw(mend).execute(database().db)
  })
  test('commitment-missing', async () => {
    await sql`delete from commitment_event`.execute(database().db)
    await sql`delete from commitment`.execute(database().db)
    expect(await verify()).toMatchObject({ fits: false, problem: { what: 'commitment-missing' } })
  })
})
