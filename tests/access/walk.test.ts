/**
 * Every page and every route, for everyone: one table of what each may get. Whatever has no line here fails the walk.
 * Visitors stand in this order; "own" works in the region that the surveys belong to, "foreign" in another.
 */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api } from '#server/api.ts'
import { PAGES, pathTo, type PageName } from '#server/paths.ts'
import { PASSWORD } from '../identity/people.ts'
import { startPortal, visitorOf, type TestPortal, type Visitor } from '../support/portal.ts'
import { emailOf, ROLES, settle, type Town } from './town.ts'

const VISITORS = ['nobody', ...ROLES.map((role) => `own ${role}`), ...ROLES.map((role) => `foreign ${role}`)]

/** Nobody, then own and foreign officer, publisher, auditor, admin. One number stands for all. */
interface Line {
  page: PageName
  /** For a page about a survey: which one. */
  of?: 'open' | 'draft'
  data?: '' | '.csv' | '.json'
  get: string
  /** Left out where posting is the same as looking. */
  post?: string
  /** What is posted; nothing unless told otherwise. `who` sets visitors apart. */
  fields?: (who: number) => Record<string, string>
}

/** A draft is there for those alone who may see it. */
const DRAFT = '404 200 200 200 200 404 404 404 404'

const PAGE_LINES: Line[] = [
  { page: 'home', get: '200' },
  { page: 'about', get: '200' },
  { page: 'privacy', get: '200' },
  { page: 'surveys', get: '200' },
  { page: 'survey', of: 'open', get: '200', post: '422' },
  { page: 'survey', of: 'draft', get: DRAFT, post: '404 422 422 422 422 404 404 404 404' },
  { page: 'surveyResults', of: 'open', get: '200' },
  { page: 'surveyResults', of: 'draft', get: DRAFT },
  { page: 'surveyResults', of: 'open', data: '.json', get: '200', post: '404' },
  { page: 'surveyResults', of: 'draft', data: '.json', get: DRAFT, post: '404' },
  { page: 'surveyResults', of: 'open', data: '.csv', get: '200', post: '404' },
  { page: 'surveyResults', of: 'draft', data: '.csv', get: DRAFT, post: '404' },
  { page: 'surveyMethod', of: 'open', get: '200' },
  { page: 'surveyMethod', of: 'draft', get: DRAFT },
  { page: 'surveyPoster', of: 'open', get: '200' },
  { page: 'surveyPoster', of: 'draft', get: DRAFT },
  { page: 'surveyPreview', of: 'open', get: '401 200 200 200 200 403 403 403 403' },
  { page: 'surveyPreview', of: 'draft', get: DRAFT },
  { page: 'shortAddress', get: '302' },
  { page: 'manageSurveys', get: '401 200 200 200 200 200 200 200 200' },
  { page: 'newSurvey', get: '401 200 403 403 200 200 403 403 200', post: '401 422 403 403 422 422 403 403 422' },
  { page: 'manageSurvey', of: 'open', get: '401 200 200 200 200 403 403 403 403' },
  { page: 'manageSurvey', of: 'draft', get: '401 200 200 200 200 404 404 404 404' },
  {
    page: 'importAnswers',
    of: 'open',
    get: '401 200 403 403 200 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403',
  },
  {
    page: 'importAnswers',
    of: 'draft',
    get: '401 200 403 403 200 404 404 404 404',
    post: '401 422 403 403 422 404 404 404 404',
  },
  { page: 'exportAnswers', of: 'open', data: '.csv', get: '401 200 200 200 200 403 403 403 403', post: '404' },
  { page: 'regions', get: '200' },
  { page: 'region', get: '200' },
  { page: 'unit', get: '200' },
  {
    page: 'manageDirectory',
    get: '401 403 403 403 200 403 403 403 200',
    post: '401 403 403 403 422 403 403 403 422',
    fields: () => ({ form: 'unit' }),
  },
  { page: 'check', get: '200', post: '422' },
  { page: 'checkCode', get: '404' },
  { page: 'ledger', get: '200' },
  { page: 'signIn', get: '200', post: '422', fields: (who) => ({ email: `orang${who}@contoh.go.id` }) },
  { page: 'setPassword', get: '410' },
  { page: 'account', get: '401 200 200 200 200 200 200 200 200', post: '401 422 422 422 422 422 422 422 422' },
  { page: 'manageAccounts', get: '401 403 403 200 200 403 403 200 200', post: '401 403 403 403 422 403 403 403 422' },
  // Last: posting it ends the session.
  { page: 'signOut', get: '200', post: '303' },
]

