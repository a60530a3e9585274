/** Shapes of the demonstration's policies. Times are days back from today; days that lie ahead are negative. */
import type { StepInput } from '../commitment/schema.ts'
import type { EventInput, ExplanationInput, PolicyInput } from '../policy/schema.ts'
import type { Verdict } from '#db/policy/tables.ts'

export interface DemoPromise {
  what: string
  why: string
  owner: string
  budget?: string
  /** Name of the unit that it is for; the region as a whole unless given. */
  unit?: string
  back: number
  /** Days from today until it is due; negative: past. */
  due: number
  steps: (Omit<StepInput, 'dueOn'> & { back: number; due?: number; file?: { name: string; text: string } })[]
}

export interface DemoPolicy {
  region: string
  facts: Omit<PolicyInput, 'place'>
  stages: ExplanationInput['stages']
  questions: ExplanationInput['questions']
  from: number
  events: (Omit<EventInput, 'day'> & { back: number })[]
  /** Whose surveys show how things were before and after. */
  unit: string
  promises: DemoPromise[]
  evaluation?: {
    opened: number
    closed: number
    /** When the policy took force. */
    since: number
    verdict: Verdict
    finding: string
    evidenceUrl: string
    promise?: { what: string; why: string; owner: string; due: number }
  }
}

export const enacted = (back: number, legalNumber: string) => ({ kind: 'enacted' as const, back, legalNumber })
export const inForce = (back: number) => ({ kind: 'in-force' as const, back })
