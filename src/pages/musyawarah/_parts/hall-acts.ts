/** Takes the step that a posted form in the hall asks for. */
import type { GivenFile } from '#server/files.ts'
import type { Issues } from '#server/forms.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import {
  agree,
  amendText,
  answerDecisionObjection,
  enterVote,
  objectTo,
  putText,
  stateFailure,
} from '#server/musyawarah/decisions.ts'
import { handInSheet } from '#server/musyawarah/hall-files.ts'
import { keyOfForm } from '#server/musyawarah/once.ts'
import { openMeeting, postponeMeeting } from '#server/musyawarah/opening.ts'
import type { Scope } from '#server/scope.ts'

export const HALL_STEPS = [
  ...(['open', 'postpone', 'put', 'object', 'answer', 'amend', 'agree', 'fail', 'vote', 'sheet'] as const),
  ...(['close', 'send'] as const),
]
export type HallStep = (typeof HALL_STEPS)[number]

/** @throws Refused as the use cases do */
export async function takeHallStep(
  scope: Scope,
  slug: string,
  step: HallStep,
  { values, file }: { values: Record<string, string>; file: GivenFile | undefined },
): Promise<{ ok: true } | { ok: false; issues: Issues }> {
  const { decision = '', objection = '' } = values
  const key = keyOfForm(values)
  const given = { ...values, key } as never
  switch (step) {
    case 'open':
      return openMeeting(scope, slug, { key })
    case 'postpone':
      return postponeMeeting(scope, slug, given)
    case 'put':
      return putText(scope, slug, given)
    case 'object':
      return objectTo(scope, slug, decision, given)
    case 'answer':
      return answerDecisionObjection(scope, slug, objection, given)
    case 'amend':
      return amendText(scope, slug, decision, given)
    case 'agree':
      return agree(scope, slug, decision, { key })
    case 'fail':
      return stateFailure(scope, slug, decision, given)
    case 'vote':
      return enterVote(scope, slug, decision, given, file)
    case 'sheet':
      return handInSheet(scope, slug, decision, file)
    case 'close':
      return values.sure === '1' ? closeMeeting(scope, slug, { key }) : { ok: false, issues: { sure: 'confirm' } }
    case 'send':
      await sendMinutes(scope, slug)
      return { ok: true }
  }
}
