/** Takes the step that a posted form asks for. Irreversible ones want their box ticked first. */
import type { Issues } from '#server/forms.ts'
import type { Scope } from '#server/scope.ts'
import { correct, handIn, publish, withdraw } from '#server/survey/publication.ts'
import { changeSurvey, openSurvey, type SurveyView } from '#server/survey/surveys.ts'
import type { Step } from './staff-steps.ts'

type Values = Record<string, string>
type Taken = { ok: true } | { ok: false; issues: Issues }

/** @throws Refused as the use cases do */
export async function takeStep(scope: Scope, survey: SurveyView, step: Step, values: Values): Promise<Taken> {
  const { slug } = survey
  if (step === 'change') return changeSurvey(scope, slug, changeOf(survey, values) as never)
  if (values.sure !== '1') return { ok: false, issues: { sure: 'confirm' } }
  const { reason = '', served = '', note = '' } = values
  if (step === 'open') await openSurvey(scope, slug)
  else if (step === 'hand-in') await handIn(scope, slug)
  else if (step === 'publish') return publish(scope, slug, { reason })
  else if (step === 'correct') return correct(scope, slug, { reason, served, note })
  else return withdraw(scope, slug, { reason })
  return { ok: true }
}

/** An unticked box sends nothing: in a draft that means no. */
function changeOf({ openedAt }: SurveyView, values: Values): Values {
  const { lastDay = '', served = '', note = '' } = values
  return openedAt ? { lastDay, served, note } : { ...values, showWhileOpen: values.showWhileOpen ?? '' }
}
