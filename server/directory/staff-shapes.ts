/** What the API says of the directory to who keeps it up: the ids that adding asks for. */
import { z } from 'zod'
import type { Institution } from './institutions.ts'
import { INSTITUTION_KINDS, SECTORS } from './schema.ts'
import type { Unit } from './units.ts'

const id = z.string().meta({ description: 'Names it where something is added to it or a role is given in it.' })

export const keptInstitutionShape = z
  .strictObject({
    id,
    slug: z.string(),
    name: z.string(),
    kind: z.enum(INSTITUTION_KINDS),
    region: z.string().meta({ description: 'Kemendagri code.' }),
    parent: z.string().nullable().meta({ description: 'Id of the institution above.' }),
  })
  .meta({ id: 'KeptInstitution' })

export const keptUnitShape = z
  .strictObject({
    id,
    slug: z.string(),
    name: z.string(),
    sector: z.enum(SECTORS),
    region: z.string().meta({ description: 'Kemendagri code.' }),
    institution: z.string().meta({ description: 'Id of the institution that it belongs to.' }),
  })
  .meta({ id: 'KeptUnit' })

export const addedShape = z.strictObject({ id, slug: z.string(), name: z.string() }).meta({ id: 'Added' })

export function showKeptInstitution({ id, slug, name, kind, regionCode, parentId }: Institution) {
  return { id, slug, name, kind, region: regionCode, parent: parentId }
}

export function showKeptUnit({ id, slug, name, sector, regionCode, institutionId }: Unit) {
  return { id, slug, name, sector, region: regionCode, institution: institutionId }
}

export function showAdded({ id, slug, name }: { id: string; slug: string; name: string }): z.infer<typeof addedShape> {
  return { id, slug, name }
}
