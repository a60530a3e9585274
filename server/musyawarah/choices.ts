/** What a form that plans a meeting offers to choose from. */
import { listRulesOfOrder } from '#db/musyawarah/plans.ts'
import type { RulesOfOrderRow } from '#db/musyawarah/tables.ts'
import { listOwners, type OwnerChoice } from '../commitment/places.ts'
import type { Scope } from '../scope.ts'
import type { RulesOfOrder } from './rules/order.ts'

export type RulesChoice = RulesOfOrder & { id: string }

/** Places that the actor keeps meetings for, and the rules of order of their regions. */
export async function meetingChoices(scope: Scope): Promise<{ owners: OwnerChoice[]; rules: RulesChoice[] }> {
  const owners = await listOwners(scope, 'meeting.keep')
  if (owners.length === 0) return { owners, rules: [] }
  const rules = await listRulesOfOrder(scope.db, [...new Set(owners.map(({ regionCode }) => regionCode))])
  return { owners, rules: rules.map(choiceOf) }
}

function choiceOf({ id, name, rules }: RulesOfOrderRow): RulesChoice {
  return { id, name, ...(JSON.parse(rules) as Omit<RulesOfOrder, 'name'>) }
}
