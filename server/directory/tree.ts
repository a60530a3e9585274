/** A region's institutions as a tree, with units and services in their places. */
import { listInstitutionsOfRegion } from '#db/directory/institutions.ts'
import { listServicesOfUnits } from '#db/directory/services.ts'
import type { InstitutionKind, InstitutionRow, ServiceRow } from '#db/directory/tables.ts'
import { listUnitsOfRegion, type PlacedUnitRow } from '#db/directory/units.ts'
import type { Scope } from '../scope.ts'
import { serviceOf, type Service } from './services.ts'

export interface InstitutionNode {
  id: string
  slug: string
  name: string
  kind: InstitutionKind
  path: string
  units: UnitNode[]
  children: InstitutionNode[]
}

export interface UnitNode {
  id: string
  slug: string
  name: string
  sector: string
  services: Service[]
}

export async function treeOfRegion(scope: Scope, regionCode: string): Promise<InstitutionNode[]> {
  const institutions = await listInstitutionsOfRegion(scope.db, regionCode)
  const units = await listUnitsOfRegion(scope.db, regionCode)
  const services = await listServicesOfUnits(
    scope.db,
    units.map((unit) => unit.id),
  )
  return growTree(institutions, units, services)
}

function growTree(institutions: InstitutionRow[], units: PlacedUnitRow[], services: ServiceRow[]): InstitutionNode[] {
  const servicesByUnit = Map.groupBy(services, (service) => service.unitId)
  const unitsByInstitution = Map.groupBy(units, (unit) => unit.institutionId)
  const childrenByParent = Map.groupBy(institutions, (institution) => institution.parentId)
  const unitNode = ({ id, slug, name, sector }: PlacedUnitRow): UnitNode => {
    return { id, slug, name, sector, services: (servicesByUnit.get(id) ?? []).map(serviceOf) }
  }
  const nodesBelow = (parentId: string | null): InstitutionNode[] =>
    (childrenByParent.get(parentId) ?? []).map(({ id, slug, name, kind, path }) => {
      const own = (unitsByInstitution.get(id) ?? []).map(unitNode)
      return { id, slug, name, kind, path, units: own, children: nodesBelow(id) }
    })
  return nodesBelow(null)
}
