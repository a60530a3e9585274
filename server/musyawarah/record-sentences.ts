/** Sentences on quorum and decisions, as pages and documents say them. */
import type { Locale } from '../paths.ts'
import { formatNumber } from '../words/format.ts'
import { wordsOf } from '../words/words.ts'
import type { DecisionState } from './rules/decisions.ts'
import type { Quorum } from './rules/quorum.ts'

/** Whether it was met, and by which step of the ladder. */
export function quorumText(quorum: Quorum, locale: Locale): string {
  const t = wordsOf(locale).musyawarah.page
  const number = (count: number) => formatNumber(locale, count)
  const met = t.quorumMet(number(quorum.present), number(quorum.invited), number(quorum.needed))
  return `${met} ${t.step(number(quorum.step + 1))}.`
}

interface Decided {
  state: DecisionState
  entitled: number | null
  rounds: { objections: object[] }[]
  vote: {
    way: 'open' | 'secret'
    inFavour: number
    against: number
    abstained: number
    spoilt: number
    needed: number
    entitled: number
  } | null
}

/** How a decision was settled, or how it stands. */
export function decisionText({ state, entitled, rounds, vote }: Decided, locale: Locale): string {
  const t = wordsOf(locale).musyawarahCourse.decisions
  const number = (count: number | null) => formatNumber(locale, count ?? 0)
  if (state === 'agreed') return t.agreed(number(entitled))
  if (vote && (state === 'passed' || state === 'rejected')) {
    const told = {
      inFavour: number(vote.inFavour),
      against: number(vote.against),
      abstained: number(vote.abstained),
      spoilt: number(vote.spoilt),
      needed: number(vote.needed),
      entitled: number(vote.entitled),
    }
    return t[state](t.ways[vote.way], t.tally(told))
  }
  if (state === 'failed') return t.waitsForVote
  return (rounds.at(-1)?.objections.length ?? 0) > 0 ? t.objected : t.put
}
