/** What a unit does for residents, by which standard, and where to complain. */
import type { z } from 'zod'
import { lockDirectory } from '#db/directory/lock.ts'
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
import { eachPart, STANDARD_PARTS, type StandardParts } from './rules/standard.ts'
import { serviceSchema, type ServiceInput } from './schema.ts'

export interface Service {
  id: string
  slug: string
  unitId: string
  name: string
  /** Whether users pay for it: the cost element of a survey asks differently then. */
  paid: boolean
  /** In free text; its parts, where they are stated, say more. */
  standard: string | null
  standardParts: StandardParts
  contact: string | null
  complaintUrl: string
  version: number
  closedAt: string | null
  closedNote: string | null
}

/** Officers keep up the services of their own units. Issues: see `serviceSchema`; unit: unit-unknown, parent-closed. */
export async function addService(scope: Scope, input: ServiceInput): Promise<Outcome<{ service: Service }>> {
  if (!mayAnywhere(scope.actor, 'directory.keep')) throw new Refused('forbidden')
  const reading = readInput(serviceSchema, input)
  if (!reading.ok) return reading
  const { unit: unitId, ...given } = reading.value
  return transaction(scope, async ({ db, engine, record }) => {
    await lockDirectory(db, engine)
    const unit = await findUnitById(db, unitId)
    if (!may(scope.actor, 'directory.keep', unit ? placeOfUnit(unit) : {})) throw new Refused('forbidden')
    if (!unit) return { ok: false, issues: { unit: 'unit-unknown' }, values: reading.values }
    if (unit.closedAt) return { ok: false, issues: { unit: 'parent-closed' }, values: reading.values }
    const base = slugOf(given.name)
    const slug = freeSlug(base, await services.listServiceSlugs(db, unitId, base))
    const row = { id: newId(), slug, unitId, ...serviceColumns(given) }
    await services.insertService(db, row)
    const service = serviceOf({ ...row, version: 1, closedAt: null, closedNote: null })
    record({
      kind: 'directory.added',
      subject: service.id,
      fields: { what: 'service', name: service.name, slug, unit: unitId, paid: service.paid },
    })
    return { ok: true, service }
  })
}

/** What was given of a service as its row keeps it. */
export function serviceColumns(given: Omit<z.output<typeof serviceSchema>, 'unit'>) {
  const { name, paid, standard, contact, complaintUrl } = given
  const stated = STANDARD_PARTS.flatMap((part) => (given[part] === null ? [] : [[part, given[part]]]))
  const standardParts = stated.length > 0 ? JSON.stringify(Object.fromEntries(stated)) : null
  return { name, paid: paid ? (1 as const) : (0 as const), standard, standardParts, contact, complaintUrl }
}

export function serviceOf({ paid, standardParts, ...row }: ServiceRow): Service {
  const stated = JSON.parse(standardParts ?? '{}') as Partial<StandardParts>
  return { ...row, paid: paid === 1, standardParts: eachPart((part) => stated[part] ?? null) }
}
