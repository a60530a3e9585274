import { addInstitution } from '../directory/institutions.ts'
import { addRegion } from '../directory/regions.ts'
import { addService } from '../directory/services.ts'
import { addUnit } from '../directory/units.ts'
import type { Outcome } from '../forms.ts'
import type { Scope } from '../scope.ts'
import type { DemoRegion } from './fill.ts'
import { UNITS, type DemoUnit } from './places.ts'

export interface FilledUnit {
  slug: string
  serviceSlug: string
  plan: DemoUnit
}

export async function fillPlaces(scope: Scope, regions: DemoRegion[]): Promise<FilledUnit[]> {
  for (const { slug, name, kind, code, parents, timezone, areas, population } of regions) {
    granted(await addRegion(scope, { slug, name, kind, code, parents, timezone, areas, population, sample: true }))
  }
  const filled: FilledUnit[] = []
  for (const plan of UNITS) filled.push(await fillUnit(scope, regions, plan))
  return filled
}

export async function fillUnit(scope: Scope, regions: DemoRegion[], plan: DemoUnit): Promise<FilledUnit> {
  const region = regions.find(({ slug }) => slug === plan.region)?.code ?? ''
  const { institution } = granted(await addInstitution(scope, { region, ...plan.institution }))
  const contact = 'Datang ke loket pada jam kerja (data contoh)'
  const { unit } = granted(
    await addUnit(scope, { institution: institution.id, name: plan.name, sector: plan.sector, contact }),
  )
  const { service } = granted(await addService(scope, { unit: unit.id, ...plan.service, contact }))
  return { slug: unit.slug, serviceSlug: service.slug, plan }
}

/** The demonstration asks for nothing that could be refused: a refusal is a fault of ours. */
export function granted<T extends object>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome
  throw new Error(`The demonstration was refused: ${JSON.stringify(outcome)}`)
}
