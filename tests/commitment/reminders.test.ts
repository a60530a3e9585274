/** Who keeps commitments hears of promised days by mail, once before and once after; who follows one, of what happens to it. */
import { beforeAll, expect, test } from 'vitest'
import { getCommitmentRow } from '#server/commitment/commitments.ts'
import { answerDispute, disputeCommitment } from '#server/commitment/disputes.ts'
import { listCommitmentNews } from '#server/commitment/news.ts'
import { queueReminders } from '#server/commitment/reminders.ts'
import { momentOf } from '#server/commitment/rules/reminding.ts'
import { takeStep } from '#server/commitment/steps.ts'
import { granted } from '#server/demo/fill-places.ts'
import { confirmFollow, follow } from '#server/notice/following.ts'
import { scopeOf } from '#server/scope.ts'
import { portalAdmin } from '../directory/actors.ts'
import { settleClinic } from '../directory/town.ts'
import { after, member } from '../identity/people.ts'
import { useMailServer } from '../notice/mail-server.ts'
import { linkIn, postVia, sendAt } from '../notice/post.ts'
import { onEachEngine } from '../support/engines.ts'
import { CODE, officerAt, promise, REASON } from './world.ts'

const server = useMailServer()
const DAY = 24 * 60
const evidence = { evidenceText: 'Nomor antrean terpasang.', evidenceUrl: 'https://contoh.go.id/foto' }

test.each([
  ['2026-12-24', 'planned', 'before'],
  ['2026-12-23', 'running', undefined],
  ['2026-12-31', 'running', 'before'],
  ['2027-01-01', 'running', 'after'],
  ['2027-01-01', 'done', undefined],
  ['2027-01-01', 'deferred', undefined],
] as const)('on %s one that is %s and due on 31 December is reminded of: %s', (today, status, moment) => {
  const late = (status === 'running' || status === 'planned') && today > '2026-12-31'
  expect(momentOf({ status, dueOn: '2026-12-31', late }, today)).toBe(moment)
})

onEachEngine('mail about commitments', (database) => {
  const at = (minutes: number) => scopeOf(database(), { now: after(minutes) })
  const officer = (minutes = 0) => officerAt(database(), after(minutes))
  beforeAll(async () => {
    await settleClinic(database())
    const admin = scopeOf(database(), { actor: portalAdmin, now: after(-DAY) })
    const place = { scopeKind: 'region', scopeId: CODE } as const
    await member(admin, database(), { email: 'petugas@contoh.go.id', name: 'Petugas', role: 'officer', ...place })
    await member(admin, database(), { email: 'admin@contoh.go.id', name: 'Admin', role: 'admin', ...place })
  })
  /** What is sent at that minute, after what else waited was sent. */
  async function mailsAt(minutes: number): Promise<{ to: string[]; text: string }[]> {
    const before = server.received.length
    await sendAt(database(), minutes, postVia(server.url))
    return server.received.slice(before).map(({ to, text }) => ({ to: [to].flat(), text }))
  }
  const remindedAt = async (minutes: number) => {
    await queueReminders(at(minutes))
    return mailsAt(minutes)
  }

  test('comes once in the week before and once after, to the officers of the place, all in one', async () => {
    await mailsAt(0)
    const soon = await promise(officer(), { what: 'Menambah kursi tunggu', dueOn: '2026-11-29' })
    await promise(officer(), { what: 'Merapikan arsip lama', dueOn: '2026-11-28' })
    await promise(officer(), { what: 'Membangun ruang laktasi', dueOn: '2027-06-30' })
    const [before, ...others] = await remindedAt(1)
    expect(others).toEqual([])
    expect(before?.to).toEqual(['petugas@contoh.go.id'])
    expect(before?.text).toContain('Menambah kursi tunggu')
    expect(before?.text).toContain('Merapikan arsip lama')
    expect(before?.text).not.toContain('laktasi')
    expect(before?.text).toContain(`/tindak-lanjut/kelola/${soon.slug}`)
    expect(await remindedAt(2)).toEqual([])
    expect(await remindedAt(3 * DAY)).toEqual([])

    granted(await takeStep(officer(4 * DAY), soon.slug, { step: 'done', ...evidence }))
    const [late, ...more] = await remindedAt(9 * DAY)
    expect(more).toEqual([])
    expect(late?.text).toContain('Merapikan arsip lama')
    expect(late?.text).not.toContain('kursi tunggu')
    expect(await remindedAt(10 * DAY)).toEqual([])
  })

  test('comes again for a day that was moved, and never for what was done meanwhile', async () => {
    const { slug } = await promise(officer(), { what: 'Mengecat ruang tunggu', dueOn: '2026-11-25' })
    expect((await remindedAt(1))[0]?.text).toContain('Mengecat ruang tunggu')
    granted(await takeStep(officer(2), slug, { step: 'due-moved', reason: REASON, dueOn: '2026-11-27' }))
    await queueReminders(at(3))
    granted(await takeStep(officer(4), slug, { step: 'done', ...evidence }))
    expect(await mailsAt(5)).toEqual([])
  })

  test('is asked for once by two nodes at once', async () => {
    await promise(officer(), { what: 'Mengganti lampu loket', dueOn: '2026-11-24' })
    const queued = await Promise.all([queueReminders(at(1)), queueReminders(at(1))])
    expect(queued.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await mailsAt(1)).toHaveLength(1)
  })

  test('tells a follower of each step, of what a resident says, and of the answer, without the resident’s words', async () => {
    const { slug } = await promise(officer(), { what: 'Memasang papan alur', dueOn: '2027-06-30' })
    const { id } = await getCommitmentRow(at(0), slug)
    const asked = { email: 'pengikut@contoh.id', address: '10.0.3.1' }
    granted(await follow(at(0), { kind: 'commitment', id }, asked, 'id'))
    const [asking] = await mailsAt(0)
    await confirmFollow(
      at(1),
      linkIn(asking?.text ?? '')
        .split('/')
        .at(-1) ?? '',
    )

    granted(await takeStep(officer(2), slug, { step: 'done', ...evidence }))
    const [done] = await mailsAt(2)
    expect(done).toMatchObject({ to: ['pengikut@contoh.id'] })
    expect(done?.text).toContain('Selesai, dengan bukti')
    expect(done?.text).toContain(`/tindak-lanjut/${slug}`)

    const reason = 'Papannya belum ada di loket desa kami.'
    await disputeCommitment(at(3), slug, { reason }, { key: 'kunci-acak-yang-cukup-panjang' })
    const [said] = await mailsAt(3)
    expect(said?.text).toContain('Seorang warga mengatakan: belum selesai')
    expect(said?.text).not.toContain(reason)

    const answer = 'Papan untuk loket desa dipasang Senin.'
    granted(await answerDispute(officer(4), slug, 1, { answer, again: true }))
    const told = (await mailsAt(4)).map(({ text }) => text).join('\n')
    expect(told).toContain('Penanggung jawab menjawab warga')
    expect(told).toContain(answer)
    expect(told).toContain('Mulai dikerjakan')

    const { entries } = await listCommitmentNews(at(5), slug, 'en')
    expect(entries.map(({ title }) => title).sort()).toEqual([
      'A resident says: not done',
      'Begun',
      'Done, with evidence',
      'Promised',
      'Whoever answers for it has answered a resident',
    ])
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(5)
    expect(JSON.stringify(entries)).not.toContain(reason)
  })
})
