/** What a unit does for residents, by which standard, and where to complain. */
import * as services from '#db/directory/services.ts'
import type { ServiceRow } from '#db/directory/tables.ts'
import { findUnitById } from '#db/directory/units.ts'
import { may, mayAnywhere } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { placeOfUnit } from './place.ts'
import { freeSlug, slugOf } from './rules/slug.ts'
import { serviceSchema, type ServiceInput } from './schema.ts'

export interface Service {
  id: string
  slug: string
  unitId: string
  name: string
  /** Whether users pay for it: the cost element of a survey asks differently then. */
  paid: boolean
  standard: string | null
  contact: string | null
  complaintUrl: string
}

/** Issues: see `serviceSchema`; unit-unknown. */
export async function addService(scope: Scope, input: ServiceInput): Promise<Outcome<{ service: Service }>> {
  if (!mayAnywhere(scope.actor, 'directory.edit')) throw new Refused('forbidden')
  const reading = readInput(serviceSchema, input)
  if (!reading.ok) return reading
  const { unit: unitId, ...given } = reading.value
  return transaction(scope, async ({ db, record }) => {
    const unit = await findUnitById(db, unitId)
    if (!may(scope.actor, 'directory.edit', unit ? placeOfUnit(unit) : {})) throw new Refused('forbidden')
    if (!unit) return { ok: false, issues: { unit: 'unit-unknown' }, values: reading.values }
    const base = slugOf(given.name)
    const slug = freeSlug(base, await services.listServiceSlugs(db, unitId, base))
    const service: Service = { id: newId(), slug, unitId, ...given }
    await services.insertService(db, { ...service, paid: service.paid ? 1 : 0 })
    record({
      kind: 'directory.added',
      subject: service.id,
      fields: { what: 'service', name: service.name, slug, unit: unitId, paid: service.paid },
    })
    return { ok: true, service }
  })
}

export function serviceOf(row: ServiceRow): Service {
  return { ...row, paid: row.paid === 1 }
}
