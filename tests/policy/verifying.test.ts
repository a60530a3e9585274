/** What is verified of policies: a row that was changed behind the portal's back is named. */
import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { runVerifiers } from '#server/ledger/verification.ts'
import { closeEvaluation, openEvaluation, saveEvaluation } from '#server/policy/evaluation.ts'
import { explainPolicy } from '#server/policy/explanation.ts'
import { changePolicy } from '#server/policy/policies.ts'
import { linkSurvey } from '#server/policy/surveys.ts'
import { getPolicy } from '#server/policy/view.ts'
import { draftSurvey, openSurvey } from '#server/survey/surveys.ts'
import { granted } from '#server/demo/fill-places.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { NOW, officerAt } from '../commitment/world.ts'
import { settleClinic } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { policyOf, registerInForce } from './world.ts'

onEachEngine('verifying policies', (database) => {
  const verify = () => runVerifiers(database().db, rowVerifiers({}))
  beforeAll(async () => {
    const { unit } = await settleClinic(database())
    const officer = officerAt(database(), NOW)
    const days = { firstDay: '2026-01-01', lastDay: '2026-06-30', period: 'Semester I 2026' }
    const { survey } = granted(await draftSurvey(officer, { unit: unit.slug, ...days }))
    await openSurvey(officer, survey.slug)
    const slug = await registerInForce(officer, '2026-05-01')
    await changePolicy(officer, slug, policyOf({ title: 'Penanganan keluhan di semua loket' }))
    const stage = { title: 'Menerima', explanation: 'Keluhan dicatat di loket.', watchedBy: null }
    await explainPolicy(officer, slug, { stages: [stage], questions: [] })
    expect(await linkSurvey(officer, slug, { survey: 'tiada', moment: 'before' })).toMatchObject({
      issues: { survey: 'unknown' },
    })
    granted(await linkSurvey(officer, slug, { survey: `/survei/${survey.slug}/hasil`, moment: 'after' }))
    granted(await linkSurvey(officer, slug, { survey: survey.slug, moment: 'before' }))
    await openEvaluation(officer, slug)
    const said = { verdict: 'partly', finding: 'Sebagian keluhan dijawab tepat waktu.' } as const
    granted(await saveEvaluation(officer, slug, said))
    granted(await closeEvaluation(officer, slug, said))
    expect((await getPolicy(officer, slug)).surveys).toMatchObject([{ slug: survey.slug, moment: 'before', ikm: null }])
  })

  test('all fits as it was made', async () => {
    expect(await verify()).toMatchObject({ fits: true, checked: { policies: 1 } })
  })
  test.each([
    ['policy-changed', 'policy', 'title'],
    ['policy-event', 'policy_event', 'legal_number'],
    ['policy-explanation', 'policy_stage', 'explanation'],
    ['policy-surveys', 'policy_survey', 'moment'],
    ['policy-evaluation', 'policy_evaluation', 'finding'],
  ])('%s', async (what, table, column) => {
    const { db } = database()
    await sql.raw(`update ${table} set ${column} = ${column} || 'x' where ${column} is not null`).execute(db)
    expect(await verify()).toMatchObject({ fits: false, problem: { kind: 'policy', what } })
    await sql
      .raw(`update ${table} set ${column} = substr(${column}, 1, length(${column}) - 1) where ${column} is not null`)
      .execute(db)
    expect(await verify()).toMatchObject({ fits: true })
  })
  test('an evaluation taken away, and an event taken away', async () => {
    const { db } = database()
    await sql`delete from policy_evaluation`.execute(db)
    expect(await verify()).toMatchObject({ fits: false, problem: { what: 'policy-evaluation' } })
    await sql`delete from policy_event where number = 2`.execute(db)
    expect(await verify()).toMatchObject({ fits: false, problem: { what: 'policy-events' } })
  })
})
