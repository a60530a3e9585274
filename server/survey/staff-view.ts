/** What those who work with a survey see of it, and how a partial change of a draft is made whole. */
import { may } from '../access.ts'
import { placeOfUnit } from '../directory/place.ts'
import { getUnit } from '../directory/units.ts'
import { Refused } from '../errors.ts'
import type { Outcome } from '../forms.ts'
import type { Scope } from '../scope.ts'
import { getCounts, type Counts } from './counts.ts'
import type { DraftInput, OpenChangeInput } from './schema.ts'
import { changeSurvey, getSurvey, type SurveyView } from './surveys.ts'

export interface StaffSurvey {
  survey: SurveyView
  counts: Counts
}

/** @throws Refused not-found, forbidden */
export async function getStaffSurvey(scope: Scope, slug: string): Promise<StaffSurvey> {
  const survey = await getSurvey(scope, slug)
  if (!may(scope.actor, 'survey.see', placeOfUnit(await getUnit(scope, survey.unit.slug))))
    throw new Refused('forbidden')
  return { survey, counts: await getCounts(scope, slug) }
}

/** Changes what is named and leaves the rest as it is. Issues and refusals: see `changeSurvey`. */
export async function changePart(
  scope: Scope,
  slug: string,
  change: Partial<DraftInput> & OpenChangeInput,
): Promise<Outcome<{ survey: SurveyView }>> {
  const survey = await getSurvey(scope, slug)
  return changeSurvey(scope, slug, survey.openedAt ? change : { ...draftOf(survey), ...change })
}

function draftOf({ service, title, period, firstDay, lastDay, served, sampleMode, ...rest }: SurveyView) {
  const { content, showWhileOpen, note } = rest
  const { order } = content
  return { service: service?.slug, title, period, firstDay, lastDay, served, sampleMode, order, showWhileOpen, note }
}
