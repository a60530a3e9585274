/**
 * What everyone may get: a line for each page, each route, and each act of whose place the form alone decides.
 * A new page or route gets its line here, or the walk fails.
 */
import type { PageName } from '#server/paths.ts'
import { ANSWER_LINES } from './answer-lines.ts'
import { CONSULTATION_LINES } from './consultation-lines.ts'
import { MUSYAWARAH_LINES, RECORD_LINES } from './musyawarah-lines.ts'
import { FOLLOW_UP_LINES, FOLLOW_UP_ROUTES } from './follow-up-lines.ts'
import { MODERATION_LINES, MODERATION_ROUTES } from './moderation-lines.ts'
import { RECORD_ROUTES } from './record-routes.ts'
import type { Town } from './town.ts'

/** Nobody, then own and foreign officer, publisher, auditor, admin, moderator. One number stands for all. */
export interface Line {
  page: PageName
  /** For a page about a survey: which one. */
  of?: 'open' | 'draft'
  data?: '' | '.csv' | '.json' | '.jsonl' | '.atom' | '.ics' | '.txt' | '.xml' | '.pdf' | '.docx' | '.xlsx'
  get: string
  /** Left out where posting is the same as looking. */
  post?: string
  /** What is posted; nothing unless told otherwise. `who` sets visitors apart. */
  fields?: (who: number) => Record<string, string>
}

/** A draft is there for those alone who may see it. */
const DRAFT = '404 200 200 200 200 404 404 404 404 404 404'

export const PAGE_LINES: Line[] = [
  { page: 'home', get: '200' },
  { page: 'about', get: '200' },
  { page: 'privacy', get: '200' },
  { page: 'surveys', get: '200' },
  { page: 'survey', of: 'open', get: '200', post: '422' },
  { page: 'survey', of: 'draft', get: DRAFT, post: '404 422 422 422 422 404 404 404 404 404 404' },
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
  { page: 'surveyPreview', of: 'open', get: '401 200 200 200 200 403 403 403 403 403 403' },
  { page: 'surveyPreview', of: 'draft', get: DRAFT },
  { page: 'surveyCounter', of: 'open', get: '200', post: '422' },
  { page: 'surveyCounter', of: 'draft', get: DRAFT, post: '404 422 422 422 422 404 404 404 404 404 404' },
  ...(['printSheets', 'enterSheets', 'voidSheet'] as const).flatMap((page): Line[] => [
    {
      page,
      of: 'open',
      get: '401 200 403 403 200 403 403 403 403 403 403',
      post: '401 422 403 403 422 403 403 403 403 403 403',
    },
    { page, of: 'draft', get: '401 409 403 403 409 404 404 404 404 404 404' },
  ]),
  { page: 'shortAddress', get: '302' },
  { page: 'manageSurveys', get: '401 200 200 200 200 403 200 200 200 200 403' },
  {
    page: 'newSurvey',
    get: '401 200 403 403 200 403 200 403 403 200 403',
    post: '401 422 403 403 422 403 422 403 403 422 403',
  },
  { page: 'manageSurvey', of: 'open', get: '401 200 200 200 200 403 403 403 403 403 403' },
  { page: 'manageSurvey', of: 'draft', get: '401 200 200 200 200 404 404 404 404 404 404' },
  {
    page: 'importAnswers',
    of: 'open',
    get: '401 200 403 403 200 403 403 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403 403 403',
  },
  {
    page: 'importAnswers',
    of: 'draft',
    get: '401 200 403 403 200 404 404 404 404 404 404',
    post: '401 422 403 403 422 404 404 404 404 404 404',
  },
  { page: 'exportAnswers', of: 'open', data: '.csv', get: '401 200 200 200 200 403 403 403 403 403 403', post: '404' },
  { page: 'regions', get: '200' },
  { page: 'region', get: '200' },
  { page: 'region', data: '.csv', get: '200', post: '404' },
  { page: 'region', data: '.json', get: '200', post: '404' },
  { page: 'unit', get: '200' },
  { page: 'unit', data: '.csv', get: '200', post: '404' },
  { page: 'unit', data: '.json', get: '200', post: '404' },
  { page: 'definitions', get: '200' },
  {
    page: 'manageDirectory',
    get: '401 200 403 403 200 403 200 403 403 200 403',
    post: '401 403 403 403 422 403 403 403 403 422 403',
    fields: () => ({ form: 'unit' }),
  },
  { page: 'publications', data: '.atom', get: '200', post: '404' },
  { page: 'regionPublications', data: '.atom', get: '200', post: '404' },
  { page: 'robots', data: '.txt', get: '200', post: '404' },
  { page: 'sitemap', data: '.xml', get: '200', post: '404' },
  { page: 'securityText', data: '.txt', get: '200', post: '404' },
  { page: 'apiReference', get: '200' },
  { page: 'treeFile', data: '.csv', get: '200', post: '404' },
  ...(['manageRegion', 'manageInstitution', 'importTree'] as const).map((page) => ({
    page,
    get: '401 403 403 403 200 403 403 403 403 403 403',
    post: '401 403 403 403 422 403 403 403 403 403 403',
  })),
  ...(['manageUnit', 'manageService'] as const).map((page) => ({
    page,
    get: '401 200 403 403 200 403 403 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403 403 403',
  })),
  ...FOLLOW_UP_LINES,
  ...MODERATION_LINES,
  ...ANSWER_LINES,
  ...CONSULTATION_LINES,
  ...MUSYAWARAH_LINES,
  ...RECORD_LINES,
  { page: 'check', get: '200', post: '422' },
  { page: 'checkCode', get: '404' },
  { page: 'ledger', get: '200' },
  { page: 'signIn', get: '200', post: '422', fields: (who) => ({ email: `orang${who}@contoh.go.id` }) },
  { page: 'setPassword', get: '410' },
  { page: 'forgotten', get: '200', post: '422' },
  { page: 'residentSignIn', get: '200', post: '422' },
  { page: 'residentLink', get: '410' },
  { page: 'residentSignOut', get: '200', post: '303' },
  { page: 'signInCode', get: '303', post: '410' },
  {
    page: 'setUpCode',
    get: '303 200 200 200 200 200 200 200 200 200 200',
    post: '410 422 422 422 422 422 422 422 422 422 422',
  },
  {
    page: 'ownCodes',
    get: '401 200 200 200 200 200 200 200 200 200 200',
    post: '401 422 422 422 422 422 422 422 422 422 422',
  },
  {
    page: 'ownSessions',
    get: '401 200 200 200 200 200 200 200 200 200 200',
    post: '401 303 303 303 303 303 303 303 303 303 303',
    fields: () => ({ act: 'one', id: 'tiada' }),
  },
  {
    page: 'account',
    get: '401 200 200 200 200 200 200 200 200 200 200',
    post: '401 422 422 422 422 422 422 422 422 422 422',
  },
  {
    page: 'manageAccounts',
    get: '401 403 403 200 200 403 403 403 200 200 403',
    post: '401 403 403 403 422 403 403 403 403 422 403',
  },
  {
    page: 'machineTokens',
    get: '401 200 200 200 200 200 200 200 200 200 200',
    post: '401 422 422 422 422 422 422 422 422 422 422',
  },
  // Last: posting it ends the session.
  { page: 'signOut', get: '200', post: '303' },
]

