/** A client that a stranger's tool makes from the document alone takes a survey from draft to answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@hey-api/openapi-ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAccountByEmail } from '#db/identity/accounts.ts'
import { makeMachineToken } from '#server/identity/machine-tokens.ts'
import { scopeOf } from '#server/scope.ts'
import { emailOf, settle, type Town } from '../access/town.ts'
import { actorOf } from '../identity/people.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { bodyOf, newKey } from '../survey/world.ts'

interface Call {
  path?: Record<string, string>
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: object
}
interface Reply {
  // oxlint-disable-next-line no-explicit-any
  data?: any
  error?: { type: string; errors?: { field: string; code: string }[] }
  response: Response
}
type Client = Record<
  | 'getIdentityMe'
  | 'postSurvey'
  | 'patchSurveyBySlug'
  | 'postSurveyBySlugOpen'
  | 'postSurveyBySlugAnswers'
  | 'getSurveyBySlugWork'
  | 'getSurvey'
  | 'postSurveyBySlugHandIn',
  (call?: Call) => Promise<Reply>
>

let portal: TestPortal
let town: Town
let client: Client
const folder = mkdtempSync(join(tmpdir(), 'balai-client-'))

beforeAll(async () => {
  portal = await startPortal('sqlite', { fill: async (database) => (town = await settle(database)) })
  const account = await findAccountByEmail(portal.database.db, emailOf('officer', 'own'))
  const actor = await actorOf(portal.database, account?.id ?? '')
  const wish = { name: 'Program', grant: 'officer|region:15.08', days: 1 }
  const made = await makeMachineToken(scopeOf(portal.database, { actor }), wish)
  client = await generatedClient(made.ok ? made.token : '')
})
afterAll(async () => {
  await portal?.stop()
  rmSync(folder, { recursive: true })
})

async function generatedClient(token: string): Promise<Client> {
  const document = (await (await fetch(`${portal.url}/api/v1/openapi.json`)).json()) as Record<string, unknown>
  await createClient({
    input: document,
    output: { path: folder, importFileExtension: '.ts' },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent' },
  })
  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href) as Promise<unknown>
  const { client: settings } = (await load('client.gen.ts')) as { client: { setConfig(config: object): void } }
  settings.setConfig({ baseUrl: `${portal.url}/api/v1`, auth: token })
  return (await load('sdk.gen.ts')) as Client
}

test('takes a survey from draft to answers', async () => {
  expect((await client.getIdentityMe()).data.grants).toEqual([
    { role: 'officer', scopeKind: 'region', scopeId: '15.08' },
  ])
  const drafted = await client.postSurvey({
    body: { unit: town.unit.slug, period: 'Lewat program', firstDay: dayFromNow(-1), lastDay: dayFromNow(5) },
  })
  expect(drafted.response.status).toBe(201)
  const { slug, state } = drafted.data.survey as { slug: string; state: string }
  expect(state).toBe('draft')
  const listed = await client.getSurvey({ query: { staff: 'true', state: 'draft' } })
  expect(listed.data.items.map((survey: { slug: string }) => survey.slug)).toContain(slug)

  const path = { slug }
  const changed = await client.patchSurveyBySlug({ path, body: { served: 40, note: 'Diubah lewat program.' } })
  expect(changed.data.survey).toMatchObject({ served: 40, period: 'Lewat program' })
  expect((await client.postSurveyBySlugOpen({ path })).data.survey.state).toBe('open')

  const headers = { 'Idempotency-Key': newKey() }
  const answered = await client.postSurveyBySlugAnswers({ path, headers, body: bodyOf('434-23441') })
  const again = await client.postSurveyBySlugAnswers({ path, headers, body: bodyOf('434-23441') })
  expect(answered.response.status).toBe(201)
  expect(again.data).toEqual(answered.data)
  expect((await client.getSurveyBySlugWork({ path })).data.counts).toMatchObject({ n: 1, sealed: 0, waiting: 1 })
})

test('is told in stable codes why something can’t be done', async () => {
  const unknown = await client.postSurvey({ body: { unit: town.unit.slug, periode: 'Salah tulis' } })
  expect(unknown.response.status).toBe(422)
  expect(unknown.error?.errors).toContainEqual(expect.objectContaining({ field: 'periode', code: 'unknown-field' }))
  const early = await client.postSurveyBySlugHandIn({ path: { slug: town.open.slug } })
  expect(early.response.status).toBe(409)
  expect(early.error?.errors).toEqual([expect.objectContaining({ field: 'form', code: 'not-closed' })])
})
