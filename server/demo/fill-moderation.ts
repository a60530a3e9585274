/**
 * What readers and moderators did about one consultation of the demonstration: a report that was left as it was, one that
 * waits, a number covered, advertising held and hidden, and a decision that a second moderator reversed.
 */
import type { OpenDatabase } from '#db/database.ts'
import { submitInput } from '../consultation/inputs.ts'
import { newSubmissionKey } from '../ids.ts'
import { parseCode } from '../ledger/receipts.ts'
import { judge } from '../moderation/judging.ts'
import { textOfAuthor } from '../moderation/own-text.ts'
import { reportText } from '../moderation/reporting.ts'
import { askReview, decideReview } from '../moderation/reviews.ts'
import type { ReportReason } from '../moderation/rules/reasons.ts'
import { scopeOf, type Scope } from '../scope.ts'
import { granted } from './fill-places.ts'

const TEXTS = {
  kept: 'Petugas sering istirahat lebih lama dari jadwal. Tolong jadwalnya ditempel di loket.',
  waiting: 'Percuma memberi masukan, yang di kantor itu tidak pernah membaca.',
  covered: 'Antrean lansia belum ada kursi. Tanya saja tetangga saya, Bu Rahma, 0812 0000 1234.',
  advertising: 'Butuh dana cepat? https://contoh.example/1 https://contoh.example/2 https://contoh.example/3',
  reversed: 'Loket tiga pernah menolak berkas saya tanpa alasan. Siapa pun petugasnya, itu tidak boleh terjadi lagi.',
}

/** @param slug of a consultation that takes inputs at that moment */
export async function fillModeration(database: OpenDatabase, slug: string, now: Date): Promise<void> {
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  const anyone = (minutes: number) => scopeOf(database, { now: later(minutes), requestId: 'demo' })
  const moderator = (name: 'satu' | 'dua', minutes: number): Scope => {
    const grants = [{ role: 'moderator' as const, scopeKind: 'portal' as const, scopeId: null }]
    return { ...anyone(minutes), actor: { accountId: `contoh-moderator-${name}`, name: 'Data contoh', grants } }
  }
  const write = async (text: string) => {
    const outcome = await submitInput(anyone(0), slug, { text }, newSubmissionKey())
    const code = outcome.kind === 'received' ? parseCode(outcome.receipt) : undefined
    const own = code && (await textOfAuthor(anyone(0), code))
    if (!code || !own) throw new Error(`Not taken in: ${JSON.stringify(outcome)}`)
    return { id: own.id, code }
  }
  const report = async (id: string, reason: ReportReason, minutes: number) =>
    granted(await reportText(anyone(minutes), id, { reason }, `demo-${reason}`))

  const kept = await write(TEXTS.kept)
  await report(kept.id, 'insult', 30)
  granted(await judge(moderator('satu', 95), kept.id, { act: 'show' }))
  const covered = await write(TEXTS.covered)
  await report(covered.id, 'personal-data', 40)
  const mask = { act: 'mask', pieces: 'Bu Rahma\n0812 0000 1234', note: 'Nama dan nomor orang lain.' } as const
  granted(await judge(moderator('dua', 100), covered.id, mask))
  const advertising = await write(TEXTS.advertising)
  const hide = { act: 'hide', reason: 'advertising', note: 'Tawaran pinjaman, bukan masukan.' } as const
  granted(await judge(moderator('satu', 110), advertising.id, hide))
  await reverse(await write(TEXTS.reversed), { anyone, moderator, report })
  const waiting = await write(TEXTS.waiting)
  await report(waiting.id, 'false-identity', 150)
}

interface Hands {
  anyone: (minutes: number) => Scope
  moderator: (name: 'satu' | 'dua', minutes: number) => Scope
  report: (id: string, reason: ReportReason, minutes: number) => Promise<unknown>
}

async function reverse(text: { id: string; code: string }, { anyone, moderator, report }: Hands): Promise<void> {
  await report(text.id, 'threat', 60)
  const hide = { act: 'hide', reason: 'threat', note: 'Terbaca sebagai ancaman kepada petugas loket.' } as const
  granted(await judge(moderator('satu', 120), text.id, hide))
  const statement = 'Saya tidak mengancam siapa pun. Saya minta alasan penolakan ditulis.'
  granted(await askReview(anyone(240), text.code, { statement }))
  const note = 'Ini permintaan perbaikan layanan, bukan ancaman.'
  granted(await decideReview(moderator('dua', 600), text.id, { outcome: 'reversed', note }))
}
