/** Regions under their Kemendagri code, and what a region's page shows of them. */
import { lockDirectory } from '#db/directory/lock.ts'
import * as regions from '#db/directory/regions.ts'
import type { RegionKind, RegionRow, TimeZone } from '#db/directory/tables.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { freeSlug, isFreeSlug, slugOf } from './rules/slug.ts'
import { regionSchema, type RegionInput } from './schema.ts'
import { treeOfRegion, type InstitutionNode } from './tree.ts'

export interface Region {
  code: string
  slug: string
  name: string
  kind: RegionKind
  timezone: TimeZone
  /** Names of what it lies in, the widest first. */
  parents: string[]
  /** Names of what lies in it. */
  areas: string[]
  population: number | null
  /** Demonstration data, to be said on every page. */
  sample: boolean
  version: number
}

export type RegionSummary = Region & { units: number }
export type RegionView = Region & { institutions: InstitutionNode[] }

/** Every region by code, with the number of its running units. */
export async function listRegions(scope: Scope): Promise<RegionSummary[]> {
  const rows = await regions.listRegions(scope.db)
  return rows.map((row) => ({ ...regionOf(row), units: row.units }))
}

/** Whether the portal holds sample data, which each of its pages has to say. */
export function holdsSampleData(scope: Scope): Promise<boolean> {
  return regions.isAnySampleRegion(scope.db)
}

/** A region with its running institutions as a tree, each with its units and their services. @throws Refused not-found */
export async function getRegion(scope: Scope, slug: string): Promise<RegionView> {
  const row = await regions.findRegionBySlug(scope.db, slug)
  if (!row) throw new Refused('not-found')
  return { ...regionOf(row), institutions: await treeOfRegion(scope, row.code) }
}

/** @throws Refused not-found */
export async function getRegionByCode(scope: Scope, code: string): Promise<Region> {
  const row = await regions.findRegionByCode(scope.db, code)
  if (!row) throw new Refused('not-found')
  return regionOf(row)
}

/** Adds a region; only an administrator of the whole portal may. Issues: see `regionSchema`, code-taken, slug-taken. */
export async function addRegion(scope: Scope, input: RegionInput): Promise<Outcome<{ region: Region }>> {
  if (!may(scope.actor, 'portal.administer', {})) throw new Refused('forbidden')
  const reading = readInput(regionSchema, input)
  if (!reading.ok) return reading
  const { slug: wished, ...given } = reading.value
  const wrong = (field: string, issue: string) => ({
    ok: false as const,
    issues: { [field]: issue },
    values: reading.values,
  })
  return transaction(scope, async ({ db, engine, record }) => {
    await lockDirectory(db, engine)
    if (await regions.findRegionByCode(db, given.code)) return wrong('code', 'code-taken')
    const base = wished || slugOf(given.name)
    const taken = await regions.listRegionSlugs(db, base)
    if (wished && !isFreeSlug(wished, taken)) return wrong('slug', 'slug-taken')
    const region: Region = { ...given, slug: freeSlug(base, taken), version: 1 }
    await regions.insertRegion(db, {
      ...region,
      parents: JSON.stringify(region.parents),
      areas: JSON.stringify(region.areas),
      sample: region.sample ? 1 : 0,
    })
    record({
      kind: 'directory.added',
      subject: region.code,
      fields: { what: 'region', name: region.name, slug: region.slug, regionKind: region.kind, sample: region.sample },
    })
    return { ok: true as const, region }
  })
}

export function regionOf({ parents, areas, sample, ...row }: RegionRow): Region {
  return {
    code: row.code,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    timezone: row.timezone,
    population: row.population,
    parents: JSON.parse(parents) as string[],
    areas: JSON.parse(areas) as string[],
    sample: sample === 1,
    version: row.version,
  }
}
