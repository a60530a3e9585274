/** Policies of a region, as its officer enters them. */
import { granted } from '#server/demo/fill-places.ts'
import { recordEvent } from '#server/policy/events.ts'
import { addPolicy } from '#server/policy/policies.ts'
import type { PolicyInput } from '#server/policy/schema.ts'
import type { Scope } from '#server/scope.ts'
import { CODE } from '../commitment/world.ts'

export function policyOf(input: Partial<PolicyInput> = {}): PolicyInput {
  return {
    place: `region:${CODE}`,
    title: 'Penanganan keluhan di loket',
    kind: 'keputusan',
    topics: ['service', 'performance'],
    initiator: 'Bagian Organisasi',
    enactor: 'Bupati Bungo',
    summary: 'Setiap keluhan dijawab paling lama tiga hari kerja.',
    ...input,
  }
}

/** @returns its slug */
export async function register(scope: Scope, input: Partial<PolicyInput> = {}): Promise<string> {
  return granted(await addPolicy(scope, policyOf(input))).slug
}

/** Enacted and in force from a day. @returns its slug */
export async function registerInForce(scope: Scope, day: string, input: Partial<PolicyInput> = {}): Promise<string> {
  const slug = await register(scope, input)
  granted(await recordEvent(scope, slug, { kind: 'enacted', day, legalNumber: 'Nomor 5 Tahun 2026' }))
  granted(await recordEvent(scope, slug, { kind: 'in-force', day }))
  return slug
}
