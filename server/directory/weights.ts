/** Which weight of an element a region counts with. It is fixed for a year, so that two units' figures can be compared. */
import { findRegionByCode, findRegionWeight, insertRegionWeight } from '#db/directory/regions.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import type { Outcome } from '../forms.ts'
import { WEIGHT_POLICIES, type WeightPolicy } from './rules/weight-policy.ts'
import { transaction, type Scope } from '../scope.ts'

/** `exact` where the region has fixed nothing for that year. */
export async function getWeight(scope: Scope, regionCode: string, year: number): Promise<WeightPolicy> {
  const fixed = await findRegionWeight(scope.db, regionCode, year)
  return WEIGHT_POLICIES.find((weight) => weight === fixed) ?? 'exact'
}

/** Once for each region and year. Issues: weight: choose, already-fixed; year: number. */
export async function fixWeight(
  scope: Scope,
  { region, year, weight }: { region: string; year: number; weight: string },
): Promise<Outcome<{ weight: WeightPolicy }>> {
  if (!may(scope.actor, 'directory.edit', { regionCode: region })) throw new Refused('forbidden')
  const values = { region, year: String(year), weight }
  const known = WEIGHT_POLICIES.find((policy) => policy === weight)
  if (!known) return { ok: false, issues: { weight: 'choose' }, values }
  if (!Number.isInteger(year) || year < 2000 || year > 2100) return { ok: false, issues: { year: 'number' }, values }
  return transaction(scope, async ({ db, record }) => {
    if (!(await findRegionByCode(db, region))) throw new Refused('not-found')
    const first = await insertRegionWeight(db, { regionCode: region, year, weight: known })
    if (!first) return { ok: false, issues: { weight: 'already-fixed' }, values }
    record({ kind: 'directory.weight-fixed', subject: region, fields: { year, weight: known } })
    return { ok: true, weight: known }
  })
}
