import { inCodeOrder } from '../directory/rules/code-order.ts'
import type { InstitutionNode } from '../directory/tree.ts'

/** A unit as a region's page sets it beside others. */
export interface RegionUnit {
  id: string
  slug: string
  name: string
  /** The region's own number for it: gives it its place in every list. */
  code: string | null
  /** Its past results still count in their periods. */
  closed: boolean
  sector: string
  institution: { kind: InstitutionNode['kind']; name: string }
}

/** Every unit below these institutions, in code order. */
export function unitsIn(nodes: InstitutionNode[]): RegionUnit[] {
  return listUnits(nodes).sort(inCodeOrder)
}

function listUnits(nodes: InstitutionNode[]): RegionUnit[] {
  return nodes.flatMap(({ kind, name: institution, units, children }) => [
    ...units.map(({ id, slug, name, code, sector, closed }) => {
      return { id, slug, name, code, sector, closed, institution: { kind, name: institution } }
    }),
    ...listUnits(children),
  ])
}
