/** Inputs that wait and say nearly the same (a letter that many people sent), offered as groups. Nothing is grouped by itself. */
import { listInputsByNumber } from '#db/consultation/answered-inputs.ts'
import type { Scope } from '../scope.ts'
import { consultationFor } from './answering-place.ts'
import { beginningOf } from './rules/outcomes.ts'
import { groupSimilar } from './similar-inputs.ts'

/** Of so many inputs that wait the longest: they are compared in a thread of their own. */
const MOST_COMPARED = 20_000
const OFFERS_SHOWN = 20
const NUMBERS_AT_ONCE = 500

export interface BundleOffer {
  /** Made of the words of its first input. */
  title: string
  numbers: number[]
}

/** Those that are in no group yet; the largest offer first. @throws Refused not-found, not-signed-in, forbidden */
export async function offerBundles(scope: Scope, slug: string): Promise<BundleOffer[]> {
  const { id } = await consultationFor(scope, slug, 'consultation.answer')
  const size = { most: MOST_COMPARED, groups: OFFERS_SHOWN, members: NUMBERS_AT_ONCE }
  const numbers = await groupSimilar(scope, id, { open: true, ...size })
  const firsts = await listInputsByNumber(
    scope.db,
    id,
    numbers.map(([first = 0]) => first),
  )
  const texts = new Map(firsts.map(({ number, text }) => [number, text]))
  return numbers.map((some) => ({ title: beginningOf(texts.get(some[0] ?? 0) ?? '', 100), numbers: some }))
}
