/** What a person keeps up: one thing as its form shows it, and the list of all that lies in one's own places. */
import * as institutions from '#db/directory/institutions.ts'
import * as regions from '#db/directory/regions.ts'
import * as services from '#db/directory/services.ts'
import * as units from '#db/directory/units.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { Closable } from './closing.ts'
import type { Kind } from './keeping.ts'
import { placeOfInstitution, placeOfUnit } from './place.ts'
import { getRegionByCode, type Region } from './regions.ts'
import { treeOfRegion, type InstitutionNode } from './tree.ts'
import { typedInstitution, typedRegion, typedService, typedUnit } from './typed.ts'

export interface KeptThing {
  what: Kind
  name: string
  version: number
  closedAt: string | null
  closedNote: string | null
  /** As its form holds it. */
  values: Record<string, string>
  region: Pick<Region, 'slug' | 'name' | 'sample'>
  /** Names of what it stands in, the widest first. */
  above: string[]
  /** Whether the actor builds the tree here, and doesn't only keep up what stands in it. */
  builds: boolean
}

/** @throws Refused not-found, forbidden */
export async function getKept(scope: Scope, thing: Closable | { what: 'region'; slug: string }): Promise<KeptThing> {
  if (thing.what === 'region') return keptRegion(scope, thing.slug)
  if (thing.what === 'institution') return keptInstitution(scope, thing.slug)
  return keptUnitOrService(scope, thing)
}

async function keptRegion(scope: Scope, slug: string): Promise<KeptThing> {
  const row = await regions.findRegionBySlug(scope.db, slug)
  if (!row) throw new Refused('not-found')
  if (!may(scope.actor, 'directory.edit', { regionCode: row.code })) throw new Refused('forbidden')
  const { name, version } = row
  const region = { slug, name, sample: row.sample === 1 }
  const running = { closedAt: null, closedNote: null }
  return { what: 'region', name, version, ...running, values: typedRegion(row), region, above: [], builds: true }
}

async function keptInstitution(scope: Scope, slug: string): Promise<KeptThing> {
  const row = await institutions.findInstitutionBySlug(scope.db, slug)
  if (!row) throw new Refused('not-found')
  if (!may(scope.actor, 'directory.edit', placeOfInstitution(row))) throw new Refused('forbidden')
  const region = await getRegionByCode(scope, row.regionCode)
  const chain = await institutions.listInstitutionChain(scope.db, row.path)
  const above = chain.filter(({ id }) => id !== row.id).map(({ name }) => name)
  const { name, version, closedAt, closedNote } = row
  const values = typedInstitution(row)
  return { what: 'institution', name, version, closedAt, closedNote, values, region, above, builds: true }
}

async function keptUnitOrService(scope: Scope, thing: Exclude<Closable, { what: 'institution' }>): Promise<KeptThing> {
  const unit = await units.findUnitBySlug(scope.db, 'unit' in thing ? thing.unit : thing.slug)
  const service = unit && 'unit' in thing ? await services.findServiceBySlug(scope.db, unit.id, thing.slug) : undefined
  if (!unit || ('unit' in thing && !service)) throw new Refused('not-found')
  if (!may(scope.actor, 'directory.keep', placeOfUnit(unit))) throw new Refused('forbidden')
  const region = await getRegionByCode(scope, unit.regionCode)
  const chain = (await institutions.listInstitutionChain(scope.db, unit.institutionPath)).map(({ name }) => name)
  const builds = may(scope.actor, 'directory.edit', placeOfUnit(unit))
  const { name, version, closedAt, closedNote } = service ?? unit
  const common = { name, version, closedAt, closedNote, region, builds }
  if (!service) return { what: 'unit', ...common, values: typedUnit(unit), above: chain }
  return { what: 'service', ...common, values: typedService(service), above: [...chain, unit.name] }
}

/** A line of the list: how deep it stands, and whether the actor may open it or it only shows where the rest lies. */
export interface KeptLine {
  what: Exclude<Kind, 'region'>
  slug: string
  /** Of a service: the slug of its unit. */
  unit?: string
  name: string
  /** Kind of an institution, sector of a unit. */
  sort: string | null
  code: string | null
  closed: boolean
  depth: number
  open: boolean
}

export interface KeptRegion {
  region: Pick<Region, 'slug' | 'name'>
  /** Whether the actor keeps up the region as a whole. */
  builds: boolean
  lines: KeptLine[]
}

/**
 * All that lies in the actor's places, closed things too, by region and in the order of the tree. A query keeps what has all
 * its words in its name or code, and what that stands in.
 */
export async function listKept(scope: Scope, query = ''): Promise<KeptRegion[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const kept: KeptRegion[] = []
  for (const { code, slug, name } of await regions.listRegions(scope.db)) {
    const builds = may(scope.actor, 'directory.edit', { regionCode: code })
    const nodes = await treeOfRegion(scope, code, { closed: true })
    const lines = nodes.flatMap((node) => linesOf(scope, code, node, words))
    if (builds || lines.length > 0) kept.push({ region: { slug, name }, builds, lines })
  }
  return words.length > 0 ? kept.filter(({ lines }) => lines.length > 0) : kept
}

function linesOf(scope: Scope, regionCode: string, node: InstitutionNode, words: string[], depth = 0): KeptLine[] {
  const matches = ({ name, code }: { name: string; code?: string | null }) =>
    words.every((word) => `${code ?? ''} ${name}`.toLowerCase().includes(word))
  const own = node.units.flatMap((unit): KeptLine[] => {
    const place = { regionCode, institutionPath: node.path, unitId: unit.id }
    if (!may(scope.actor, 'directory.keep', place)) return []
    const services = unit.services.filter(matches).map(({ slug, name, closedAt }): KeptLine => {
      const fixed = { what: 'service' as const, sort: null, code: null, open: true }
      return { ...fixed, slug, unit: unit.slug, name, closed: closedAt !== null, depth: depth + 2 }
    })
    const { slug, name, code, sector, closed } = unit
    const line: KeptLine = { what: 'unit', slug, name, sort: sector, code, closed, depth: depth + 1, open: true }
    return matches(unit) || services.length > 0 ? [line, ...services] : []
  })
  const below = node.children.flatMap((child) => linesOf(scope, regionCode, child, words, depth + 1))
  const open = may(scope.actor, 'directory.edit', { regionCode, institutionPath: node.path })
  if (own.length + below.length === 0 && !(open && matches(node))) return []
  const { slug, name, code, kind, closed } = node
  return [{ what: 'institution', slug, name, sort: kind, code, closed, depth, open }, ...own, ...below]
}
