/** Every route for staff, and what each one's token gets of it. Whatever has no line here or in table.ts fails the walk. */
import { ATTENDANCE_STAFF_ROUTES } from './attendance-routes.ts'
import { CONSULTATION_STAFF_ROUTES } from './consultation-routes.ts'
import { HALL_STAFF_ROUTES } from './hall-lines.ts'
import { PLANNING_ROUTES } from './musyawarah-routes.ts'
import { MODERATION_STAFF_ROUTES } from './moderation-lines.ts'
import { RECORD_STAFF_ROUTES } from './record-routes.ts'
import { policyFields, type Town } from './town.ts'

/** Tokens of own officer, publisher, auditor, admin, moderator, then of the foreign ones. One number stands for all; a stranger gets 401. */
export interface StaffRoute {
  route: string
  of?: 'open' | 'draft'
  /** Slug and id in its address, where they are others than those of its module. */
  at?: (town: Town) => { slug?: string; id?: string }
  headers?: Record<string, string>
  tokens: string
  /** What is sent as JSON, or as text/csv where it is text. */
  body?: (town: Town) => object | string
}

const SEEN_BY_OWN = '200 200 200 200 403 403 403 403 403 403'
const DRAFT_SEEN_BY_OWN = '200 200 200 200 404 404 404 404 404 404'
/** Comes too late or too early, which those alone are told who may take the step. */
const DRAWN_UP = '409 403 403 409 403 403 403 403 403 403'
const PUBLISHED = '403 409 403 403 403 403 403 403 403 403'
const BUILT_MEANWHILE = '403 403 403 409 403 403 403 403 403 403'
const ADDED = '403 403 403 201 403 403 403 403 403 403'
const reason = 'Untuk mencoba wewenang.'

