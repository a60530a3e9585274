/** What must hold of the directory's rows: a tree without circles, nothing running below what is closed, codes once. */
import { listInstitutions } from '#db/directory/institutions.ts'
import { listUnits } from '#db/directory/units.ts'
import type { Problem, Verifier } from '../ledger/verification.ts'
import { treeFaults, type TreePart } from './rules/tree-faults.ts'

export const verifyDirectory: Verifier = async function* (db, count) {
  const institutions = await listInstitutions(db)
  const units = await listUnits(db)
  const slugs = new Map([...institutions, ...units].map(({ id, slug }) => [id, slug]))
  const paths = new Map(institutions.map(({ id, path, regionCode }) => [id, { path, regionCode }]))
  const parts = [
    ...institutions.map((row) => ({ ...partOf('institution', row), regionCode: row.regionCode })),
    ...units.map((row) => ({ ...partOf('unit', { ...row, parentId: row.institutionId }), regionCode: row.regionCode })),
  ]
  for (const some of Map.groupBy(parts, ({ regionCode }) => regionCode).values()) {
    for (const { id, what } of treeFaults(some)) yield at(slugs.get(id) ?? id, what)
    count('places', some.length)
  }
  for (const { id, slug, path, parentId } of institutions) {
    const above = parentId === null ? '' : paths.get(parentId)?.path
    if (path !== `${above}${id}/`) yield at(slug, 'path')
  }
}

function partOf(
  what: TreePart['what'],
  {
    id,
    parentId,
    code,
    closedAt,
  }: { id: string; parentId: string | null; code: string | null; closedAt: string | null },
): TreePart {
  return { what, id, parentId, code, closed: closedAt !== null }
}

function at(id: string, what: string): Problem {
  return { kind: 'place', id, what: `place-${what}` }
}
