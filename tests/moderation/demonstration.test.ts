import { beforeAll, expect, test } from 'vitest'
import { fillModeration } from '#server/demo/fill-moderation.ts'
import { getFigures, listDecisions } from '#server/moderation/figures.ts'
import { listQueue } from '#server/moderation/queue.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { scopeOf } from '#server/scope.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { openDraft } from '../consultation/open-draft.ts'
import { actorWith } from '../directory/actors.ts'
import { settleClinic } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'

onEachEngine('moderation in the demonstration', (database) => {
  beforeAll(async () => {
    const { unit } = await settleClinic(database())
    const { slug } = await openDraft(database(), { unit: unit.slug, officer: actorWith('officer', 'portal') })
    await fillModeration(database(), slug, new Date(Date.now() - 86_400_000))
  })

  test('shows each kind of decision, one of them reversed, and one text that waits', async () => {
    const { items } = await listDecisions(scopeOf(database()))
    expect(items.map(({ what }) => what).sort()).toEqual(['hidden', 'hidden', 'masked', 'reversed', 'shown'])
    const moderator = scopeOf(database(), { actor: actorWith('moderator', 'portal') })
    expect((await listQueue(moderator, {})).counts).toEqual({ held: 0, report: 1, review: 0 })
    const months = await getFigures(scopeOf(database()))
    const sum = (name: 'reports' | 'held' | 'reversed') => months.reduce((total, month) => total + month[name], 0)
    expect([sum('reports'), sum('held'), sum('reversed')]).toEqual([4, 1, 1])
  })

  test('verifies', async () => {
    expect(await runVerifiers(database().db, rowVerifiers({}))).toMatchObject({ fits: true })
  })
})