/** The API knows no sessions: it answers everyone alike. */
export const ROUTE_LINES: [route: string, of: 'open' | 'draft', status: number][] = [
  ['GET /survey', 'open', 200],
  ['GET /survey/:slug', 'open', 200],
  ['GET /survey/:slug', 'draft', 404],
  ['GET /survey/:slug/results', 'open', 200],
  ['GET /survey/:slug/results', 'draft', 404],
  ['POST /survey/:slug/answers', 'open', 415],
  ['POST /survey/:slug/answers', 'draft', 415],
  ['GET /directory/regions', 'open', 200],
  ['GET /directory/regions/:slug', 'open', 200],
  ['GET /directory/regions/:slug/list', 'open', 200],
  ['GET /directory/units/:slug', 'open', 200],
  ...MODERATION_ROUTES,
  ['GET /dashboard/regions/:slug', 'open', 200],
  ['GET /dashboard/units/:slug', 'open', 200],
  ['GET /policy', 'open', 200],
  ['GET /policy/:slug', 'open', 200],
  ['GET /consultation', 'open', 200],
  ['GET /consultation/:slug', 'open', 200],
  // It has one version, so there is nothing to compare.
  ['GET /consultation/:slug/changes', 'open', 404],
  ['GET /consultation/:slug/inputs', 'open', 200],
  ['POST /consultation/:slug/inputs', 'open', 415],
  ['GET /musyawarah', 'open', 200],
  ['GET /musyawarah/:slug', 'open', 200],
  ['GET /musyawarah/:slug', 'draft', 404],
  ['GET /musyawarah/:slug/hall', 'open', 200],
  ['GET /musyawarah/:slug/hall', 'draft', 404],
  ...RECORD_ROUTES,
  ...FOLLOW_UP_ROUTES,
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
export const ACTS: { name: string; page: PageName; fields: (town: Town) => Record<string, string>; post: string }[] = [
  {
    name: 'adds a unit',
    page: 'manageDirectory',
    fields: ({ institution }) => ({ form: 'unit', institution, name: 'Loket Baru', sector: 'health' }),
    post: '401 403 403 403 303 403 403 403 403 403 403',
  },
  {
    name: 'adds a service',
    page: 'manageDirectory',
    fields: ({ unit }) => ({ form: 'service', unit: unit.id, name: 'Kartu Keluarga' }),
    post: '401 303 403 403 303 403 403 403 403 403 403',
  },
  {
    name: 'adds an institution',
    page: 'manageDirectory',
    fields: () => ({ form: 'institution', region: '15.08', kind: 'agency', name: 'Dinas Sosial' }),
    post: '401 403 403 403 303 403 403 403 403 403 403',
  },
  {
    name: 'writes a commitment down',
    page: 'newCommitment',
    fields: ({ unit }) => ({
      place: `unit:${unit.id}`,
      what: 'Menambah kursi di ruang tunggu',
      why: 'Warga menunggu sambil berdiri.',
      owner: 'Dinas Dukcapil',
      dueOn: '2099-12-31',
      sourceTitle: 'Survei semester ini',
    }),
    post: '401 303 403 403 303 403 403 403 403 403 403',
  },
]

/** Steps that fail on an open survey: who may take them is told why (409, 422), nobody else comes so far (403). */
export const STEPS: [step: string, post: string][] = [
  ['change', '401 422 403 403 422 403 403 403 403 403 403'],
  ['open', '401 409 403 403 409 403 403 403 403 403 403'],
  ['hand-in', '401 409 403 403 409 403 403 403 403 403 403'],
  ['publish', '401 403 409 403 403 403 403 403 403 403 403'],
  ['correct', '401 403 409 403 403 403 403 403 403 403 403'],
  ['withdraw', '401 403 409 403 403 403 403 403 403 403 403'],
]
