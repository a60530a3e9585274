/** Whether there is a survey about a unit or a service, drafts included: then it can't be taken out of the directory again. */
import { findSurveyed } from '#db/survey/surveyed.ts'
import type { BuiltOn } from '../directory/tree-undo.ts'

export const surveysBuiltOn: BuiltOn = async (db, { unitIds, serviceIds }) => {
  const on = (await findSurveyed(db, 'unitId', unitIds)) ?? (await findSurveyed(db, 'serviceId', serviceIds))
  return on === undefined ? undefined : { why: 'survey', on }
}
