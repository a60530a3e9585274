import { beforeAll, describe, expect, test } from 'vitest'
import { listEntries } from '#server/ledger/entries.ts'
import { lastArrivals, voidArrival } from '#server/musyawarah/attendance.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import { listHallProposals, listMeetingDecisions, listPublicProposals } from '#server/musyawarah/course.ts'
import {
  agree,
  amendText,
  answerDecisionObjection,
  enterVote,
  objectTo,
  putText,
  stateFailure,
} from '#server/musyawarah/decisions.ts'
import { getMeeting } from '#server/musyawarah/meetings.ts'
import { addProposal, settleProposal, writePoint } from '#server/musyawarah/minutes.ts'
import { settleProposals } from '#server/musyawarah/settling.ts'
import { onEachEngine } from '../support/engines.ts'
import { actor, makeWorld, type World } from '../survey/world.ts'
import { opened } from './hall.ts'
import { done, hoursLater, MORNING, officerOf } from './world.ts'

const STATEMENT = 'Dua kelompok tetap menghendaki tempat yang berbeda.'

onEachEngine('the course of a meeting', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const hall = (now = MORNING) => officerOf(world, now)
  const anyone = () => world.as(null, MORNING)
  const put = async (slug: string, text = 'Desa mendahulukan jalan dusun dua.') =>
    done(await putText(hall(), slug, { text })).id
  const decisionsOf = async (slug: string) => listMeetingDecisions(hall(), (await getMeeting(hall(), slug)).id)
  /** Objects, and says with what answer. */
  async function objected(slug: string, id: string, { withdrawn = false } = {}) {
    done(await objectTo(hall(), slug, id, { who: 'Kelompok tani', reason: 'Jalan itu sudah diperbaiki.' }))
    const objection = (await decisionsOf(slug)).at(-1)?.rounds.at(-1)?.objections.at(-1)
    done(await answerDecisionObjection(hall(), slug, objection?.id ?? '', { answer: 'Baru separuhnya.', withdrawn }))
  }
  const votes = (inFavour: number, against: number, rest = 0) => ({
    way: 'secret' as const,
    inFavour: String(inFavour),
    against: String(against),
    abstained: String(rest),
    spoilt: '0',
  })

  describe('a proposal', () => {
    test('is numbered, ends in exactly one outcome, and its proposer is named to staff alone', async () => {
      const { slug, id } = await opened(world)
      const said = { text: 'Pelatihan komputer', proposer: 'Siti', group: 'residents', place: 'Balai desa' }
      expect(done(await addProposal(hall(), slug, said)).number).toBe(1)
      expect(done(await addProposal(hall(), slug, { text: 'Sumur bor' })).number).toBe(2)
      const [first] = await listHallProposals(hall(), id)
      const settle = (input: object) => settleProposal(hall(), slug, first?.id ?? '', input as never)
      expect(await settle({ outcome: 'reserve' })).toMatchObject({ issues: { outcomeNote: 'required' } })
      expect(await settle({ outcome: 'nanti' })).toMatchObject({ issues: { outcome: 'choose' } })
      expect(await settle({ outcome: 'accepted', decision: 'tidak-ada' })).toMatchObject({
        issues: { decision: 'unknown' },
      })
      done(await settle({ outcome: 'reserve', outcomeNote: 'Bila ada sisa anggaran.' }))
      done(await settle({ outcome: 'accepted' }))
      const shown = await listPublicProposals(anyone(), id)
      expect(shown).toMatchObject([{ outcome: 'accepted', outcomeNote: null }, { outcome: null }])
      expect(JSON.stringify(shown)).not.toContain('Siti')
    })

    test('of many is settled at once, or none of them is', async () => {
      const { slug, id } = await opened(world)
      const ids: string[] = []
      for (let i = 0; i < 25; i++) ids.push(done(await addProposal(hall(), slug, { text: `Usulan ${i}` })).id)
      const accepted = ids.map((proposal) => ({ proposal, outcome: 'accepted' as const }))
      const settle = (outcomes: object[]) => settleProposals(hall(), slug, { outcomes } as never)
      const outcomesNow = async () => (await listHallProposals(hall(), id)).map(({ outcome }) => outcome)
      expect(await settle([])).toMatchObject({ issues: { outcomes: 'choose' } })
      expect(await settle([...accepted, { proposal: ids[0], outcome: 'reserve' }])).toMatchObject({
        issues: { 'outcomes.25.outcomeNote': 'required' },
      })
      expect(await settle([...accepted, { proposal: 'tiada', outcome: 'accepted' }])).toMatchObject({
        issues: { 'outcomes.25.proposal': 'unknown' },
      })
      const decision = await put(slug)
      expect(await settle(accepted.map((one) => ({ ...one, decision })))).toMatchObject({
        issues: { 'outcomes.0.decision': 'unsettled' },
      })
      expect(new Set(await outcomesNow())).toEqual(new Set([null]))
      done(await settle(accepted))
      expect(new Set(await outcomesNow())).toEqual(new Set(['accepted']))
    })

    test('names a decision only when that is settled', async () => {
      const { slug, id } = await opened(world)
      done(await addProposal(hall(), slug, { text: 'Sumur bor' }))
      const [proposal] = await listHallProposals(hall(), id)
      const decision = await put(slug)
      const settle = () => settleProposal(hall(), slug, proposal?.id ?? '', { outcome: 'accepted', decision })
      expect(await settle()).toMatchObject({ issues: { decision: 'unsettled' } })
      done(await agree(hall(), slug, decision))
      done(await settle())
    })
  })

  describe('a decision', () => {
    test('is agreed by acclamation in one act, and is in the ledger', async () => {
      const { slug, id } = await opened(world)
      const decision = await put(slug)
      expect(await putText(hall(), slug, { text: 'Yang lain' })).toMatchObject({ issues: { form: 'one-at-a-time' } })
      done(await agree(hall(), slug, decision))
      expect(await decisionsOf(slug)).toMatchObject([{ number: 1, state: 'agreed', entitled: 9, vote: null }])
      expect((await listEntries(anyone(), { subject: id })).items[0]?.kind).toBe('musyawarah.decided')
      expect(await agree(hall(), slug, decision)).toMatchObject({ issues: { form: 'settled' } })
    })

    test('with an objection is answered, amended and put again', async () => {
      const { slug } = await opened(world)
      const decision = await put(slug)
      done(await objectTo(hall(), slug, decision, { who: 'Kelompok tani', reason: 'Sudah diperbaiki.' }))
      expect(await agree(hall(), slug, decision)).toMatchObject({ issues: { form: 'objections-stand' } })
      const amend = () => amendText(hall(), slug, decision, { text: 'Desa mendahulukan jalan dusun tiga.' })
      expect(await amend()).toMatchObject({ issues: { form: 'unanswered' } })
      const objection = (await decisionsOf(slug))[0]?.rounds[0]?.objections[0]
      done(await answerDecisionObjection(hall(), slug, objection?.id ?? '', { answer: 'Benar, maka dipindah.' }))
      done(await amend())
      done(await agree(hall(), slug, decision))
      expect(await decisionsOf(slug)).toMatchObject([
        {
          state: 'agreed',
          rounds: [{ objections: [{ answer: 'Benar, maka dipindah.' }] }, { round: 2, objections: [] }],
        },
      ])
      const again = { answer: 'Terlambat.' }
      const late = await answerDecisionObjection(hall(), slug, objection?.id ?? '', again)
      expect(late).toMatchObject({ issues: { form: 'settled' } })
    })

    test('is agreed when its objections were withdrawn', async () => {
      const { slug } = await opened(world)
      const decision = await put(slug)
      await objected(slug, decision, { withdrawn: true })
      done(await agree(hall(), slug, decision))
    })

    test('is voted on only after a written statement that consensus failed', async () => {
      const { slug, id } = await opened(world)
      const decision = await put(slug)
      expect(await enterVote(hall(), slug, decision, votes(6, 3))).toMatchObject({
        issues: { form: 'consensus-first' },
      })
      const fail = (statement: string) => stateFailure(hall(), slug, decision, { statement })
      expect(await fail(STATEMENT)).toMatchObject({ issues: { form: 'nobody-objects' } })
      await objected(slug, decision)
      expect(await fail('Gagal.')).toMatchObject({ issues: { statement: 'statement' } })
      done(await fail(STATEMENT))
      expect(await agree(hall(), slug, decision)).toMatchObject({ issues: { form: 'settled' } })
      expect(await enterVote(hall(), slug, decision, votes(7, 3))).toMatchObject({ issues: { inFavour: 'more-votes' } })
      expect(await enterVote(hall(), slug, decision, votes(0, 0))).toMatchObject({ issues: { inFavour: 'no-votes' } })
      const sheet = { name: 'hitung.html', bytes: new TextEncoder().encode('<html></html>') }
      expect(await enterVote(hall(), slug, decision, votes(5, 4), sheet)).toMatchObject({
        issues: { sheet: 'file-kind' },
      })
      done(await enterVote(hall(), slug, decision, votes(5, 3, 1)))
      expect(await decisionsOf(slug)).toMatchObject([
        { state: 'passed', failedStatement: STATEMENT, vote: { inFavour: 5, needed: 5, entitled: 9, way: 'secret' } },
      ])
      const kinds = (await listEntries(anyone(), { subject: id })).items.map(({ kind }) => kind)
      expect(kinds.slice(0, 2)).toEqual(['musyawarah.decided', 'musyawarah.consensus-failed'])
    })

    test('is not taken below the quorum, though the meeting was opened with it', async () => {
      const { slug, id } = await opened(world)
      const decision = await put(slug)
      const present = await lastArrivals(hall(), slug, 9)
      for (const { id: arrival } of present) {
        await voidArrival(hall(), slug, arrival, { reason: 'Tercatat keliru.' })
      }
      expect(await agree(hall(), slug, decision)).toMatchObject({ issues: { form: 'below-quorum' } })
      await objected(slug, decision)
      done(await stateFailure(hall(), slug, decision, { statement: STATEMENT }))
      expect(await enterVote(hall(), slug, decision, votes(1, 0))).toMatchObject({ issues: { form: 'below-quorum' } })
      expect((await listMeetingDecisions(hall(), id))[0]?.state).toBe('failed')
    })

    test('falls short of half plus one and is not passed', async () => {
      const { slug } = await opened(world)
      const decision = await put(slug)
      await objected(slug, decision)
      done(await stateFailure(hall(), slug, decision, { statement: STATEMENT }))
      done(await enterVote(hall(), slug, decision, votes(4, 3, 2)))
      expect(await decisionsOf(slug)).toMatchObject([{ state: 'rejected' }])
    })
  })

  describe('closing', () => {
    test('waits for every proposal and every text, and then nothing changes', async () => {
      const { slug, id } = await opened(world)
      done(await addProposal(hall(), slug, { text: 'Sumur bor' }))
      const decision = await put(slug)
      const closing = await closeMeeting(hall(), slug)
      expect(closing).toMatchObject({ ok: false, issues: { proposals: 'undecided', decisions: 'unsettled' } })
      done(await agree(hall(), slug, decision))
      const [proposal] = await listHallProposals(hall(), id)
      done(await settleProposal(hall(), slug, proposal?.id ?? '', { outcome: 'accepted' }))
      done(await closeMeeting(hall(), slug))
      expect(await getMeeting(anyone(), slug)).toMatchObject({ state: 'held' })
      await expect(addProposal(hall(), slug, { text: 'Lagi' })).rejects.toMatchObject({ reason: 'meeting-closed' })
      await expect(put(slug)).rejects.toMatchObject({ reason: 'meeting-closed' })
    })

    test('is followed by the draft minutes and a window for corrections', async () => {
      const { slug, agenda } = await opened(world)
      await expect(sendMinutes(hall(), slug)).rejects.toMatchObject({ reason: 'meeting-not-closed' })
      done(await closeMeeting(hall(), slug))
      const item = agenda[0]?.id ?? ''
      done(await writePoint(hall(), slug, { item, text: 'Dilengkapi sesudah rapat.' }))
      const { until } = await sendMinutes(hall(hoursLater(5)), slug)
      expect(until).toBe('2026-07-13T17:00:00.000Z')
      expect(await getMeeting(anyone(), slug)).toMatchObject({ state: 'correction', correctionsUntil: until })
      expect(await getMeeting(world.as(null, new Date(until)), slug)).toMatchObject({ state: 'held' })
      await expect(writePoint(hall(), slug, { item, text: 'Lagi.' })).rejects.toMatchObject({
        reason: 'meeting-minutes-sent',
      })
      const moderator = world.as(actor('moderator', 'region', world.regionCode), MORNING)
      await expect(sendMinutes(moderator, slug)).rejects.toMatchObject({ reason: 'meeting-minutes-sent' })
    })
  })
})
