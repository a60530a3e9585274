/** What a form that draws a consultation up offers to choose from. */
import { listNeedsOfRegion, type LinkedNeed } from '#db/consultation/needs.ts'
import { dayIn } from '../directory/rules/days.ts'
import { listRegions } from '../directory/regions.ts'
import { listGroups, type StakeholderGroup } from '../directory/stakeholder-groups.ts'
import { listUnitsWhere, type Unit } from '../directory/units.ts'
import { listPoliciesOf, type PolicyChoice } from '../policy/policies.ts'
import type { Scope } from '../scope.ts'

export type UnitChoice = Pick<Unit, 'slug' | 'name' | 'regionCode'> & { region: string }

/** Units for which the actor may keep consultations, with their region's name. */
export async function listUnitsToAsk(scope: Scope): Promise<UnitChoice[]> {
  const units = await listUnitsWhere(scope, 'consultation.keep')
  const names = new Map((await listRegions(scope)).map(({ code, name }) => [code, name]))
  return units.map(({ slug, name, regionCode }) => ({ slug, name, regionCode, region: names.get(regionCode) ?? '' }))
}

/** Groups, earlier needs and policies of the units' regions. */
export async function listChoicesOf(
  scope: Scope,
  units: UnitChoice[],
): Promise<{ groups: StakeholderGroup[]; needs: LinkedNeed[]; policies: PolicyChoice[] }> {
  const regions = new Set(units.map(({ regionCode }) => regionCode))
  const today = dayIn(scope.now, 'Asia/Jakarta')
  const groups = new Map<string, StakeholderGroup>()
  const policies = new Map<string, PolicyChoice>()
  const needs: LinkedNeed[] = []
  for (const code of regions) {
    for (const group of await listGroups(scope.db, code, today)) groups.set(group.id, group)
    for (const policy of await listPoliciesOf(scope, code)) policies.set(policy.id, policy)
    needs.push(...(await listNeedsOfRegion(scope.db, code, '')))
  }
  return { groups: [...groups.values()], needs, policies: [...policies.values()] }
}
