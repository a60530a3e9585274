/** Policies and promises of the demonstration, and what it lacks of them: an open evaluation and an open promise. */
import type { OpenDatabase } from '#db/database.ts'
import { addCommitment } from '#server/commitment/commitments.ts'
import { listCommitments } from '#server/commitment/lists.ts'
import { granted } from '#server/demo/fill-places.ts'
import { askingLetter, follow } from '#server/notice/following.ts'
import { openEvaluation } from '#server/policy/evaluation.ts'
import { getPolicyRow } from '#server/policy/policies.ts'
import { scopeOf, transaction, type Scope } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { dayFromNow } from '../support/days.ts'

export const DUMAI_POLICY = 'seleksi-pegawai-terbuka-dengan-pengawas-dari-luar-dan'
export const BUNGO_POLICY = 'keluhan-pelayanan-dijawab-paling-lama-tiga-hari-kerja'
export const DONE_PROMISE = 'mengumumkan-jadwal-dan-hasil-tiap-tahap-seleksi-di-laman'
export const MOVED_PROMISE = 'mengadakan-forum-warga-tiap-tiga-bulan-di-kantor-camat'
export const OPEN_PROMISE = 'memasang-nomor-antrean-di-loket-kota'

export async function fillFollowUp(database: OpenDatabase): Promise<void> {
  const officer = scopeOf(database, { actor: actorWith('officer', 'portal') })
  await openEvaluation(officer, BUNGO_POLICY)
  const promise = {
    place: 'region:14.72',
    what: 'Memasang nomor antrean di loket kota',
    why: 'Warga lama menunggu.',
    owner: 'Disdukcapil',
    dueOn: dayFromNow(30),
    sourceTitle: 'Survei semester ini',
  }
  granted(await addCommitment(officer, promise))
}

/** @returns what the links of the mails end with: of the one that asks, and of those that tell */
export async function followDumai(anyone: Scope): Promise<{ token: string; code: string }> {
  const { id } = await getPolicyRow(anyone, DUMAI_POLICY)
  await follow(anyone, { kind: 'policy', id }, { email: 'warga@contoh.id', address: '10.0.0.1' }, 'id')
  return transaction(anyone, async (within) => {
    const { id: follower } = await within.db.selectFrom('follower').select('id').executeTakeFirstOrThrow()
    const asking = await askingLetter(within, { kind: 'follow', follower, locale: 'id' }, '')
    return { token: /ikuti\/(\S+)/.exec(asking?.text ?? '')?.[1] ?? '', code: follower }
  })
}

/** A survey of the demonstration that has a follow-up plan, some of it done and measured. */
export async function plannedSurvey(anyone: Scope): Promise<string> {
  const { items } = await listCommitments(anyone, { status: 'done', region: 'amplas', limit: 100 })
  const planned = items.find(({ source }) => source.kind === 'survey-element')
  return planned?.source.path.split('/')[2] ?? ''
}
