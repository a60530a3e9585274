/**
 * Every page and every route, for everyone: table.ts says what each may get. Whatever has no line there fails the walk.
 * Visitors stand in this order; "own" works in the region that the surveys belong to, "foreign" in another.
 */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api } from '#server/api.ts'
import { PAGES, pathTo, type PageName } from '#server/paths.ts'
import { PASSWORD } from '../identity/people.ts'
import { startPortal, visitorOf, type TestPortal, type Visitor } from '../support/portal.ts'
import { MUSYAWARAH_LINES, RECORD_LINES } from './musyawarah-lines.ts'
import { ANSWER_LINES } from './answer-lines.ts'
import { STAFF_ROUTES } from './staff-routes.ts'
import { ACTS, PAGE_LINES, ROUTE_LINES, STEPS, type Line } from './table.ts'
import { emailOf, ROLES, settle, type Town } from './town.ts'

const VISITORS = ['nobody', ...ROLES.map((role) => `own ${role}`), ...ROLES.map((role) => `foreign ${role}`)]

/** Whose slug is that of a consultation: `open` is announced, `draft` in preparation. */
const OF_CONSULTATIONS = new Set<PageName>([
  ...(['consultation', 'consultationPreview', 'compare', 'need', 'consultationFile'] as const),
  ...(['manageConsultation', 'manageDraft'] as const),
])

/** Likewise for a meeting. */
const OF_MEETINGS = new Set<PageName>(MUSYAWARAH_LINES.map(({ page }) => page))

const statuses = (text: string) => {
  const listed = text.split(' ').map(Number)
  return listed.length === 1 ? VISITORS.map(() => listed[0]) : listed
}

describe('the table', () => {
  test('names every page', () => {
    expect([...new Set(PAGE_LINES.map(({ page }) => page))].sort()).toEqual(Object.keys(PAGES).sort())
  })

  test('names every file of data behind a page', () => {
    const files = globSync('src/pages/**/*.{csv,json,jsonl,atom,ics,txt,xml,pdf,docx,xlsx}.ts', {
      cwd: join(import.meta.dirname, '../..'),
    })
    const named = new Set(
      PAGE_LINES.filter(({ data }) => data).map(({ page, data }) => `src/pages${PAGES[page].folder}${data}.ts`),
    )
    expect([...named].sort()).toEqual(files.sort())
  })

  test('names every route of the API', () => {
    const served = api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
    const named = [...ROUTE_LINES.map(([route]) => route), ...STAFF_ROUTES.map(({ route }) => route)]
    expect([...new Set(named)].sort()).toEqual([...new Set(served)].sort())
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
      const settled = OF_CONSULTATIONS.has(page)
        ? town.consultations
        : OF_MEETINGS.has(page)
          ? town.meetings
          : undefined
      const slug = slugs()[page] ?? settled?.[of] ?? town[of].slug
      const { need, previewKey: key } = town.consultations
      const params = {
        slug,
        need,
        key,
        file: 'tiada',
        number: '1',
        token: 'tiada',
        part: 'scores',
        code: codeOf(page),
        service: town.service,
        block: town.consultation.blocks[0] ?? '',
        id: town.text.id,
      }
      return pathTo(locale, page, params) + data
    }
    const slugs = (): Partial<Record<PageName, string>> => ({
      region: 'kabupaten-bungo',
      regionPublications: 'kabupaten-bungo',
      regionMeetings: 'kabupaten-bungo',
      unit: town.unit.slug,
      ...Object.fromEntries(RECORD_LINES.map(({ page }) => [page, town.meetings.held])),
      ...Object.fromEntries(ANSWER_LINES.map(({ page }) => [page, town.answered.slug])),
      policy: town.policy,
      followPolicy: town.policy,
      managePolicy: town.policy,
      explainPolicy: town.policy,
      evaluatePolicy: town.policy,
      block: town.consultation.slug,
      inputs: town.consultation.slug,
      inputFile: town.consultation.slug,
      newOrganisation: town.consultation.slug,
      organisation: town.consultation.slug,
      enterInputs: town.consultation.slug,
      commitment: town.commitment,
      commitmentEvidence: town.commitment,
      followCommitment: town.commitment,
      disputeCommitment: town.commitment,
      manageCommitment: town.commitment,
      manageRegion: 'kabupaten-bungo',
      manageRegionGroups: 'kabupaten-bungo',
      importTree: 'kabupaten-bungo',
      treeFile: 'kabupaten-bungo',
      manageInstitution: 'dinas-dukcapil',
      manageUnit: town.unit.slug,
      manageService: town.unit.slug,
    })
    const codes = (): Partial<Record<PageName, string>> => ({
      shortAddress: town.open.shortCode,
      objectToAnswer: town.answered.codes[1],
      askReview: town.text.code,
      eraseOwnWords: town.answered.codes[0],
      invitation: town.meetings.code,
    })
    const codeOf = (page: PageName) => codes()[page] ?? 'S000-0000-0000-0000-0'

    test.each(PAGE_LINES)('GET $#: $page', async (line) => {
      expect(await everyone((visitor) => visitor.get(addressOf(line)))).toEqual(expected(line.get))
      expect(await everyone((visitor) => visitor.get(addressOf(line, 'en')))).toEqual(expected(line.get))
    })

    test.each(ROUTE_LINES)('%s of %s', async (route, of, status) => {
      const [method = '', path = ''] = route.split(' ')
      const slug = /^\/(directory|dashboard)\/regions/.test(path)
        ? 'kabupaten-bungo'
        : /^\/(directory|dashboard)/.test(path)
          ? town.unit.slug
          : path.startsWith('/commitment')
            ? town.commitment
            : path.startsWith('/policy')
              ? town.policy
              : path.startsWith('/consultation')
                ? town.consultation.slug
                : path.startsWith('/musyawarah')
                  ? town.meetings[of]
                  : town[of].slug
      const address = path
        .replace(':slug', slug)
        .replace(':survey', town.open.slug)
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
