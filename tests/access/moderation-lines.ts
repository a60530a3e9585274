/** The lines of moderation's pages and of the lists of stakeholder groups. */
import type { StaffRoute } from './staff-routes.ts'
import type { Line } from './table.ts'

export const MODERATION_LINES: Line[] = [
  { page: 'manageGroups', get: '401 403 403 403 403 403 403 403 403 403 403' },
  {
    page: 'manageRegionGroups',
    get: '401 403 403 403 200 403 403 403 403 403 403',
    post: '401 403 403 403 422 403 403 403 403 403 403',
  },
  { page: 'moderation', get: '200' },
  { page: 'moderation', data: '.csv', get: '200', post: '404' },
  { page: 'moderation', data: '.json', get: '200', post: '404' },
  {
    page: 'moderationQueue',
    get: '401 403 403 200 200 200 403 403 200 200 200',
    post: '401 403 403 422 422 422 403 403 422 422 422',
  },
  {
    page: 'moderatedItem',
    get: '401 403 403 200 200 200 403 403 403 403 403',
    post: '401 403 403 403 422 422 403 403 403 403 403',
  },
  { page: 'reportText', get: '200', post: '422' },
  { page: 'askReview', get: '200', post: '422' },
]

export const MODERATION_ROUTES: [route: string, of: 'open' | 'draft', status: number][] = [
  ['GET /directory/groups', 'open', 200],
  ['GET /moderation/decisions', 'open', 200],
  ['GET /moderation/figures', 'open', 200],
]

const GROUPS_KEPT_BY_PORTAL = '403'

export const MODERATION_STAFF_ROUTES: StaffRoute[] = [
  {
    route: 'POST /directory/groups',
    tokens: '403 403 403 201 403 403 403 403 403 403',
    body: () => ({ nameId: 'Kelompok tani', nameEn: 'Farmers', region: '15.08' }),
  },
  { route: 'GET /directory/groups/kept', tokens: GROUPS_KEPT_BY_PORTAL },
  {
    route: 'PATCH /directory/groups/:id',
    tokens: '404',
    body: () => ({ nameId: 'Pers', nameEn: 'Press', version: 1 }),
  },
  {
    route: 'POST /directory/groups/:id/offering',
    tokens: GROUPS_KEPT_BY_PORTAL,
    body: () => ({ offered: false }),
  },
  { route: 'GET /moderation/queue', tokens: '403 403 200 200 200 403 403 200 200 200' },
  {
    route: 'GET /moderation/texts/:id',
    at: ({ text }) => text,
    tokens: '403 403 200 200 200 403 403 403 403 403',
  },
  // Nothing of it is covered.
  { route: 'POST /moderation/texts/:id/original', at: ({ text }) => text, tokens: '404' },
  {
    route: 'POST /moderation/judgements',
    tokens: '403 403 403 200 200 403 403 403 403 403',
    body: ({ text }) => ({ ids: [text.id], act: 'show' }),
  },
  // A text that isn't there; tests/moderation holds whose it is to decide.
  { route: 'POST /moderation/texts/:id/judgement', tokens: '404', body: () => ({ act: 'show' }) },
  { route: 'POST /moderation/texts/:id/review', tokens: '404', body: () => ({ outcome: 'upheld', note: 'Tetap.' }) },
]
