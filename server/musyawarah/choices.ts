/** What a form that plans a meeting offers to choose from. */
import { listRulesOfOrder } from '#db/musyawarah/plans.ts'
import type { RulesOfOrderRow } from '#db/musyawarah/tables.ts'
import { findOwner, listOwners, type OwnerChoice } from '../commitment/places.ts'
import type { Scope } from '../scope.ts'
import type { RulesOfOrder } from './rules/order.ts'

export type RulesChoice = RulesOfOrder & { id: string }

/** Places that the actor keeps meetings for, and the rules of order of their regions. */
export async function meetingChoices(scope: Scope): Promise<{ owners: OwnerChoice[]; rules: RulesChoice[] }> {
  const owners = await listOwners(scope, 'meeting.keep')
  const places = await Promise.all(owners.map(({ value }) => findOwner(scope, value)))
  const rules = new Map<string, RulesChoice>()
  for (const code of new Set(places.flatMap((place) => place?.regionCode ?? []))) {
    for (const row of await listRulesOfOrder(scope.db, code)) rules.set(row.id, choiceOf(row))
  }
  return { owners, rules: [...rules.values()] }
}

function choiceOf({ id, name, rules }: RulesOfOrderRow): RulesChoice {
  return { id, name, ...(JSON.parse(rules) as Omit<RulesOfOrder, 'name'>) }
}
