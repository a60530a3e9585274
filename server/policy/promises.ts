/** What is promised because of a policy itself, outside any evaluation. */
import { may } from '../access.ts'
import { makeCommitment } from '../commitment/commitments.ts'
import { findOwner, type OwnerPlace } from '../commitment/places.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { policyToKeep } from './policies.ts'
import { policyPromiseSchema, type PolicyPromiseInput } from './schema.ts'

/** Commitments that come from a policy itself and not from an evaluation of it. */
export const POLICY_SOURCE = 'policy'

/**
 * For the policy's own place, or a unit or institution of its region. Issues: see `promiseSchema`; place: unknown;
 * dueOn: before-today. @throws Refused not-found, forbidden
 */
export async function promiseForPolicy(
  scope: Scope,
  slug: string,
  input: PolicyPromiseInput,
): Promise<Outcome<{ commitment: string }>> {
  const policy = await policyToKeep(scope, slug, 'policy.keep')
  const reading = readInput(policyPromiseSchema, input)
  if (!reading.ok) return reading
  const { place, ...promise } = reading.value
  const own: Pick<OwnerPlace, 'regionCode' | 'institutionId' | 'unitId'> = { ...policy, unitId: null }
  const owner = place === null ? undefined : await findOwner(scope, place)
  if (place !== null && owner?.regionCode !== policy.regionCode)
    return { ok: false, issues: { place: 'unknown' }, values: reading.values }
  if (owner && !may(scope.actor, 'commitment.keep', owner.place)) throw new Refused('forbidden')
  if (promise.dueOn < dayIn(scope.now, policy.timezone))
    return { ok: false, issues: { dueOn: 'before-today' }, values: reading.values }
  const source = { kind: POLICY_SOURCE, id: policy.id, title: policy.title, path: pathTo('id', 'policy', { slug }) }
  const made = await transaction(scope, (inner) => makeCommitment(inner, { ...promise, source, place: owner ?? own }))
  return { ok: true, commitment: made.slug }
}
