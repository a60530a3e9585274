/** What a new survey can be about: the actor's units, each as a whole or by one of its services. */
import { getRegion, listRegions } from '#server/directory/regions.ts'
import type { InstitutionNode, UnitNode } from '#server/directory/tree.ts'
import { listUnitsWhere } from '#server/directory/units.ts'
import type { Scope } from '#server/scope.ts'

export interface Subject {
  /** Unit and service slugs with a slash between; the service is empty for the unit as a whole. */
  value: string
  unit: string
  service: string | null
}

export async function listSubjects(scope: Scope): Promise<Subject[]> {
  const units = await listUnitsWhere(scope, 'survey.draft')
  const codes = new Set(units.map(({ regionCode }) => regionCode))
  const regions = (await listRegions(scope)).filter(({ code }) => codes.has(code))
  const trees = await Promise.all(regions.map(({ slug }) => getRegion(scope, slug)))
  const nodes = new Map(trees.flatMap(({ institutions }) => unitsIn(institutions)).map((unit) => [unit.id, unit]))
  return units.flatMap(({ id, slug, name }) => [
    { value: `${slug}/`, unit: name, service: null },
    ...(nodes.get(id)?.services ?? []).map((service) => {
      return { value: `${slug}/${service.slug}`, unit: name, service: service.name }
    }),
  ])
}

function unitsIn(nodes: InstitutionNode[]): UnitNode[] {
  return nodes.flatMap(({ units, children }) => [...units, ...unitsIn(children)])
}
