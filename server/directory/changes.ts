/**
 * Corrections. Administrators build the tree; officers keep up names, contacts, standards and services of their own units.
 * An address never changes: who renames keeps the slug. Nobody saves over a change that they haven't seen.
 */
import * as institutions from '#db/directory/institutions.ts'
import { lockDirectory } from '#db/directory/lock.ts'
import * as regions from '#db/directory/regions.ts'
import * as services from '#db/directory/services.ts'
import type { InstitutionRow, RegionRow, ServiceRow } from '#db/directory/tables.ts'
import * as units from '#db/directory/units.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { isCodeTaken, saveChange, type Kept } from './keeping.ts'
import { placeOfInstitution, placeOfUnit } from './place.ts'
import {
  institutionChangeSchema,
  regionChangeSchema,
  serviceChangeSchema,
  unitChangeSchema,
  type InstitutionChange,
  type RegionChange,
  type ServiceChange,
  type UnitChange,
} from './schema.ts'
import { serviceColumns } from './services.ts'
import { typedInstitution, typedRegion, typedService, typedUnit } from './typed.ts'

/** Issues: see `regionChangeSchema`; form: meanwhile. @throws Refused not-found, forbidden */
export async function changeRegion(scope: Scope, slug: string, input: RegionChange): Promise<Kept<object>> {
  const known = await regions.findRegionBySlug(scope.db, slug)
  if (!known) throw new Refused('not-found')
  if (!may(scope.actor, 'directory.edit', { regionCode: known.code })) throw new Refused('forbidden')
  const reading = readInput(regionChangeSchema, input)
  if (!reading.ok) return reading
  const { version, parents, areas, sample, ...rest } = reading.value
  const wanted: Partial<RegionRow> = {
    ...rest,
    parents: JSON.stringify(parents),
    areas: JSON.stringify(areas),
    sample: sample ? 1 : 0,
  }
  return transaction(scope, async (inner) => {
    await lockDirectory(inner.db, inner.engine)
    const row = (await regions.findRegionByCode(inner.db, known.code)) ?? known
    const update = (change: Partial<RegionRow>) => regions.updateRegion(inner.db, row.code, change)
    const { values } = reading
    return saveChange(inner, {
      what: 'region',
      subject: row.code,
      row,
      version,
      wanted,
      show: typedRegion,
      values,
      update,
    })
  })
}

/** Issues: see `institutionChangeSchema`; code: code-double; form: meanwhile. @throws Refused not-found, forbidden */
export async function changeInstitution(scope: Scope, slug: string, input: InstitutionChange): Promise<Kept<object>> {
  const known = await institutions.findInstitutionBySlug(scope.db, slug)
  if (!known) throw new Refused('not-found')
  if (!may(scope.actor, 'directory.edit', placeOfInstitution(known))) throw new Refused('forbidden')
  const reading = readInput(institutionChangeSchema, input)
  if (!reading.ok) return reading
  const { value, values } = reading
  const { version, ...wanted } = value
  return transaction(scope, async (inner) => {
    const { db, engine } = inner
    await lockDirectory(db, engine)
    if (await isCodeTaken(db, 'institution', known.regionCode, wanted.code, known.id)) return doubledCode(values)
    const row = (await institutions.findInstitutionById(db, known.id)) ?? known
    const update = (change: Partial<InstitutionRow>) => institutions.updateInstitution(db, row.id, change)
    const show = typedInstitution
    return saveChange(inner, { what: 'institution', subject: row.id, row, version, wanted, show, values, update })
  })
}

/**
 * Code and sector are an administrator's: from an officer they stay as they are.
 * Issues: see `unitChangeSchema`; code: code-double; form: meanwhile. @throws Refused not-found, forbidden
 */
export async function changeUnit(scope: Scope, slug: string, input: UnitChange): Promise<Kept<object>> {
  const known = await units.findUnitBySlug(scope.db, slug)
  if (!known) throw new Refused('not-found')
  const place = placeOfUnit(known)
  if (!may(scope.actor, 'directory.keep', place)) throw new Refused('forbidden')
  const fixed = may(scope.actor, 'directory.edit', place) ? {} : { code: known.code, sector: known.sector as never }
  const reading = readInput(unitChangeSchema, { ...input, ...fixed })
  if (!reading.ok) return reading
  const { value, values } = reading
  const { version, ...wanted } = value
  return transaction(scope, async (inner) => {
    const { db, engine } = inner
    await lockDirectory(db, engine)
    if (await isCodeTaken(db, 'unit', known.regionCode, wanted.code, known.id)) return doubledCode(values)
    const row = (await units.findUnitById(db, known.id)) ?? known
    const update = (change: Partial<typeof row>) => units.updateUnit(db, row.id, change)
    return saveChange(inner, { what: 'unit', subject: row.id, row, version, wanted, show: typedUnit, values, update })
  })
}

/** A service by the unit's slug and its own. Issues: see `serviceChangeSchema`; form: meanwhile. @throws Refused not-found, forbidden */
export async function changeService(
  scope: Scope,
  [unitSlug, slug]: [unit: string, service: string],
  input: ServiceChange,
): Promise<Kept<object>> {
  const unit = await units.findUnitBySlug(scope.db, unitSlug)
  const known = unit && (await services.findServiceBySlug(scope.db, unit.id, slug))
  if (!known) throw new Refused('not-found')
  if (!may(scope.actor, 'directory.keep', placeOfUnit(unit))) throw new Refused('forbidden')
  const reading = readInput(serviceChangeSchema, input)
  if (!reading.ok) return reading
  const { value, values } = reading
  const wanted = serviceColumns(value)
  return transaction(scope, async (inner) => {
    const { db, engine } = inner
    await lockDirectory(db, engine)
    const row = (await services.findServiceById(db, known.id)) ?? known
    const update = (change: Partial<ServiceRow>) => services.updateService(db, row.id, change)
    const { version } = value
    return saveChange(inner, {
      what: 'service',
      subject: row.id,
      row,
      version,
      wanted,
      show: typedService,
      values,
      update,
    })
  })
}

function doubledCode(values: Record<string, string>) {
  return { ok: false as const, issues: { code: 'code-double' }, values }
}
