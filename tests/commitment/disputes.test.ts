/** "This isn't done": by anyone, of what is said to be done, answered by its owner; both in public. */
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { answerDispute, disputeCommitment } from '#server/commitment/disputes.ts'
import { getCommitment } from '#server/commitment/commitments.ts'
import { listCommitments } from '#server/commitment/lists.ts'
import { takeStep } from '#server/commitment/steps.ts'
import { eraseOwnWords, findOwnWords } from '#server/consultation/own-erasure.ts'
import { granted } from '#server/demo/fill-places.ts'
import { lookUp } from '#server/ledger/trace.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { judge } from '#server/moderation/judging.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { rowVerifiers } from '#server/verifiers.ts'
import { actorWith } from '../directory/actors.ts'
import { settleClinic } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { CODE, NOW, officerAt, promise } from './world.ts'

const KEY = 'sebuah-kunci-acak-yang-panjang-1'
const REASON = 'Papan nomornya ada, tetapi mesinnya mati sejak Senin.'
const evidence = { evidenceText: 'Nomor antrean terpasang.', evidenceUrl: 'https://contoh.go.id/foto' }

onEachEngine('who says that a commitment is not done', (database) => {
  let officer: Scope
  beforeAll(async () => {
    await settleClinic(database())
    officer = officerAt(database())
  })
  const anyone = () => scopeOf(database(), { now: NOW })
  async function done(): Promise<string> {
    const { slug } = await promise(officer)
    granted(await takeStep(officer, slug, { step: 'done', ...evidence }))
    return slug
  }
  const say = (slug: string, reason = REASON, key = KEY) => disputeCommitment(anyone(), slug, { reason }, { key })
  async function said(slug: string, reason = REASON, key = KEY) {
    const outcome = await say(slug, reason, key)
    if (outcome.kind !== 'received') throw new Error(JSON.stringify(outcome))
    return outcome
  }

  test('is heard at once, waits in sight, and can follow it by a receipt', async () => {
    const slug = await done()
    const { receipt, number, state } = await said(slug)
    expect({ number, state }).toEqual({ number: 1, state: 'shown' })
    const view = await getCommitment(anyone(), slug)
    expect(view.waiting).toEqual({ count: 1, since: '2026-11-22' })
    expect(view.disputes).toMatchObject([{ number: 1, reason: REASON, waits: true, answer: null }])
    const listed = (await listCommitments(anyone(), { status: 'disputed' })).items
    expect(listed.map((one) => one.slug)).toEqual([slug])
    expect(await lookUp(anyone(), receipt)).toMatchObject({
      kind: 'commitment-dispute',
      page: 'commitment',
      steps: [{ what: 'dispute-received' }, { what: 'stance-shown' }],
    })
  })

  test('is kept once under a key, whatever happens meanwhile', async () => {
    const slug = await done()
    const first = await said(slug)
    expect(await say(slug, `${REASON} Sungguh.`)).toMatchObject({ reason: 'other-body', receipt: first.receipt })
    granted(await answerDispute(officer, slug, 1, { answer: 'Mesinnya kami perbaiki.', again: true }))
    expect(await say(slug)).toMatchObject({ kind: 'received', receipt: first.receipt, number: 1 })
    expect((await getCommitment(anyone(), slug)).disputes).toHaveLength(1)
  })

  test.each([
    ['nothing', '', 'required'],
    ['too little', 'Belum', 'too-short'],
    ['too much', 'a'.repeat(1001), 'too-long'],
  ])('must give a reason: %s is refused', async (_, reason, issue) => {
    expect(await say(await done(), reason)).toMatchObject({ kind: 'invalid', issues: { reason: issue } })
  })
  test('speaks of what is said to be done alone, with a key that nobody guesses', async () => {
    const { slug } = await promise(officer)
    expect(await say(slug)).toEqual({ kind: 'refused', reason: 'not-done' })
    expect(await say(slug, REASON, 'pendek')).toEqual({ kind: 'refused', reason: 'bad-key' })
    await expect(say('tiada')).rejects.toMatchObject({ code: 'not-found' })
  })
  test('gets numbers one after the other, also when many come at once', async () => {
    const slug = await done()
    const numbers = await Promise.all([1, 2, 3, 4].map(async (i) => (await said(slug, REASON, `${KEY}-${i}`)).number))
    expect(numbers.sort()).toEqual([1, 2, 3, 4])
  })

  describe('is answered', () => {
    test('by the owner alone, once, in public', async () => {
      const slug = await done()
      const { receipt } = await said(slug)
      const answer = 'Mesinnya sudah menyala lagi sejak Selasa.'
      const foreign = scopeOf(database(), { actor: actorWith('officer', 'region', '14.72'), now: NOW })
      for (const scope of [anyone(), foreign])
        await expect(answerDispute(scope, slug, 1, { answer })).rejects.toMatchObject({ code: 'forbidden' })
      expect(await answerDispute(officer, slug, 1, { answer: 'Sudah' })).toMatchObject({
        ok: false,
        issues: { answer: 'too-short' },
      })
      const { commitment } = granted(await answerDispute(officer, slug, 1, { answer }))
      expect(commitment).toMatchObject({ status: 'done', waiting: null, disputes: [{ answer, waits: false }] })
      await expect(answerDispute(officer, slug, 1, { answer })).rejects.toMatchObject({ reason: 'dispute-answered' })
      await expect(answerDispute(officer, slug, 2, { answer })).rejects.toMatchObject({ code: 'not-found' })
      const trace = await lookUp(anyone(), receipt)
      expect(trace?.steps.at(-1)).toEqual({ date: '2026-11-22', what: 'dispute-answered', values: {} })
    })
    test('by taking the work up again, with the answer as its reason', async () => {
      const slug = await done()
      await said(slug)
      await said(slug, REASON, `${KEY}-dua`)
      const answer = 'Benar, mesinnya rusak. Kami ganti.'
      const { commitment } = granted(await answerDispute(officer, slug, 1, { answer, again: true }))
      expect(commitment).toMatchObject({ status: 'running', waiting: { count: 1 } })
      expect(commitment.events.at(-1)).toMatchObject({ kind: 'running', reason: answer })
      const twice = answerDispute(officer, slug, 2, { answer, again: true })
      await expect(twice).rejects.toMatchObject({ reason: 'commitment-step' })
      expect((await getCommitment(anyone(), slug)).disputes[1]).toMatchObject({ answer: null, waits: true })
      granted(await answerDispute(officer, slug, 2, { answer }))
    })
  })

  test('waits for nobody any more once a moderator has hidden it, or its writer erased it', async () => {
    const slug = await done()
    await said(slug)
    const { receipt } = await said(slug, 'Tulisan kedua yang akan dihapus.', `${KEY}-dua`)
    const textId = (await getCommitment(anyone(), slug)).disputes[0]?.textId ?? ''
    const moderator = scopeOf(database(), { actor: actorWith('moderator', 'region', CODE), now: NOW })
    granted(await judge(moderator, textId, { act: 'hide', reason: 'insult', note: 'Menghina petugas.' }))
    expect(await findOwnWords(anyone(), receipt)).toMatchObject({ kind: 'commitment-dispute', goes: ['reason'] })
    await eraseOwnWords(anyone(), receipt)
    expect(await getCommitment(anyone(), slug)).toMatchObject({
      waiting: null,
      disputes: [
        { reason: null, state: 'hidden', waits: false },
        { reason: null, state: 'erased', waits: false },
      ],
    })
    expect(JSON.stringify(await database().db.selectFrom('entryField').selectAll().execute())).not.toContain(
      'Tulisan kedua',
    )
    expect((await lookUp(anyone(), receipt))?.steps[1]).toMatchObject({ what: 'stance-erased' })
  })

  test('is verified: what was said or answered behind the portal’s back is named', async () => {
    const verify = () => runVerifiers(database().db, rowVerifiers({}))
    expect(await verify()).toMatchObject({ fits: true })
    const { id } = await database()
      .db.selectFrom('commitmentDispute')
      .select('id')
      .where('answer', 'is not', null)
      .executeTakeFirstOrThrow()
    const spoil = (column: string, value: string) =>
      sql`update commitment_dispute set ${sql.ref(column)} = ${value} where id = ${id}`.execute(database().db)
    const before = await database()
      .db.selectFrom('commitmentDispute')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    for (const column of ['reason', 'answer'] as const) {
      await spoil(column, 'Lain sekali bunyinya.')
      expect(await verify()).toMatchObject({ fits: false, problem: { kind: 'commitment', what: 'dispute-changed' } })
      await spoil(column, before[column] ?? '')
    }
    await sql`update commitment set cost = 'Rp 1'`.execute(database().db)
    expect(await verify()).toMatchObject({ problem: { what: 'commitment-changed' } })
    await sql`update commitment set cost = null`.execute(database().db)
    await sql`delete from commitment_dispute where id = ${id}`.execute(database().db)
    expect(await verify()).toMatchObject({ problem: { what: 'dispute-missing' } })
  })
})
