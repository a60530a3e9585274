import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { meetingActs } from '#server/demo/fill-meetings.ts'
import type { ActAs, DemoRegion } from '#server/demo/fill.ts'
import { fillPlaces } from '#server/demo/fill-places.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { listMeetings } from '#server/musyawarah/lists.ts'
import { getRecord } from '#server/musyawarah/record-views.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { scopeOf } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { onEachEngine } from '../support/engines.ts'

const TODAY = new Date('2026-11-22T10:00:00Z')

onEachEngine('the meetings of the demonstration', (database) => {
  test('hold a forum from invitation to signed record, one put off by its ladder, and one to come', async () => {
    const actAs: ActAs = (role, now) => scopeOf(database(), { actor: actorWith(role, 'portal'), now })
    const file = join(import.meta.dirname, '../../server/demo/data/regions.json')
    const regions = JSON.parse(readFileSync(file, 'utf8')) as DemoRegion[]
    const units = await fillPlaces(actAs('admin', new Date('2026-01-01T00:00:00Z')), regions)
    const acts = meetingActs(actAs, units, TODAY)
    for (const { when, act } of acts.toSorted((a, b) => a.when.getTime() - b.when.getTime())) await act(when)
    const anyone = scopeOf(database(), { now: TODAY })
    const { items } = await listMeetings(anyone)
    expect(items.map(({ state }) => state).sort()).toEqual(['planned', 'postponed', 'signed'])
    const slug = items.find(({ state }) => state === 'signed')?.slug ?? ''
    const { record, signed } = await getRecord(anyone, slug)
    expect(signed?.number).toBe('140/21/BA/KEC-KMN')
    expect(record.present.total).toBe(60)
    const outcomes = Map.groupBy(record.proposals, ({ outcome }) => outcome)
    expect([...outcomes].map(([outcome, some]) => [outcome, some.length])).toEqual([
      ['accepted', 14],
      ['reserve', 5],
      ['not-accepted', 6],
    ])
    expect(record.decisions).toMatchObject([
      { state: 'agreed', rounds: [{ objections: [{ withdrawn: 0 }] }, { objections: [] }] },
      { state: 'passed', vote: { inFavour: 41, entitled: 57, needed: 29 } },
    ])
    expect(record.dissents).toHaveLength(1)
    expect(await runVerifiers(database().db, [verifyMeetings])).toMatchObject({ fits: true, checked: { records: 1 } })
  })
})
