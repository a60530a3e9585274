/** A region's institutions as a tree, with units and services in their places. */
import { listInstitutionsOfRegion } from '#db/directory/institutions.ts'
import { listServicesOfRegion } from '#db/directory/services.ts'
import type { InstitutionKind, InstitutionRow, ServiceRow } from '#db/directory/tables.ts'
import { listUnitsOfRegion, type PlacedUnitRow } from '#db/directory/units.ts'
import type { Scope } from '../scope.ts'
import { isRunning } from './keeping.ts'
import { inCodeOrder } from './rules/code-order.ts'
import { serviceOf, type Service } from './services.ts'

export interface InstitutionNode {
  id: string
  slug: string
  name: string
  code: string | null
  kind: InstitutionKind
  path: string
  closed: boolean
  units: UnitNode[]
  children: InstitutionNode[]
}

export interface UnitNode {
  id: string
  slug: string
  name: string
  code: string | null
  sector: string
  closed: boolean
  services: Service[]
}

/** In code order. What is closed is left out unless asked for. */
export async function treeOfRegion(
  scope: Pick<Scope, 'db'>,
  regionCode: string,
  { closed = false } = {},
): Promise<InstitutionNode[]> {
  const wanted = <T extends { closedAt: string | null }>(rows: T[]) => (closed ? rows : rows.filter(isRunning))
  const institutions = wanted(await listInstitutionsOfRegion(scope.db, regionCode)).sort(inCodeOrder)
  const units = wanted(await listUnitsOfRegion(scope.db, regionCode)).sort(inCodeOrder)
  const services = wanted(await listServicesOfRegion(scope.db, regionCode))
  return growTree(institutions, units, services)
}

function growTree(institutions: InstitutionRow[], units: PlacedUnitRow[], services: ServiceRow[]): InstitutionNode[] {
  const servicesByUnit = Map.groupBy(services, (service) => service.unitId)
  const unitsByInstitution = Map.groupBy(units, (unit) => unit.institutionId)
  const childrenByParent = Map.groupBy(institutions, (institution) => institution.parentId)
  const unitNode = ({ id, slug, name, code, sector, closedAt }: PlacedUnitRow): UnitNode => {
    const own = (servicesByUnit.get(id) ?? []).map(serviceOf)
    return { id, slug, name, code, sector, closed: closedAt !== null, services: own }
  }
  const nodesBelow = (parentId: string | null): InstitutionNode[] =>
    (childrenByParent.get(parentId) ?? []).map(({ id, slug, name, code, kind, path, closedAt }) => {
      const own = (unitsByInstitution.get(id) ?? []).map(unitNode)
      return { id, slug, name, code, kind, path, closed: closedAt !== null, units: own, children: nodesBelow(id) }
    })
  return nodesBelow(null)
}
