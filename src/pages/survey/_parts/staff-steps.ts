/** Which steps a survey can take next, and for whom. The use cases check again when a step is taken. */
import { may, type Action, type Actor, type Place } from '#server/access.ts'
import type { StaffState } from '#server/survey/lists.ts'
import type { SurveyView } from '#server/survey/surveys.ts'

export const STEPS = ['change', 'open', 'hand-in', 'publish', 'correct', 'withdraw'] as const
export type Step = (typeof STEPS)[number]

const ACTION_OF: Record<Step, Action> = {
  change: 'survey.draft',
  open: 'survey.draft',
  'hand-in': 'survey.hand-in',
  publish: 'survey.publish',
  correct: 'survey.publish',
  withdraw: 'survey.publish',
}

/** The steps open to this actor now, the one that moves the survey on first. */
export function stepsFor(survey: SurveyView, actor: Actor | null, place: Place): Step[] {
  return stepsOf(survey).filter((step) => {
    const ownWork = ACTION_OF[step] === 'survey.publish' && isOwnWork(survey, actor)
    return may(actor, ACTION_OF[step], place) && !ownWork
  })
}

function stepsOf({ state, handedIn }: SurveyView): Step[] {
  switch (state) {
    case 'draft':
      return ['open', 'change']
    case 'scheduled':
    case 'open':
      return ['change']
    case 'closed':
      return handedIn ? ['publish'] : ['hand-in', 'change']
    case 'published':
      return ['correct', 'withdraw']
    case 'withdrawn':
      return []
  }
}

/** Who drew a survey up or handed it in can't publish it. */
export function isOwnWork({ staff }: SurveyView, actor: Actor | null): boolean {
  return actor !== null && (actor.accountId === staff?.createdBy || actor.accountId === staff?.handedInBy)
}

/** The state as staff name it: what was handed in waits for its publisher. */
export function staffState({ state, handedIn }: Pick<SurveyView, 'state' | 'handedIn'>): StaffState {
  return state === 'closed' && handedIn ? 'handed-in' : state
}

export function mayImport(survey: SurveyView, actor: Actor | null, place: Place): boolean {
  return survey.openedAt !== null && !survey.handedIn && may(actor, 'survey.import', place)
}

/** Sheets of paper: from opening until hand-in. */
export function mayEnter(survey: SurveyView, actor: Actor | null, place: Place): boolean {
  return survey.openedAt !== null && !survey.handedIn && may(actor, 'survey.enter', place)
}
