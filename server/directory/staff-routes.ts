/** /api/v1/directory for who keeps it up: adding, and the ids that adding asks for. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, takesQuery } from '../openapi.ts'
import { pageOf } from '../paging.ts'
import { answerOutcome } from '../problem.ts'
import { addInstitution, listInstitutionsWhere } from './institutions.ts'
import { addRegion } from './regions.ts'
import { WEIGHT_POLICIES } from './rules/weight-policy.ts'
import { institutionSchema, regionSchema, serviceSchema, unitSchema } from './schema.ts'
import { addService } from './services.ts'
import {
  addedShape,
  keptInstitutionShape,
  keptUnitShape,
  showAdded,
  showKeptInstitution,
  showKeptUnit,
} from './staff-shapes.ts'
import { addUnit, listUnitsWhere } from './units.ts'
import { fixWeight } from './weights.ts'

const pageQuery = z.strictObject({ cursor: cursorQuery, limit: limitQuery })
const regionBody = regionSchema.strict().meta({ id: 'NewRegion', description: '`code` is the Kemendagri code.' })
const institutionBody = institutionSchema
  .strict()
  .meta({ id: 'NewInstitution', description: '`region` is a code, `parent` the id of the institution above, if any.' })
const unitBody = unitSchema.strict().meta({ id: 'NewUnit', description: '`institution` is an id.' })
const serviceBody = serviceSchema.strict().meta({ id: 'NewService', description: '`unit` is an id.' })
const weightBody = z
  .strictObject({
    region: z.string('required').meta({ description: 'Kemendagri code.' }),
    year: z.int('number'),
    weight: z.enum(WEIGHT_POLICIES, 'choose'),
  })
  .meta({ id: 'RegionWeight' })

/** The two steps that every route here begins with: what it is, and that it takes a token. */
function adds(summary: string, schema: z.ZodType, example: object, description?: string) {
  const route = describe({
    tag: 'directory',
    staff: true,
    summary,
    ...(description ? { description } : {}),
    status: 201,
    says: 'Added.',
    gives: addedShape,
    takes: { schema, example },
    problems: ['bad-query', 'not-found', 'malformed-json', 'unsupported-media-type', 'too-large', 'invalid'],
  })
  return [route, needsToken, noQuery, ...takesBody(schema)] as const
}

export const staffDirectory = new Hono<ApiEnv>()
  .get(
    '/institutions',
    describe({
      tag: 'directory',
      staff: true,
      summary: 'Institutions that one keeps up',
      says: 'A page of institutions.',
      gives: listOf(keptInstitutionShape, 'KeptInstitutions'),
      problems: ['bad-query'],
    }),
    needsToken,
    takesQuery(pageQuery),
    async (c) => {
      const all = await listInstitutionsWhere(c.get('scope'), 'directory.keep')
      const { items, next } = pageOf(all, ({ id }) => id, c.req.valid('query'))
      return c.json({ items: items.map(showKeptInstitution), next })
    },
  )
  .get(
    '/units',
    describe({
      tag: 'directory',
      staff: true,
      summary: 'Units that one keeps up',
      says: 'A page of units.',
      gives: listOf(keptUnitShape, 'KeptUnits'),
      problems: ['bad-query'],
    }),
    needsToken,
    takesQuery(pageQuery),
    async (c) => {
      const all = await listUnitsWhere(c.get('scope'), 'directory.keep')
      const { items, next } = pageOf(all, ({ id }) => id, c.req.valid('query'))
      return c.json({ items: items.map(showKeptUnit), next })
    },
  )
  .post(
    '/regions',
    ...adds(
      'Add a region',
      regionBody,
      { name: 'Kabupaten Bungo', kind: 'kabupaten', code: '15.08', timezone: 'Asia/Jakarta' },
      'Only who administers the whole portal.',
    ),
    async (c) => {
      const outcome = await addRegion(c.get('scope'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ region }) => showAdded({ ...region, id: region.code }), 201)
    },
  )
  .post(
    '/institutions',
    ...adds('Add an institution', institutionBody, { region: '15.08', kind: 'agency', name: 'Dinas Kesehatan' }),
    async (c) => {
      const outcome = await addInstitution(c.get('scope'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ institution }) => showAdded(institution), 201)
    },
  )
  .post(
    '/units',
    ...adds('Add a service unit', unitBody, { institution: '…', name: 'Puskesmas Muara', sector: 'health' }),
    async (c) => {
      const outcome = await addUnit(c.get('scope'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ unit }) => showAdded(unit), 201)
    },
  )
  .post(
    '/services',
    ...adds('Add a service to a unit', serviceBody, { unit: '…', name: 'KTP-el', paid: false }),
    async (c) => {
      const outcome = await addService(c.get('scope'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ service }) => showAdded(service), 201)
    },
  )
  .post(
    '/weights',
    describe({
      tag: 'directory',
      staff: true,
      summary: 'Fix a region’s weight for a year',
      description: 'Once for each region and year, so that units’ figures can be compared.',
      status: 201,
      says: 'Fixed.',
      gives: weightBody,
      takes: { schema: weightBody, example: { region: '15.08', year: 2026, weight: 'exact' } },
      problems: ['bad-query', 'not-found', 'malformed-json', 'unsupported-media-type', 'too-large', 'invalid'],
    }),
    needsToken,
    noQuery,
    ...takesBody(weightBody),
    async (c) => {
      const body = weightBody.parse(c.get('body'))
      return answerOutcome(c, await fixWeight(c.get('scope'), body), () => body, 201)
    },
  )
