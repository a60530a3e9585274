/**
 * Thousands of requests drawn from the API's own document, for everyone: none breaks the portal, and every answer is one
 * that the document names. A new route is drawn as soon as it is documented. `BALAI_SEED` draws others.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc, { type Arbitrary } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#server/access.ts'
import { addCommitment } from '#server/commitment/commitments.ts'
import { announcedDraft, done, prepared } from '../consultation/world.ts'
import { portalAdmin } from '../directory/actors.ts'
import { member } from '../identity/people.ts'
import { hand } from '../moderation/texts.ts'
import { register } from '../policy/world.ts'
import { readDocument, askingAs, type Document, type Operation } from '../api/asking.ts'
import { onEachEngine } from '../support/engines.ts'
import { drafted, makeWorld, openedSurvey, type World } from '../survey/world.ts'
import { anything, anyText, textOf, valueOf, type JsonSchema, type Named } from './arbitraries.ts'

const REQUESTS = Number(process.env.BALAI_REQUESTS ?? 2500)
const seed = Number(process.env.BALAI_SEED ?? 20_261_122)

interface Drawn {
  method: string
  path: string
  headers: Record<string, string>
  body: string | null
  /** Who asks. */
  role: 'nobody' | 'officer' | 'publisher' | 'admin'
}

// What a route keeps beside the database (the key of heads, a packed export) goes here.
const folder = mkdtempSync(join(tmpdir(), 'balai-drawn-'))
process.env.DATA_DIR = folder
afterAll(() => rmSync(folder, { recursive: true }))

const document = await readDocument()

onEachEngine('the API', (database) => {
  let world: World
  let names: Names
  let staff: Record<'officer' | 'publisher' | 'admin', Actor>
  beforeAll(async () => {
    world = await makeWorld(database())
    staff = { officer: await join('officer'), publisher: await join('publisher'), admin: await join('admin') }
    const surveys = [await openedSurvey(world), await drafted(world), await openedSurvey(world, { service: null })]
    const regions = await database().db.selectFrom('region').select('slug').execute()
    const places = [world.unit.slug, world.regionCode, world.unit.id, ...regions.map(({ slug }) => slug)]
    names = { survey: surveys.map(({ slug }) => slug), ...(await namesOf(world)), '': places }
  })

  /** Somebody with an account: what they do bears their name. */
  function join(role: 'officer' | 'publisher' | 'admin'): Promise<Actor> {
    const person = { email: `${role}@contoh.go.id`, name: role, role, scopeKind: 'portal' }
    return member(world.as(portalAdmin), database(), person)
  }

  test(
    `answers ${REQUESTS} drawn requests as its document says (BALAI_SEED=${seed})`,
    async () => {
      const asking = {
        nobody: askingAs(() => world.as(null)),
        officer: askingAs(() => world.as(staff.officer)),
        publisher: askingAs(() => world.as(staff.publisher)),
        admin: askingAs(() => world.as(staff.admin)),
      }
      const statuses = new Map<number, number>()
      const property = fc.asyncProperty(requestsOf(document, names), async ({ role, method, path, headers, body }) => {
        const { status } = await asking[role].ask(method, path, body === null ? { headers } : { headers, body })
        expect(status).toBeLessThan(500)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      })
      await fc.assert(property, { seed, numRuns: REQUESTS })
      // What is drawn reaches what is there, and not only the door.
      expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 404, 422]))
    },
    120_000 + REQUESTS * 60,
  )
})

/** What stands in the portal, by the module whose addresses name it; under '' its places, for the others. */
type Names = Record<string, string[]>

/** A consultation that takes inputs, one in preparation, a commitment, a policy and a text. */
async function namesOf(world: World): Promise<Names> {
  const officer = world.as(world.officer)
  const consultations = [await announcedDraft(world), await prepared(world)].map(({ slug }) => slug)
  const place = `unit:${world.unit.id}`
  const source = { sourceTitle: 'Survei semester ini', owner: 'Dinas Dukcapil', dueOn: '2099-12-31' }
  const promise = { place, what: 'Memasang nomor antrean', why: 'Warga lama menunggu.', ...source }
  const { commitment } = done(await addCommitment(officer, promise))
  const policy = await register(world.as(portalAdmin), { place: `region:${world.regionCode}` })
  const text = await hand(world.database, { id: 'undian', regionCode: world.regionCode })
  return {
    consultation: [...consultations, '1'],
    commitment: [commitment.slug],
    policy: [policy],
    moderation: [text.id],
  }
}

