/** Whether anybody holds a role in a place, or a token for it: then it can't be taken out of the directory again. */
import { findScopeInUse } from '#db/identity/scope-use.ts'
import type { BuiltOn } from '../directory/tree-undo.ts'

export const rolesBuiltOn: BuiltOn = async (db, { institutionPaths, unitIds }) => {
  const on = (await findScopeInUse(db, 'institution', institutionPaths)) ?? (await findScopeInUse(db, 'unit', unitIds))
  return on === undefined ? undefined : { why: 'grant', on }
}
