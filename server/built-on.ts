/** Who may have built on an institution, unit or service: asked before what was added is taken out again. */
import { commitmentsBuiltOn } from './commitment/built-on.ts'
import type { BuiltOn } from './directory/tree-undo.ts'
import { rolesBuiltOn } from './identity/built-on.ts'
import { policiesBuiltOn } from './policy/built-on.ts'
import { surveysBuiltOn } from './survey/built-on.ts'

export const builtOn: BuiltOn[] = [surveysBuiltOn, rolesBuiltOn, commitmentsBuiltOn, policiesBuiltOn]
