/** The institution tree: what a region's government is made of, down to whom the service units belong to. */
import * as institutions from '#db/directory/institutions.ts'
import { lockDirectory } from '#db/directory/lock.ts'
import { findRegionByCode } from '#db/directory/regions.ts'
import type { InstitutionKind } from '#db/directory/tables.ts'
import { may, mayAnywhere, type Action } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { isClosed, isCodeTaken } from './keeping.ts'
import { placeOfInstitution } from './place.ts'
import { freeSlug, slugOf } from './rules/slug.ts'
import { institutionSchema, type InstitutionInput } from './schema.ts'

export interface Institution {
  id: string
  slug: string
  regionCode: string
  parentId: string | null
  /** Ids from the root down to this one, each closed by "/"; also the id of an institution's scope. */
  path: string
  kind: InstitutionKind
  name: string
  code: string | null
  version: number
  closedAt: string | null
  closedNote: string | null
}

/**
 * Adds an institution at the top of a region or below another one of the same region.
 * Issues: see `institutionSchema`; region-unknown, parent-unknown, parent-closed, code-double.
 */
export async function addInstitution(
  scope: Scope,
  input: InstitutionInput,
): Promise<Outcome<{ institution: Institution }>> {
  if (!mayAnywhere(scope.actor, 'directory.edit')) throw new Refused('forbidden')
  const reading = readInput(institutionSchema, input)
  if (!reading.ok) return reading
  const { region: regionCode, parent: parentId, kind, name, code } = reading.value
  const wrong = (field: string, issue: string) => ({
    ok: false as const,
    issues: { [field]: issue },
    values: reading.values,
  })
  return transaction(scope, async ({ db, engine, record }) => {
    await lockDirectory(db, engine)
    const parent = parentId ? await institutions.findInstitutionById(db, parentId) : undefined
    const place = parent ? placeOfInstitution(parent) : { regionCode }
    if (!may(scope.actor, 'directory.edit', place)) throw new Refused('forbidden')
    if (!(await findRegionByCode(db, regionCode))) return wrong('region', 'region-unknown')
    if (parentId && parent?.regionCode !== regionCode) return wrong('parent', 'parent-unknown')
    if (await isClosed(db, parentId)) return wrong('parent', 'parent-closed')
    if (await isCodeTaken(db, 'institution', regionCode, code)) return wrong('code', 'code-double')
    const id = newId()
    const base = slugOf(name)
    const slug = freeSlug(base, await institutions.listInstitutionSlugs(db, base))
    const given = { id, slug, regionCode, parentId, path: `${parent?.path ?? ''}${id}/`, kind, name, code }
    const institution: Institution = { ...given, version: 1, closedAt: null, closedNote: null }
    await institutions.insertInstitution(db, institution)
    record({
      kind: 'directory.added',
      subject: id,
      fields: { what: 'institution', name, slug, institutionKind: kind, region: regionCode, parent: parentId },
    })
    return { ok: true as const, institution }
  })
}

/** The running institutions in which the actor may do `action`: what a form offers to choose from. */
export async function listInstitutionsWhere(scope: Scope, action: Action): Promise<Institution[]> {
  const rows = await institutions.listInstitutions(scope.db)
  return rows.filter((row) => !row.closedAt && may(scope.actor, action, placeOfInstitution(row)))
}
