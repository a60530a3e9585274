/** One text in each state that moderation knows, for something to see on its pages. */
import type { OpenDatabase } from '#db/database.ts'
import { granted } from '#server/demo/fill-places.ts'
import { formatCode, receiptHash, surveyReceiptCode } from '#server/ledger/receipts.ts'
import { judge } from '#server/moderation/judging.ts'
import { reportText } from '#server/moderation/reporting.ts'
import { askReview, decideReview } from '#server/moderation/reviews.ts'
import { scopeOf } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { hand } from '../moderation/texts.ts'

const STATES = ['shown', 'held', 'reported', 'hidden', 'masked', 'asked', 'upheld', 'long'] as const
export type ShownTexts = Record<(typeof STATES)[number], { id: string; code: string }>

const LONG = `${'antrean'.repeat(1400)} اختبار طويل 👨‍👩‍👧‍👦`
const HIDE = { act: 'hide', reason: 'insult', note: 'Menyebut nama petugas dengan kata kasar.' } as const

export async function fillTexts(database: OpenDatabase, regionCode: string): Promise<ShownTexts> {
  const anyone = scopeOf(database)
  const as = (name: string) => scopeOf(database, { actor: { ...actorWith('moderator', 'portal'), accountId: name } })
  const codeOf = (state: string) => surveyReceiptCode('contoh', state)
  const take = async (state: (typeof STATES)[number]) => {
    const text = state === 'long' ? LONG : 'Loket sebaiknya buka sampai sore. Hubungi 0812 3456 7890.'
    const author = { receiptHash: receiptHash(codeOf(state)) }
    const { id } = await hand(database, { id: state, text, regionCode, author, before: state === 'held' })
    return [state, { id, code: formatCode(codeOf(state)) }] as const
  }
  const texts = Object.fromEntries(await Promise.all(STATES.map(take))) as ShownTexts
  const report = { reason: 'other', note: 'Tidak ada hubungannya dengan jam layanan.' } as const
  granted(await reportText(anyone, texts.reported.id, report, '10.2.0.1'))
  granted(await reportText(anyone, texts.long.id, { reason: 'advertising' }, '10.2.0.2'))
  granted(await judge(as('satu'), texts.masked.id, { act: 'mask', pieces: '0812 3456 7890', note: 'Nomor orang.' }))
  for (const state of ['hidden', 'asked', 'upheld'] as const) granted(await judge(as('satu'), texts[state].id, HIDE))
  for (const state of ['asked', 'upheld'] as const) {
    granted(await askReview(anyone, codeOf(state), { statement: 'Saya mengkritik loketnya, bukan orangnya.' }))
  }
  granted(await decideReview(as('dua'), texts.upheld.id, { outcome: 'upheld', note: 'Namanya disebut.' }))
  return texts
}
