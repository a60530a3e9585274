/** The rules of order of a meeting: copied from a region's template when it is drawn up, and frozen with it. Pure. */
import type { Ladder } from './quorum.ts'
import type { Standing } from './standing.ts'

/** How many of the entitled who are present a vote takes. */
export type Majority = 'half-plus-one' | 'two-thirds'

export interface RulesOfOrder {
  name: string
  /** What they rest on, e.g. a village regulation. */
  basis: string | null
  entitled: Standing[]
  ladder: Ladder
  majority: Majority
  /** Whole days, in the region's zone, in which those who were present may correct the minutes. */
  correctionDays: number
  /** Who signs the record, by office. */
  signers: string[]
  /** Keys of the stakeholder groups that must be among the invited. Left out in rules that ask for none. */
  groups?: string[]
  /** Anybody may register until so many whole days before the day. Left out: nobody registers. */
  registrationDays?: number
}
