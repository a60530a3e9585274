/** A region's tree as text by field: what a file of it says, line for line. */
import type { z } from 'zod'
import { listInstitutionsOfRegion } from '#db/directory/institutions.ts'
import { listServicesOfRegion } from '#db/directory/services.ts'
import type { InstitutionRow, ServiceRow, UnitRow } from '#db/directory/tables.ts'
import { listUnitsOfRegion } from '#db/directory/units.ts'
import type { Database } from '#db/database.ts'
import { inCodeOrder } from './rules/code-order.ts'
import type { Fields, Level } from './rules/tree-columns.ts'
import { institutionSchema, serviceSchema, unitSchema } from './schema.ts'
import { serviceColumns } from './services.ts'
import { typedInstitution, typedService, typedUnit } from './typed.ts'

export interface TreeThing {
  level: Level
  id: string
  slug: string
  /** The institution or unit that it stands in; null at the top. */
  parentId: string | null
  /** Of an institution. */
  path: string
  version: number
  closing: Closing
  fields: Fields
}

/** When it was closed, and the word to residents; nulls while it runs. */
export interface Closing {
  closedAt: string | null
  closedNote: string | null
}

/** Everything in the region, closed things too: institutions, then units, then services, each in code order. */
export async function readTree(db: Database, regionCode: string): Promise<TreeThing[]> {
  const institutions = (await listInstitutionsOfRegion(db, regionCode)).sort(inCodeOrder)
  const units = (await listUnitsOfRegion(db, regionCode)).sort(inCodeOrder)
  const services = await listServicesOfRegion(db, regionCode)
  return [
    ...institutions.map((row) => thing('institution', row, row.parentId, row.path, textOfInstitution(row))),
    ...units.map((row) => thing('unit', row, row.institutionId, '', textOfUnit(row))),
    ...services.map((row) => thing('service', row, row.unitId, '', textOfService(row))),
  ]
}

type Row = Closing & { id: string; slug: string; version: number }

function thing(level: Level, row: Row, parentId: string | null, path: string, fields: Fields): TreeThing {
  const { id, slug, version, closedAt, closedNote } = row
  const closed = closedAt ? '1' : ''
  return { level, id, slug, parentId, path, version, closing: { closedAt, closedNote }, fields: { ...fields, closed } }
}

const institutionText = institutionSchema.pick({ name: true, code: true, kind: true })
const unitText = unitSchema.omit({ institution: true })
const serviceText = serviceSchema.omit({ unit: true })

/** By which schema the text of each level is read. */
export const TEXT_SCHEMAS: Record<Level, z.ZodType<object>> = {
  institution: institutionText,
  unit: unitText,
  service: serviceText,
}

/** The text that is valid as columns of a row, and back as text again, as it will stand there. @throws if it isn't valid */
export const columnsOf = {
  institution: (fields: Fields) => institutionText.parse(fields),
  unit: (fields: Fields) => unitText.parse(fields),
  service: (fields: Fields) => serviceColumns(serviceText.parse(asInput(fields))),
}

export function settled(level: Level, fields: Fields): Fields {
  const { closed = '' } = fields
  if (level === 'institution') return { ...textOfInstitution(columnsOf.institution(fields)), closed }
  if (level === 'unit') return { ...textOfUnit(columnsOf.unit(fields)), closed }
  return { ...textOfService(columnsOf.service(fields)), closed }
}

/** A service's schema knows its channel by another name than the file's column. */
export function asInput({ complaint_url: complaintUrl, ...fields }: Fields): Record<string, string | undefined> {
  return complaintUrl === undefined ? fields : { ...fields, complaintUrl }
}

function textOfInstitution(row: Pick<InstitutionRow, 'name' | 'kind' | 'code'>): Fields {
  return typedInstitution(row)
}

function textOfUnit(row: Pick<UnitRow, 'name' | 'code' | 'sector' | 'address' | 'contact'>): Fields {
  return typedUnit(row)
}

function textOfService(row: Parameters<typeof typedService>[0] & Partial<ServiceRow>): Fields {
  const { complaintUrl, ...text } = typedService(row)
  return { ...text, complaint_url: complaintUrl }
}