/** The API knows no sessions: it answers everyone alike. */
const ROUTE_LINES: [route: string, of: 'open' | 'draft', status: number][] = [
  ['GET /survey', 'open', 200],
  ['GET /survey/:slug', 'open', 200],
  ['GET /survey/:slug', 'draft', 404],
  ['GET /survey/:slug/results', 'open', 200],
  ['GET /survey/:slug/results', 'draft', 404],
  ['POST /survey/:slug/answers', 'open', 415],
  ['POST /survey/:slug/answers', 'draft', 415],
  ['GET /directory/regions', 'open', 200],
  ['GET /directory/regions/:slug', 'open', 200],
  ['GET /directory/units/:slug', 'open', 200],
  ['GET /ledger/entries', 'open', 200],
  ['GET /ledger/heads', 'open', 200],
  ['GET /ledger/heads/:date', 'open', 404],
  ['GET /ledger/receipts/:code', 'open', 404],
  ['GET /ledger/export', 'open', 200],
  ['GET /problems', 'open', 200],
  ['GET /problems/:code', 'open', 200],
  ['GET /openapi.json', 'open', 200],
]

/** Acts of whose place the form alone decides: the same fields, posted by everyone, do it for one's own only. */
const ACTS: { name: string; page: PageName; fields: (town: Town) => Record<string, string>; post: string }[] = [
  {
    name: 'adds a unit',
    page: 'manageDirectory',
    fields: ({ institution }) => ({ form: 'unit', institution, name: 'Loket Baru', sector: 'health' }),
    post: '401 403 403 403 303 403 403 403 403',
  },
  {
    name: 'adds a service',
    page: 'manageDirectory',
    fields: ({ unit }) => ({ form: 'service', unit: unit.id, name: 'Kartu Keluarga' }),
    post: '401 403 403 403 303 403 403 403 403',
  },
  {
    name: 'adds an institution',
    page: 'manageDirectory',
    fields: () => ({ form: 'institution', region: '15.08', kind: 'agency', name: 'Dinas Sosial' }),
    post: '401 403 403 403 303 403 403 403 403',
  },
]

/** Steps that fail on an open survey: who may take them is told why (409, 422), nobody else comes so far (403). */
const STEPS: [step: string, post: string][] = [
  ['change', '401 422 403 403 422 403 403 403 403'],
  ['open', '401 409 403 403 409 403 403 403 403'],
  ['hand-in', '401 409 403 403 409 403 403 403 403'],
  ['publish', '401 403 409 403 403 403 403 403 403'],
  ['correct', '401 403 409 403 403 403 403 403 403'],
  ['withdraw', '401 403 409 403 403 403 403 403 403'],
]

const statuses = (text: string) => {
  const listed = text.split(' ').map(Number)
  return listed.length === 1 ? VISITORS.map(() => listed[0]) : listed
}

describe('the table', () => {
  test('names every page', () => {
    expect([...new Set(PAGE_LINES.map(({ page }) => page))].sort()).toEqual(Object.keys(PAGES).sort())
  })

  test('names every file of data behind a page', () => {
    const files = globSync('src/pages/**/*.{csv,json}.ts', { cwd: join(import.meta.dirname, '../..') })
    const named = new Set(
      PAGE_LINES.filter(({ data }) => data).map(({ page, data }) => `src/pages${PAGES[page].folder}${data}.ts`),
    )
    expect([...named].sort()).toEqual(files.sort())
  })

  test('names every route of the API', () => {
    const served = api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(ROUTE_LINES.map(([route]) => route))].sort()).toEqual([...new Set(served)].sort())
  })

  test('leads to every page that was drawn', () => {
    const cwd = join(import.meta.dirname, '../../src/pages')
    const drawn = globSync('**/*.astro', { cwd, exclude: ['**/_parts/**', '404.astro', '500.astro', 'refused.astro'] })
    const folders = new Set<string>(Object.values(PAGES).map(({ folder }) => folder))
    const unnamed = drawn.filter((file) => !folders.has(`/${file.replace(/(\/?index)?\.astro$/, '')}`))
    expect(unnamed).toEqual([])
  })
})

