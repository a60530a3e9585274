/** /api/v1/directory for who keeps it up: corrections, closing and opening again. Fields that are left out stay as they are. */
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery } from '../openapi.ts'
import { problem } from '../problem.ts'
import type { Scope } from '../scope.ts'
import { changeInstitution, changeRegion, changeService, changeUnit } from './changes.ts'
import { setClosed, type Closable } from './closing.ts'
import type { Kept } from './keeping.ts'
import { getKept } from './kept.ts'
import {
  closingSchema,
  institutionChangeSchema,
  regionChangeSchema,
  serviceChangeSchema,
  unitChangeSchema,
} from './schema.ts'
import { keptShape, showKept } from './staff-shapes.ts'

type Thing = Closable | { what: 'region'; slug: string }

const bodies = {
  region: regionChangeSchema.partial().required({ version: true }).strict().meta({ id: 'RegionChange' }),
  institution: institutionChangeSchema.partial().required({ version: true }).strict().meta({ id: 'InstitutionChange' }),
  unit: unitChangeSchema.partial().required({ version: true }).strict().meta({ id: 'UnitChange' }),
  service: serviceChangeSchema.partial().required({ version: true }).strict().meta({ id: 'ServiceChange' }),
}
const closingBody = closingSchema.strict().meta({ id: 'Closing', description: '`note` is a word to residents.' })

function steps(summary: string, schema: z.ZodType, params: string[], description?: string) {
  const names: Record<string, string> = { slug: 'Its `slug`.', service: 'The service’s `slug`.' }
  const route = describe({
    tag: 'directory',
    staff: true,
    summary,
    description: description ?? '`version` is the one that was read: 409 if somebody else has saved since.',
    says: 'Saved.',
    gives: keptShape,
    params: Object.fromEntries(params.map((name) => [name, names[name] ?? ''])),
    takes: { schema, example: { version: 1 } },
    problems: ['bad-query', 'not-found', 'conflict', ...BODY_PROBLEMS],
  })
  return [route, needsToken, noQuery, ...takesBody(schema)] as const
}

const BODY_PROBLEMS = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid'] as const
const CLOSING = 'Closing keeps the page and all results. An institution closes last of all that stands in it.'

export const directoryKeeping = new Hono<ApiEnv>()
  .patch('/regions/:slug', ...steps('Correct a region', bodies.region, ['slug']), (c) =>
    change(c, { what: 'region', slug: c.req.param('slug') }),
  )
  .patch('/institutions/:slug', ...steps('Correct an institution', bodies.institution, ['slug']), (c) =>
    change(c, { what: 'institution', slug: c.req.param('slug') }),
  )
  .patch('/units/:slug', ...steps('Correct a unit', bodies.unit, ['slug']), (c) =>
    change(c, { what: 'unit', slug: c.req.param('slug') }),
  )
  .patch('/units/:slug/services/:service', ...steps('Correct a service', bodies.service, ['slug', 'service']), (c) =>
    change(c, { what: 'service', unit: c.req.param('slug'), slug: c.req.param('service') }),
  )
  .post('/institutions/:slug/closing', ...steps('Close or open an institution', closingBody, ['slug'], CLOSING), (c) =>
    close(c, { what: 'institution', slug: c.req.param('slug') }),
  )
  .post('/units/:slug/closing', ...steps('Close or open a unit', closingBody, ['slug'], CLOSING), (c) =>
    close(c, { what: 'unit', slug: c.req.param('slug') }),
  )
  .post(
    '/units/:slug/services/:service/closing',
    ...steps('Close or open a service', closingBody, ['slug', 'service'], CLOSING),
    (c) => close(c, { what: 'service', unit: c.req.param('slug'), slug: c.req.param('service') }),
  )

async function change(c: Context<ApiEnv>, thing: Thing): Promise<Response> {
  const scope = c.get('scope')
  const { values } = await getKept(scope, thing)
  const input = { ...values, ...(c.get('body') as object) } as never
  return answer(c, thing, await save(scope, thing, input))
}

function save(scope: Scope, thing: Thing, input: never): Promise<Kept<object>> {
  if (thing.what === 'region') return changeRegion(scope, thing.slug, input)
  if (thing.what === 'institution') return changeInstitution(scope, thing.slug, input)
  if (thing.what === 'unit') return changeUnit(scope, thing.slug, input)
  return changeService(scope, [thing.unit, thing.slug], input)
}

async function close(c: Context<ApiEnv>, thing: Closable): Promise<Response> {
  return answer(c, thing, await setClosed(c.get('scope'), thing, c.get('body') as never))
}

async function answer(c: Context<ApiEnv>, thing: Thing, outcome: Kept<object>): Promise<Response> {
  if (outcome.ok) return c.json(showKept(await getKept(c.get('scope'), thing)))
  return problem(c, outcome.issues.form ? 'conflict' : 'invalid', { issues: outcome.issues })
}
