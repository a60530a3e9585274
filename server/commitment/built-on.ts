/** Whether something was promised for a unit or an institution: then it can't be taken out of the directory again. */
import { findCommitted } from '#db/commitment/commitments.ts'
import type { BuiltOn } from '../directory/tree-undo.ts'

export const commitmentsBuiltOn: BuiltOn = async (db, { institutionPaths, unitIds }) => {
  const paths = new Map(institutionPaths.map((path) => [path.split('/').at(-2) ?? '', path]))
  const institution = await findCommitted(db, 'institutionId', [...paths.keys()])
  const on = (await findCommitted(db, 'unitId', unitIds)) ?? paths.get(institution ?? '')
  return on === undefined ? undefined : { why: 'commitment', on }
}
