/** Whether an institution has a policy in the register: then it can't be taken out of the directory again. */
import { findInstitutionWithPolicy } from '#db/policy/policies.ts'
import type { BuiltOn } from '../directory/tree-undo.ts'

export const policiesBuiltOn: BuiltOn = async (db, { institutionPaths }) => {
  const paths = new Map(institutionPaths.map((path) => [path.split('/').at(-2) ?? '', path]))
  const on = paths.get((await findInstitutionWithPolicy(db, [...paths.keys()])) ?? '')
  return on === undefined ? undefined : { why: 'policy', on }
}
