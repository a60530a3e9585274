/**
 * Corrections. Administrators build the tree; officers keep up names, contacts, standards and services of their own units.
 * An address never changes: who renames keeps the slug. Nobody saves over a change that they haven't seen.
 */
import * as institutions from '#db/directory/institutions.ts'
import * as regions from '#db/directory/regions.ts'
import * as services from '#db/directory/services.ts'
import type { InstitutionRow, RegionRow, ServiceRow } from '#db/directory/tables.ts'
import * as units from '#db/directory/units.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput } from '../forms.ts'
import type { Scope } from '../scope.ts'
import { isCodeTaken, saveBehindLock, type Kept } from './keeping.ts'
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
  const lists = { parents: JSON.stringify(parents), areas: JSON.stringify(areas) }
  return saveBehindLock<RegionRow>(scope, {
    values: reading.values,
    what: 'region',
    subject: known.code,
    known,
    version,
    show: typedRegion,
    wanted: { ...rest, ...lists, sample: sample ? 1 : 0 },
    find: (db) => regions.findRegionByCode(db, known.code),
    save: (db, change) => regions.updateRegion(db, known.code, change),
  })
}

/** Issues: see `institutionChangeSchema`; code: code-double; form: meanwhile. @throws Refused not-found, forbidden */
export async function changeInstitution(scope: Scope, slug: string, input: InstitutionChange): Promise<Kept<object>> {
  const known = await institutions.findInstitutionBySlug(scope.db, slug)
  if (!known) throw new Refused('not-found')
  if (!may(scope.actor, 'directory.edit', placeOfInstitution(known))) throw new Refused('forbidden')
  const reading = readInput(institutionChangeSchema, input)
  if (!reading.ok) return reading
  const { version, ...wanted } = reading.value
  return saveBehindLock<InstitutionRow>(scope, {
    values: reading.values,
    what: 'institution',
    subject: known.id,
    known,
    version,
    wanted,
    show: typedInstitution,
    isTaken: (db) => isCodeTaken(db, 'institution', known.regionCode, wanted.code, known.id),
    find: (db) => institutions.findInstitutionById(db, known.id),
    save: (db, change) => institutions.updateInstitution(db, known.id, change),
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
  const { version, ...wanted } = reading.value
  return saveBehindLock<typeof known>(scope, {
    values: reading.values,
    what: 'unit',
    subject: known.id,
    known,
    version,
    wanted,
    show: typedUnit,
    isTaken: (db) => isCodeTaken(db, 'unit', known.regionCode, wanted.code, known.id),
    find: (db) => units.findUnitById(db, known.id),
    save: (db, change) => units.updateUnit(db, known.id, change),
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
  const { version } = reading.value
  return saveBehindLock<ServiceRow>(scope, {
    values: reading.values,
    what: 'service',
    subject: known.id,
    known,
    version,
    show: typedService,
    wanted: serviceColumns(reading.value),
    find: (db) => services.findServiceById(db, known.id),
    save: (db, change) => services.updateService(db, known.id, change),
  })
}