for (const engine of ['sqlite', 'postgres'] as const) {
  describe(`the walk (${engine})`, () => {
    let portal: TestPortal
    let town: Town
    let visitors: Visitor[]

    beforeAll(async () => {
      portal = await startPortal(engine, { fill: async (database) => (town = await settle(database)) })
      visitors = VISITORS.map(() => visitorOf(portal))
      const staff = (['own', 'foreign'] as const).flatMap((side) => ROLES.map((role) => emailOf(role, side)))
      await Promise.all(staff.map((email, i) => visitors[i + 1]?.signIn(email, PASSWORD)))
    })
    afterAll(() => portal?.stop())

    async function everyone(look: (visitor: Visitor, who: number) => Promise<{ status: number }>) {
      const replies = await Promise.all(visitors.map(look))
      return Object.fromEntries(replies.map(({ status }, i) => [VISITORS[i], status]))
    }
    const expected = (text: string) => Object.fromEntries(statuses(text).map((status, i) => [VISITORS[i], status]))

    function addressOf(
      { page, of = 'open', data = '' }: Pick<Line, 'page' | 'of' | 'data'>,
      locale: 'id' | 'en' = 'id',
    ) {
      const slugs: Partial<Record<PageName, string>> = { region: 'kabupaten-bungo', unit: town.unit.slug }
      const params = { slug: slugs[page] ?? town[of].slug, token: 'tiada', part: 'scores', code: codeOf(page) }
      return pathTo(locale, page, params) + data
    }
    const codeOf = (page: PageName) => (page === 'shortAddress' ? town.open.shortCode : 'S000-0000-0000-0000-0')

    test.each(PAGE_LINES)('GET $#: $page', async (line) => {
      expect(await everyone((visitor) => visitor.get(addressOf(line)))).toEqual(expected(line.get))
      expect(await everyone((visitor) => visitor.get(addressOf(line, 'en')))).toEqual(expected(line.get))
    })

    test.each(ROUTE_LINES)('%s of %s', async (route, of, status) => {
      const [method = '', path = ''] = route.split(' ')
      const slug = path.startsWith('/directory/regions')
        ? 'kabupaten-bungo'
        : path.startsWith('/directory')
          ? town.unit.slug
          : town[of].slug
      const address = path
        .replace(':slug', slug)
        .replace(':date', '2020-01-01')
        .replace(':code', path.startsWith('/problems') ? 'closed' : 'S000-0000-0000-0000-0')
      const answers = await everyone((visitor) => visitor.send(method, `/api/v1${address}`))
      expect(answers).toEqual(expected(String(status)))
    })

    test.each(ACTS)('$name for one’s own alone', async ({ page, fields, post }) => {
      expect(await everyone((visitor) => visitor.post(addressOf({ page }), fields(town)))).toEqual(expected(post))
    })

    test.each(STEPS)('the step %s of a survey for its own alone', async (step, post) => {
      const fields = { step, sure: '1', reason: 'Untuk mencoba wewenang.', served: '100' }
      const address = addressOf({ page: 'manageSurvey', of: 'open' })
      expect(await everyone((visitor) => visitor.post(address, fields))).toEqual(expected(post))
    })

    test.each(PAGE_LINES)('POST $#: $page', async (line) => {
      expect(await everyone((visitor, who) => visitor.post(addressOf(line), line.fields?.(who)))).toEqual(
        expected(line.post ?? line.get),
      )
    })
  })
}
