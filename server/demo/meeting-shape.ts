/** The shape of the demonstration's meetings, and of what happens at those that are held. */
import type { StepInput } from '../commitment/schema.ts'
import type { ProposalInput } from '../musyawarah/hall-schema.ts'
import type { ProposalOutcome } from '../musyawarah/rules/decisions.ts'
import type { MeetingInput } from '../musyawarah/schema.ts'

export interface DemoMeeting {
  region: string
  /** Name of the unit that it is planned for. */
  unit: string
  plan: Omit<MeetingInput, 'place' | 'day' | 'time'>
  /** Days from today on which it is announced, and held at nine. */
  announced: number
  held: number
  /** What became of it: held, put off by its ladder, or still to come. */
  course: DemoCourse | 'postponed' | 'coming'
  invited: { group: string; standing: 'participant' | 'invited' | 'observer'; people: string[] }[]
}

export interface DemoCourse {
  /** So many of those invited come, and these besides. */
  come: number
  walkIns: string[]
  /** By place on the agenda, from 0. */
  points: { item: number; speaker: string | null; text: string }[]
  decisions: DemoDecision[]
  proposals: { proposal: ProposalInput; outcome: ProposalOutcome; outcomeNote: string | null }[]
  /** Clock of the place, e.g. `11.40`. */
  closed: string
  /** Of the decision with that place in the list, from 0. */
  dissent: { decision: number; who: string; text: string } | null
  /** So many days after it was held; null while the minutes are still being corrected. */
  signed: { after: number; number: string; names: string[] } | null
  promises: DemoMeetingPromise[]
}

export interface DemoDecision {
  item: number
  text: string
  objection: { who: string; reason: string; answer: string } | null
  /** The text as it was agreed after the objection. */
  amended: string | null
  vote: { statement: string; inFavour: number; against: number; abstained: number; spoilt: number } | null
}

/** Promised because of a decision, or with none because of the meeting itself; days from the meeting on. */
export interface DemoMeetingPromise {
  decision: number | null
  after: number
  due: number
  what: string
  why: string
  owner: string
  budget?: string
  steps?: string
  cost?: string
  /** What residents said once it was done, and the owner's answer; one that waits has none. */
  disputes?: { after: number; reason: string; answer: { after: number; text: string } | null }[]
  taken: (Omit<StepInput, 'dueOn'> & { after: number })[]
}
