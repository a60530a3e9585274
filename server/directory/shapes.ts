/** What the API says of the directory: chosen fields, never rows. */
import { z } from 'zod'
import type { RegionSummary, RegionView } from './regions.ts'
import { eachPart } from './rules/standard.ts'
import { INSTITUTION_KINDS, REGION_KINDS, SECTORS, TIME_ZONES } from './schema.ts'
import type { Service } from './services.ts'
import type { InstitutionNode } from './tree.ts'
import type { UnitView } from './units.ts'

const slug = z.string().meta({ description: 'Names it in addresses.' })
const subject = z.string().meta({ description: 'Opaque; the subject of its entries in the ledger.' })

const version = z.int().meta({ description: 'How often it was saved; who corrects it says which one was read.' })

const serviceShape = z
  .strictObject({
    slug,
    name: z.string(),
    paid: z.boolean().meta({ description: 'Whether users pay for it.' }),
    standard: z.string().nullable().meta({ description: 'The service standard in short (UU 25/2009), if stated.' }),
    standardParts: z
      .strictObject(eachPart(() => z.string().nullable()))
      .meta({ description: 'What residents need of it, by component (PermenPANRB 15/2014).' }),
    contact: z.string().nullable(),
    version,
    complaintUrl: z
      .url()
      .meta({ description: 'Where to complain; SP4N-LAPOR! (Perpres 76/2013) unless another is named.' }),
  })
  .meta({ id: 'Service' })

const regionFields = {
  code: z.string().meta({ description: 'Code of the Ministry of Home Affairs (Kemendagri).', example: '15.08' }),
  slug,
  name: z.string(),
  kind: z.enum(REGION_KINDS),
  timezone: z.enum(TIME_ZONES).meta({ description: 'The zone of its dates.' }),
  parents: z.array(z.string()).meta({ description: 'Names of what it lies in, the widest first.' }),
  areas: z.array(z.string()).meta({ description: 'Names of what lies in it.' }),
  population: z.int().nullable().meta({ description: 'People.' }),
  sample: z.boolean().meta({ description: 'Whether its data were made up for demonstration.' }),
  version,
}

export const regionShape = z
  .strictObject({ ...regionFields, units: z.int().meta({ description: 'Number of service units.' }) })
  .meta({ id: 'Region' })

const unitNode = z.strictObject({
  slug,
  name: z.string(),
  sector: z.enum(SECTORS),
  services: z.array(serviceShape),
})

const institutionShape = z
  .strictObject({
    slug,
    name: z.string(),
    kind: z.enum(INSTITUTION_KINDS),
    units: z.array(unitNode),
    get children(): z.ZodArray<typeof institutionShape> {
      return z.array(institutionShape)
    },
  })
  .meta({ id: 'Institution', description: 'An institution with its units and what stands below it.' })

export const regionViewShape = z
  .strictObject({ ...regionFields, institutions: z.array(institutionShape) })
  .meta({ id: 'RegionWithInstitutions' })

export const unitShape = z
  .strictObject({
    id: subject,
    slug,
    name: z.string(),
    sector: z.enum(SECTORS),
    code: z.string().nullable().meta({ description: 'The region’s own number for it; lists stand in its order.' }),
    address: z.string().nullable(),
    contact: z.string().nullable(),
    version,
    closedAt: z.iso.datetime().nullable().meta({ description: 'Since when it serves no more; its results stay.' }),
    closedNote: z.string().nullable().meta({ description: 'A word to residents.' }),
    region: z.strictObject({ code: z.string(), slug, name: z.string(), sample: z.boolean() }),
    institutions: z
      .array(z.strictObject({ slug, name: z.string(), kind: z.enum(INSTITUTION_KINDS) }))
      .meta({ description: 'From the widest down to the one that the unit belongs to.' }),
    services: z.array(serviceShape),
  })
  .meta({ id: 'Unit' })

export function showRegion({
  code,
  slug,
  name,
  kind,
  timezone,
  parents,
  areas,
  population,
  sample,
  version,
  units,
}: RegionSummary) {
  return { code, slug, name, kind, timezone, parents, areas, population, sample, version, units }
}

export function showRegionView(region: RegionView) {
  const { units: _, ...fields } = showRegion({ ...region, units: 0 })
  return { ...fields, institutions: region.institutions.map(showInstitution) }
}

type ShownInstitution = Pick<InstitutionNode, 'slug' | 'name' | 'kind'> & {
  units: object[]
  children: ShownInstitution[]
}

function showInstitution({ slug, name, kind, units, children }: InstitutionNode): ShownInstitution {
  return {
    slug,
    name,
    kind,
    units: units.map(({ slug, name, sector, services }) => ({
      slug,
      name,
      sector,
      services: services.map(showService),
    })),
    children: children.map(showInstitution),
  }
}

export function showUnit({ id, slug, name, sector, region, institutions, services, ...unit }: UnitView) {
  const { code, address, contact, version, closedAt, closedNote } = unit
  return {
    id,
    slug,
    name,
    sector,
    code,
    address,
    contact,
    version,
    closedAt,
    closedNote,
    region: { code: region.code, slug: region.slug, name: region.name, sample: region.sample },
    institutions: institutions.map(({ slug, name, kind }) => ({ slug, name, kind })),
    services: services.map(showService),
  }
}

function showService({ slug, name, paid, standard, standardParts, contact, complaintUrl, version }: Service) {
  return { slug, name, paid, standard, standardParts, contact, complaintUrl, version }
}
