/** What the API says of the directory to who keeps it up: the ids that adding asks for. */
import { z } from 'zod'
import type { Institution } from './institutions.ts'
import type { KeptThing } from './kept.ts'
import { INSTITUTION_KINDS, SECTORS } from './schema.ts'
import type { Unit } from './units.ts'

const id = z.string().meta({ description: 'Names it where something is added to it or a role is given in it.' })

const code = z.string().nullable().meta({ description: 'The region’s own number for it; lists stand in its order.' })
const version = z.int().meta({ description: 'Say it when you correct this.' })

export const keptInstitutionShape = z
  .strictObject({
    id,
    slug: z.string(),
    name: z.string(),
    kind: z.enum(INSTITUTION_KINDS),
    region: z.string().meta({ description: 'Kemendagri code.' }),
    parent: z.string().nullable().meta({ description: 'Id of the institution above.' }),
    code,
    version,
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
    code,
    version,
  })
  .meta({ id: 'KeptUnit' })

export const addedShape = z.strictObject({ id, slug: z.string(), name: z.string() }).meta({ id: 'Added' })

export function showKeptInstitution({ id, slug, name, kind, regionCode, parentId, code, version }: Institution) {
  return { id, slug, name, kind, region: regionCode, parent: parentId, code, version }
}

export function showKeptUnit({ id, slug, name, sector, regionCode, institutionId, code, version }: Unit) {
  return { id, slug, name, sector, region: regionCode, institution: institutionId, code, version }
}

export function showAdded({ id, slug, name }: { id: string; slug: string; name: string }): z.infer<typeof addedShape> {
  return { id, slug, name }
}

export const keptShape = z
  .strictObject({
    name: z.string(),
    version,
    closedAt: z.iso.datetime().nullable(),
    closedNote: z.string().nullable().meta({ description: 'A word to residents.' }),
  })
  .meta({ id: 'Kept' })

export function showKept({ name, version, closedAt, closedNote }: KeptThing): z.infer<typeof keptShape> {
  return { name, version, closedAt, closedNote }
}
