/**
 * How a decision comes about: a text is put; it is agreed by acclamation, or there are objections, each of which is
 * answered, and an amended text is put. Only after a written statement that consensus failed is there a vote, among the
 * entitled who are present (regulations c: mufakat first, else by those present). Pure.
 */
import type { Majority } from './order.ts'

export const DECISION_STATES = ['put', 'agreed', 'failed', 'passed', 'rejected'] as const
export type DecisionState = (typeof DECISION_STATES)[number]

export interface DecisionSoFar {
  state: DecisionState
  /** Of the text that is before the meeting. */
  objections: readonly { answered: boolean; withdrawn: boolean }[]
}

export type DecisionAct = 'agree' | 'object' | 'amend' | 'fail' | 'vote'

/** Why an act can't be taken now, or undefined. */
export type DecisionIssue = 'settled' | 'consensus-first' | 'unanswered' | 'objections-stand' | 'nobody-objects'

export function decisionIssue(act: DecisionAct, { state, objections }: DecisionSoFar): DecisionIssue | undefined {
  if (isSettled(state)) return 'settled'
  if (act === 'vote') return state === 'failed' ? undefined : 'consensus-first'
  // Once consensus is said in writing to have failed, only a vote decides.
  if (state === 'failed') return 'settled'
  if (act === 'object') return undefined
  if (act === 'agree') return objections.every(({ withdrawn }) => withdrawn) ? undefined : 'objections-stand'
  if (objections.length === 0) return 'nobody-objects'
  return objections.every(({ answered }) => answered) ? undefined : 'unanswered'
}

export function isSettled(state: DecisionState): boolean {
  return state === 'agreed' || state === 'passed' || state === 'rejected'
}

export interface Tally {
  inFavour: number
  against: number
  abstained: number
  /** Papers that say nothing clear. */
  spoilt: number
}

/** The votes that a text needs: of those entitled who are present, whether they vote or not. */
export function votesNeeded(majority: Majority, entitled: number): number {
  return majority === 'two-thirds' ? Math.ceil((entitled * 2) / 3) : Math.floor(entitled / 2) + 1
}

export function votesGiven({ inFavour, against, abstained, spoilt }: Tally): number {
  return inFavour + against + abstained + spoilt
}

/** Never more votes than those entitled who are present; and nobody votes where nobody may. */
export function tallyIssue(tally: Tally, entitled: number): 'no-voters' | 'more-votes' | 'no-votes' | undefined {
  if (entitled === 0) return 'no-voters'
  const given = votesGiven(tally)
  if (given > entitled) return 'more-votes'
  return given === 0 ? 'no-votes' : undefined
}

/** What every proposal ends in: exactly one of them. */
export const PROPOSAL_OUTCOMES = ['accepted', 'not-accepted', 'reserve'] as const
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number]

/** What a meeting can't be closed with. */
export function closingIssues({
  proposals,
  decisions,
}: {
  proposals: readonly { outcome: string | null }[]
  decisions: readonly { state: DecisionState }[]
}): { undecided: number; unsettled: number } {
  return {
    undecided: proposals.filter(({ outcome }) => outcome === null).length,
    unsettled: decisions.filter(({ state }) => !isSettled(state)).length,
  }
}
