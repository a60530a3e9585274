import { beforeAll, expect, test } from 'vitest'
import { newSubmissionKey } from '#server/ids.ts'
import { listEntries } from '#server/ledger/entries.ts'
import { closeMeeting } from '#server/musyawarah/closing.ts'
import { listHallProposals, listMeetingDecisions, listMinutePoints } from '#server/musyawarah/course.ts'
import { agree, amendText, answerDecisionObjection, objectTo, putText } from '#server/musyawarah/decisions.ts'
import { addProposal, settleProposal, writePoint } from '#server/musyawarah/minutes.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { opened } from './hall.ts'
import { done, MORNING, officerOf } from './world.ts'

onEachEngine('an act in the hall under a key of its sender', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const hall = () => officerOf(world, MORNING)
  /** Sends it twice, and hands back what came of both. */
  async function twice<T>(act: () => Promise<T>): Promise<T> {
    const first = await act()
    expect(await act()).toEqual(first)
    return first
  }

  test('is done once and answered alike, also after the meeting was closed', async () => {
    const { slug, id, agenda } = await opened(world)
    const item = agenda[0]?.id ?? ''
    const key = () => newSubmissionKey()
    const [point, proposal, text, objection, answer, amended, agreed, settled, closed] = Array.from({ length: 9 }, key)
    done(await twice(() => writePoint(hall(), slug, { item, text: 'Jalan rusak.', key: point })))
    const made = done(await twice(() => addProposal(hall(), slug, { text: 'Sumur bor', key: proposal })))
    const put = done(await twice(() => putText(hall(), slug, { text: 'Jalan dusun dua didahulukan.', key: text })))
    const said = { who: 'Kelompok tani', reason: 'Sudah diperbaiki.', key: objection }
    const objected = done(await twice(() => objectTo(hall(), slug, put.id, said)))
    done(await twice(() => answerDecisionObjection(hall(), slug, objected.id, { answer: 'Dipindah.', key: answer })))
    done(await twice(() => amendText(hall(), slug, put.id, { text: 'Jalan dusun tiga didahulukan.', key: amended })))
    done(await twice(() => agree(hall(), slug, put.id, { key: agreed })))
    done(await twice(() => settleProposal(hall(), slug, made.id, { outcome: 'accepted', key: settled })))
    done(await twice(() => closeMeeting(hall(), slug, { key: closed })))
    done(await addProposal(hall(), slug, { text: 'Sumur bor', key: proposal }))

    expect(await listMinutePoints(hall(), id)).toHaveLength(1)
    expect(await listHallProposals(hall(), id)).toMatchObject([{ number: 1, outcome: 'accepted' }])
    const [decision, ...others] = await listMeetingDecisions(hall(), id)
    expect(others).toEqual([])
    expect(decision).toMatchObject({ state: 'agreed', rounds: [{ objections: [{ answer: 'Dipindah.' }] }, {}] })
    expect(decision?.rounds).toHaveLength(2)
    const kinds = (await listEntries(hall(), { subject: id })).items.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'musyawarah.decided')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'musyawarah.closed')).toHaveLength(1)
  })

  test('is refused under a key that stands for another', async () => {
    const { slug, id } = await opened(world)
    const key = newSubmissionKey()
    done(await addProposal(hall(), slug, { text: 'Sumur bor', key }))
    expect(await addProposal(hall(), slug, { text: 'Jembatan', key })).toMatchObject({ issues: { key: 'other-body' } })
    expect(await putText(hall(), slug, { text: 'Sumur bor', key })).toMatchObject({ issues: { key: 'other-body' } })
    expect(await listHallProposals(hall(), id)).toHaveLength(1)
  })

  test('that was refused is tried anew under the same key, and a key of another form is none', async () => {
    const { slug } = await opened(world)
    const key = newSubmissionKey()
    const wrong = await addProposal(hall(), slug, { text: 'Sumur bor', group: 'tidak-ada', key })
    expect(wrong).toMatchObject({ issues: { group: 'unknown' } })
    done(await addProposal(hall(), slug, { text: 'Sumur bor', key }))
    const short = await addProposal(hall(), slug, { text: 'Sumur bor', key: 'pendek' })
    expect(short).toMatchObject({ issues: { key: 'bad-key' } })
  })

  test('sent by two at once is done once', async () => {
    const { slug, id } = await opened(world)
    const key = newSubmissionKey()
    const made = await Promise.all(
      Array.from({ length: 5 }, () => addProposal(hall(), slug, { text: 'Sumur bor', key })),
    )
    expect(new Set(made.map((one) => done(one).id)).size).toBe(1)
    expect(await listHallProposals(hall(), id)).toHaveLength(1)
  })
})
