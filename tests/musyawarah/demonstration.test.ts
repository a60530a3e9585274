import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { getCommitment } from '#server/commitment/commitments.ts'
import { listCommitments } from '#server/commitment/lists.ts'
import { verifyCommitments } from '#server/commitment/verify.ts'
import { meetingActs } from '#server/demo/fill-meetings.ts'
import type { ActAs, DemoRegion } from '#server/demo/fill.ts'
import { fillPlaces } from '#server/demo/fill-places.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { listMeetings } from '#server/musyawarah/lists.ts'
import { getMeeting } from '#server/musyawarah/meetings.ts'
import { getRecord } from '#server/musyawarah/record-views.ts'
import { verifyMeetings } from '#server/musyawarah/verify.ts'
import { scopeOf } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { onEachEngine } from '../support/engines.ts'

const TODAY = new Date('2026-11-22T10:00:00Z')
const FORUM = 'pelatihan-bagi-asn-kecamatan-kemuning'
const VILLAGE = 'rencana-kerja-desa-kemuning-tua-tahun-depan'

onEachEngine('the meetings of the demonstration', (database) => {
  const anyone = () => scopeOf(database(), { now: TODAY })
  const all = async () => (await listMeetings(anyone(), { limit: 100 })).items
  beforeAll(async () => {
    const actAs: ActAs = (role, now) => scopeOf(database(), { actor: actorWith(role, 'portal'), now })
    const file = join(import.meta.dirname, '../../server/demo/data/regions.json')
    const regions = JSON.parse(readFileSync(file, 'utf8')) as DemoRegion[]
    const units = await fillPlaces(actAs('admin', new Date('2026-01-01T00:00:00Z')), regions)
    const acts = meetingActs(actAs, units, TODAY)
    const due = acts.map(({ when, act }) => ({ act, when: when < TODAY ? when : TODAY }))
    for (const { when, act } of due.toSorted((a, b) => a.when.getTime() - b.when.getTime())) await act(when)
  })

  test('are held in each of the five places, in every state from planned to signed', async () => {
    const meetings = await all()
    expect(new Set(meetings.map(({ region }) => region.slug)).size).toBe(5)
    expect(meetings.map(({ state }) => state).sort()).toEqual([
      'correction',
      'planned',
      'postponed',
      'signed',
      'signed',
      'signed',
    ])
  })

  test('begin and end at hours at which people meet', async () => {
    for (const { slug } of await all()) {
      const { openedAt, closedAt, startsAt } = await getMeeting(anyone(), slug)
      if (!openedAt) continue
      const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000
      expect(minutes(startsAt, openedAt)).toBe(5)
      expect(minutes(openedAt, closedAt ?? '')).toBeGreaterThan(90)
      expect(minutes(openedAt, closedAt ?? '')).toBeLessThan(240)
    }
  })

  test('hold a forum of sixty with twenty-five proposals, a consensus, a vote and a dissent, signed', async () => {
    const { record, signed } = await getRecord(anyone(), FORUM)
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
  })

  test('hold a village council’s deliberation on its yearly plan, from proposals with place and cost to the record', async () => {
    const { record, signed } = await getRecord(anyone(), VILLAGE)
    expect(signed?.number).toBe('04/BPD-KT/BA')
    expect(record.proposals).toHaveLength(9)
    expect(record.proposals.every(({ cost, volume, place }) => cost && volume && place)).toBe(true)
    expect(record.decisions.map(({ state }) => state)).toEqual(['agreed', 'agreed'])
  })

  test('lead to promises: one done with evidence, one late, one deferred for want of budget', async () => {
    const { items } = await listCommitments(anyone(), { limit: 100 })
    const promises = items.filter(({ source }) => source.path === `/musyawarah/${FORUM}`)
    const standing = promises.map(({ status, late }) => `${status}${late ? ', late' : ''}`)
    expect(standing.sort()).toEqual(['deferred', 'done', 'running, late'])
    expect(items).toHaveLength(5)
    const { disputes, waiting } = await getCommitment(anyone(), promises.find(({ status }) => status === 'done')!.slug)
    expect(disputes.map(({ answer }) => answer !== null)).toEqual([true, false])
    expect(waiting).toMatchObject({ count: 1 })
  })

  test('fit what the ledger says of them', async () => {
    expect(await runVerifiers(database().db, [verifyMeetings, verifyCommitments])).toMatchObject({
      fits: true,
      checked: { records: 3, commitments: 5 },
    })
  })
})