function requestsOf(document: Document, names: Names): Arbitrary<Drawn> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      // What is sent can be wrong in more ways than what is asked for.
      weight: method === 'get' ? 1 : 4,
      arbitrary: requestOf(document, names, path, method, operation),
    })),
  )
  return fc.oneof(...operations)
}

function requestOf(
  { components }: Document,
  all: Names,
  template: string,
  method: string,
  { parameters = [], requestBody }: Operation,
): Arbitrary<Drawn> {
  const named = components.schemas as Named
  const names = all[template.split('/')[1] ?? ''] ?? all[''] ?? []
  const drawn = (where: string) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter(({ in: place }) => place === where)
          .map((one) => [one.name, valueFor(where, one.schema, names)]),
      ),
    )
  const schema = requestBody?.content['application/json']?.schema as JsonSchema | undefined
  return fc
    .record({
      role: fc.constantFrom<Drawn['role'][]>('nobody', 'officer', 'publisher', 'admin'),
      params: drawn('path'),
      query: drawn('query'),
      headers: drawn('header'),
      language: fc.constantFrom('id', 'en', 'en-GB,en;q=0.9', ''),
      body: schema ? bodyOf(valueOf(schema, named, false), valueOf(schema, named, true)) : fc.constant(null),
    })
    .map(({ role, params, query, headers, language, body }) => ({
      method: method.toUpperCase(),
      path: addressOf(template, params, query),
      headers: {
        'accept-language': language,
        ...(schema ? { 'content-type': 'application/json' } : {}),
        ...sendable(headers),
      },
      body,
      role,
    }))
}

function valueFor(where: string, schema: JsonSchema = {}, names: string[]): Arbitrary<string | undefined> {
  const known = fc.constantFrom(...names)
  const fits = textOf(schema)
  if (where === 'path') return fc.oneof({ weight: 6, arbitrary: known }, { weight: 2, arbitrary: anyText })
  const value = fc.oneof(
    { weight: 5, arbitrary: fits },
    { weight: 2, arbitrary: known },
    { weight: 1, arbitrary: anyText },
  )
  // A key of a submission is there as a rule; a filter of a list, now and then.
  if (where === 'header') return fc.oneof({ weight: 8, arbitrary: fc.uuid() }, { weight: 1, arbitrary: value })
  return fc.option(value, { nil: undefined, freq: 2 })
}

function bodyOf(fits: Arbitrary<unknown>, strange: Arbitrary<unknown>): Arbitrary<string> {
  const text = (values: Arbitrary<unknown>) => values.map((value) => JSON.stringify(value) ?? '')
  return fc.oneof(
    { weight: 12, arbitrary: text(fits) },
    { weight: 8, arbitrary: text(strange) },
    { weight: 1, arbitrary: text(anything) },
    { weight: 1, arbitrary: anyText },
  )
}

function addressOf(template: string, params: Record<string, unknown>, query: Record<string, unknown>): string {
  const path = template.replace(
    /\{(\w+)\}/g,
    (_, name: string) => encodeURIComponent(wellFormed(String(params[name] ?? ''))) || '-',
  )
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const search = given.map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`).join('&')
  return search ? `${path}?${search}` : path
}

/** An address can't hold half of a pair. */
function wellFormed(text: string): string {
  return text.toWellFormed()
}

/** What a client can put into a header at all. */
function sendable(headers: Record<string, string | undefined>): Record<string, string> {
  const kept = Object.entries(headers).map(([name, value = '']) => [name, value.replace(/[^\x20-\x7e]/g, '').trim()])
  return Object.fromEntries(kept)
}