export const STAFF_ROUTES: StaffRoute[] = [
  { route: 'GET /survey/:slug/work', tokens: SEEN_BY_OWN },
  { route: 'GET /survey/:slug/work', of: 'draft', tokens: DRAFT_SEEN_BY_OWN },
  {
    route: 'POST /survey',
    tokens: '201 403 403 201 403 403 403 403 403 403',
    body: ({ unit }) => ({ unit: unit.slug, period: 'Lewat API', firstDay: '2030-01-01', lastDay: '2030-06-30' }),
  },
  { route: 'PATCH /survey/:slug', tokens: '200 403 403 200 403 403 403 403 403 403', body: () => ({ served: 100 }) },
  {
    route: 'PATCH /survey/:slug',
    of: 'draft',
    tokens: '200 403 403 200 404 404 404 404 404 404',
    body: () => ({ served: 100 }),
  },
  { route: 'POST /survey/:slug/open', tokens: DRAWN_UP },
  { route: 'POST /survey/:slug/hand-in', tokens: DRAWN_UP },
  { route: 'POST /survey/:slug/publish', tokens: PUBLISHED, body: () => ({ reason }) },
  { route: 'POST /survey/:slug/correct', tokens: PUBLISHED, body: () => ({ served: 7, reason }) },
  { route: 'POST /survey/:slug/withdraw', tokens: PUBLISHED, body: () => ({ reason }) },
  {
    route: 'POST /survey/:slug/import',
    tokens: '200 403 403 200 403 403 403 403 403 403',
    body: () => 'u1,u2,u3,u4,u5,u6,u7,u8,u9\n',
  },
  {
    route: 'POST /survey/:slug/sheets/print',
    tokens: '200 403 403 200 403 403 403 403 403 403',
    body: () => ({ count: 2 }),
  },
  {
    route: 'POST /survey/:slug/sheets',
    tokens: '422 403 403 422 403 403 403 403 403 403',
    body: () => ({ rows: [{ code: 'tiada', scores: '444444444' }] }),
  },
  { route: 'GET /survey/:slug/sheets', tokens: SEEN_BY_OWN },
  { route: 'GET /survey/:slug/integrity', tokens: SEEN_BY_OWN },
  {
    route: 'POST /survey/:slug/sheets/void',
    tokens: '422 403 403 422 403 403 403 403 403 403',
    body: () => ({ code: 'tiada', reason: 'mistyped' }),
  },
  { route: 'GET /survey/:slug/export/:part', tokens: SEEN_BY_OWN },
  { route: 'GET /survey/:slug/export/:part', of: 'draft', tokens: DRAFT_SEEN_BY_OWN },

  { route: 'GET /directory/institutions', tokens: '200' },
  { route: 'GET /directory/units', tokens: '200' },
  {
    route: 'POST /directory/regions',
    tokens: '403',
    body: () => ({ name: 'Kota Jambi', kind: 'kota', code: '15.71', timezone: 'Asia/Jakarta' }),
  },
  {
    route: 'POST /directory/institutions',
    tokens: ADDED,
    body: () => ({ region: '15.08', kind: 'agency', name: 'Dinas Sosial' }),
  },
  {
    route: 'POST /directory/units',
    tokens: ADDED,
    body: ({ institution }) => ({ institution, name: 'Loket Lewat API', sector: 'health' }),
  },
  {
    route: 'POST /directory/services',
    tokens: '201 403 403 201 403 403 403 403 403 403',
    body: ({ unit }) => ({ unit: unit.id, name: 'Kartu Keluarga' }),
  },
  {
    route: 'POST /directory/weights',
    tokens: ADDED,
    body: () => ({ region: '15.08', year: 2031, weight: 'exact' }),
  },

  // Somebody else has saved meanwhile, which those alone are told who may save.
  ...['PATCH /directory/units/:slug', 'PATCH /directory/units/:slug/services/:service'].map((route) => ({
    route,
    tokens: DRAWN_UP,
    body: () => ({ name: 'Nama lain', version: 99 }),
  })),
  ...['PATCH /directory/regions/:slug', 'PATCH /directory/institutions/:slug'].map((route) => ({
    route,
    tokens: BUILT_MEANWHILE,
    body: () => ({ name: 'Nama lain', version: 99 }),
  })),
  {
    route: 'POST /directory/units/:slug/services/:service/closing',
    tokens: DRAWN_UP,
    body: () => ({ closed: true, version: 99 }),
  },
  ...['POST /directory/institutions/:slug/closing', 'POST /directory/units/:slug/closing'].map((route) => ({
    route,
    tokens: BUILT_MEANWHILE,
    body: () => ({ closed: true, version: 99 }),
  })),
  {
    route: 'POST /directory/regions/:slug/list/preview',
    tokens: '403 403 403 200 403 403 403 403 403 403',
    body: () => ({ text: 'level,name\n' }),
  },
  {
    route: 'POST /directory/regions/:slug/list',
    tokens: BUILT_MEANWHILE,
    body: () => ({ text: 'level,name\n', shown: 'lain' }),
  },
  { route: 'GET /directory/regions/:slug/imports', tokens: '403 403 403 200 403 403 403 403 403 403' },
  { route: 'POST /directory/regions/:slug/imports/:id/undo', tokens: '403 403 403 404 403 403 403 403 403 403' },

  {
    route: 'POST /commitment',
    tokens: '201 403 403 201 403 403 403 403 403 403',
    body: ({ unit }) => ({
      place: `unit:${unit.id}`,
      what: 'Menambah loket pada hari pasar',
      why: 'Antrean mengular sampai ke jalan.',
      owner: 'Dinas Dukcapil',
      dueOn: '2099-12-31',
      sourceTitle: 'Survei semester ini',
    }),
  },
  {
    route: 'POST /commitment/:slug/steps',
    tokens: '422 403 403 422 403 403 403 403 403 403',
    body: () => ({ step: 'done' }),
  },
  {
    // Nothing is published of it, which those alone are told who keep its unit's commitments.
    route: 'POST /commitment/plans/:survey',
    tokens: '404 403 403 404 403 403 403 403 403 403',
    body: () => ({
      rows: [{ element: 'cost', what: 'Memasang papan tarif', quarter: '2027-1', owner: 'Kepala loket' }],
    }),
  },
  {
    // Nobody has said that it isn't done.
    route: 'POST /commitment/:slug/disputes/:number/answer',
    tokens: '404 403 403 404 403 403 403 403 403 403',
    body: () => ({ answer: 'Sudah diperiksa di tempat.' }),
  },

  { route: 'POST /policy', tokens: '201 403 403 201 403 403 403 403 403 403', body: () => policyFields },
  ...[
    { route: 'PUT /policy/:slug', body: () => ({ ...policyFields, place: undefined }) },
    { route: 'PUT /policy/:slug/explanation', body: () => ({ stages: [], questions: [] }) },
    { route: 'PUT /policy/:slug/surveys', body: ({ open }: Town) => ({ survey: open.slug, moment: 'before' }) },
  ].map((line) => ({ ...line, tokens: '200 403 403 200 403 403 403 403 403 403' })),
  {
    route: 'POST /policy/:slug/commitments',
    tokens: '200 403 403 200 403 403 403 403 403 403',
    body: ({ unit }) => ({
      place: `unit:${unit.id}`,
      what: 'Menempel pedoman keluhan di loket',
      why: 'Warga belum tahu caranya.',
      owner: 'Dinas Dukcapil',
      dueOn: '2099-12-31',
    }),
  },
  // Neither in force nor under evaluation, which those alone are told who keep it.
  ...[
    { route: 'POST /policy/:slug/events', body: () => ({ kind: 'in-force', day: '2026-01-01' }) },
    { route: 'POST /policy/:slug/evaluation' },
    { route: 'PUT /policy/:slug/evaluation', body: () => ({ finding: 'Belum ada.' }) },
    {
      route: 'POST /policy/:slug/evaluation/commitments',
      body: () => ({
        what: 'Mengulang pelatihan pelayanan',
        why: 'Keadaan belum membaik.',
        owner: 'Dinas Dukcapil',
        dueOn: '2099-12-31',
      }),
    },
  ].map((line) => ({ ...line, tokens: '409 403 403 409 403 403 403 403 403 403' })),

  ...ATTENDANCE_STAFF_ROUTES,
  ...MODERATION_STAFF_ROUTES,
  ...PLANNING_ROUTES,
  ...CONSULTATION_STAFF_ROUTES,
  ...HALL_STAFF_ROUTES,
  ...RECORD_STAFF_ROUTES,

  { route: 'GET /notice/heads', tokens: '200' },
  { route: 'PUT /notice/heads', tokens: '200', body: () => ({ wanted: true }) },

  { route: 'GET /identity/me', tokens: '200' },
  { route: 'GET /identity/tokens', tokens: '200' },
  {
    route: 'POST /identity/tokens',
    tokens: '201 422 422 422 422 422 422 422 422 422',
    body: () => ({ name: 'Loket', role: 'officer', scopeKind: 'region', scopeId: '15.08', days: 1 }),
  },
  { route: 'DELETE /identity/tokens/:id', tokens: '404' },
  { route: 'GET /identity/accounts', tokens: '403 403 200 200 403 403 403 200 200 403' },
  {
    route: 'POST /identity/invitations',
    tokens: ADDED,
    body: () => ({
      email: 'baru@contoh.go.id',
      name: 'Petugas Baru',
      role: 'officer',
      scopeKind: 'region',
      scopeId: '15.08',
    }),
  },
  { route: 'DELETE /identity/grants/:id', tokens: '404' },
  { route: 'POST /identity/accounts/:id/disable', tokens: '404' },
  { route: 'POST /identity/accounts/:id/enable', tokens: '404' },
]
