/** Service units (unit penyelenggara pelayanan): where residents are served, and what surveys are about. */
import { findInstitutionById, listInstitutionChain } from '#db/directory/institutions.ts'
import { lockDirectory } from '#db/directory/lock.ts'
import { listServicesOfUnits } from '#db/directory/services.ts'
import * as units from '#db/directory/units.ts'
import { may, mayAnywhere, type Action } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import type { Institution } from './institutions.ts'
import { isClosed, isCodeTaken, isRunning } from './keeping.ts'
import { placeOfInstitution, placeOfUnit } from './place.ts'
import { getRegionByCode, type Region } from './regions.ts'
import { inCodeOrder } from './rules/code-order.ts'
import { freeSlug, slugOf } from './rules/slug.ts'
import { unitSchema, type UnitInput } from './schema.ts'
import { serviceOf, type Service } from './services.ts'

export interface Unit {
  id: string
  slug: string
  institutionId: string
  institutionPath: string
  regionCode: string
  name: string
  sector: string
  address: string | null
  contact: string | null
  code: string | null
  version: number
  closedAt: string | null
  closedNote: string | null
}

export interface UnitView extends Unit {
  region: Region
  /** From the widest institution down to the one that the unit belongs to. */
  institutions: Institution[]
  /** Those that it gives now. */
  services: Service[]
}

/** A unit, also a closed one, with its region, its institutions and its services. @throws Refused not-found */
export async function getUnit(scope: Scope, slug: string): Promise<UnitView> {
  const unit = await units.findUnitBySlug(scope.db, slug)
  if (!unit) throw new Refused('not-found')
  const region = await getRegionByCode(scope, unit.regionCode)
  const institutions = await listInstitutionChain(scope.db, unit.institutionPath)
  const services = await listServicesOfUnits(scope.db, [unit.id])
  return { ...unit, region, institutions, services: services.filter(isRunning).map(serviceOf) }
}

/** What a unit is called, for a page that shows something else of it; undefined where there is none. */
export async function findUnitName(scope: Pick<Scope, 'db'>, slug: string): Promise<string | undefined> {
  return (await units.findUnitBySlug(scope.db, slug))?.name
}

/** The running units for which the actor may do `action`: what a form offers to choose from. */
export async function listUnitsWhere(scope: Scope, action: Action): Promise<Unit[]> {
  const all = await units.listUnits(scope.db)
  return all.filter((unit) => isRunning(unit) && may(scope.actor, action, placeOfUnit(unit)))
}

/** Every unit of a region in code order, closed ones too: their results still stand. For comparisons and public lists. */
export async function listUnitsOfRegion(scope: Scope, regionCode: string): Promise<Unit[]> {
  return (await units.listUnitsOfRegion(scope.db, regionCode)).sort(inCodeOrder)
}

/** Issues: see `unitSchema`; institution-unknown, parent-closed, code-double. */
export async function addUnit(scope: Scope, input: UnitInput): Promise<Outcome<{ unit: Unit }>> {
  if (!mayAnywhere(scope.actor, 'directory.edit')) throw new Refused('forbidden')
  const reading = readInput(unitSchema, input)
  if (!reading.ok) return reading
  const { institution: institutionId, ...given } = reading.value
  return transaction(scope, async ({ db, engine, record }) => {
    await lockDirectory(db, engine)
    const institution = await findInstitutionById(db, institutionId)
    if (!may(scope.actor, 'directory.edit', institution ? placeOfInstitution(institution) : {})) {
      throw new Refused('forbidden')
    }
    const wrong = (field: string, issue: string) => ({
      ok: false as const,
      issues: { [field]: issue },
      values: reading.values,
    })
    if (!institution) return wrong('institution', 'institution-unknown')
    if (await isClosed(db, institutionId)) return wrong('institution', 'parent-closed')
    if (await isCodeTaken(db, 'unit', institution.regionCode, given.code)) return wrong('code', 'code-double')
    const base = slugOf(given.name)
    const slug = freeSlug(base, await units.listUnitSlugs(db, base))
    const row = { id: newId(), slug, institutionId, regionCode: institution.regionCode, ...given }
    await units.insertUnit(db, row)
    record({
      kind: 'directory.added',
      subject: row.id,
      fields: {
        what: 'unit',
        name: row.name,
        slug,
        sector: row.sector,
        region: row.regionCode,
        institution: institutionId,
      },
    })
    const kept = { version: 1, closedAt: null, closedNote: null }
    return { ok: true as const, unit: { ...row, ...kept, institutionPath: institution.path } }
  })
}
