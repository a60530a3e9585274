import { expect, test } from 'vitest'
import { lastSeq, listMovedTags } from '#server/ledger/feed.ts'
import { surveyReceiptCode } from '#server/ledger/receipts.ts'
import { lookUp } from '#server/ledger/trace.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'

onEachEngine('feed', (database) => {
  const record = (acts: { kind: string; subject: string }[]) =>
    transaction(scopeOf(database()), async (scope) => acts.forEach((act) => scope.record({ ...act, fields: {} })))

  test('of an empty ledger has moved nothing', async () => {
    expect(await listMovedTags(database().db, 0)).toEqual({ seq: 0, tags: [] })
    expect(await lastSeq(database().db)).toBe(0)
  })
  test('names module and subject of each entry once, behind the one that was read last', async () => {
    await record([
      { kind: 'survey.opened', subject: 'a' },
      { kind: 'survey.batch.sealed', subject: 'a' },
    ])
    const first = await listMovedTags(database().db, 0)
    expect(first).toEqual({ seq: 2, tags: ['survey', 'a', 'ledger'] })
    await record([{ kind: 'directory.changed', subject: 'b' }])
    expect(await listMovedTags(database().db, first.seq)).toEqual({ seq: 3, tags: ['directory', 'b', 'ledger'] })
    expect(await listMovedTags(database().db, 3)).toEqual({ seq: 3, tags: [] })
  })
  test('is read to its end, however far behind the reader is', async () => {
    await record(Array.from({ length: 2100 }, (_, index) => ({ kind: 'survey.changed', subject: `${index}` })))
    const { seq, tags } = await listMovedTags(database().db, 3)
    expect([seq, tags.length]).toEqual([await lastSeq(database().db), 2102])
  })
})

onEachEngine('look-up', (database) => {
  test.each(['', 'not a code', surveyReceiptCode('no survey', 'no key'), `X${'0'.repeat(15)}0`])(
    'finds nothing behind %j',
    async (code) => {
      expect(await lookUp(scopeOf(database()), code)).toBeUndefined()
    },
  )
})
