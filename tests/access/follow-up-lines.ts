/** Pages of policies and of what was promised, and what everyone may get of them. In the order of table.ts. */
import type { Line } from './table.ts'

export const FOLLOW_UP_LINES: Line[] = [
  { page: 'policies', get: '200' },
  { page: 'policies', data: '.atom', get: '200', post: '404' },
  { page: 'policy', get: '200' },
  { page: 'followPolicy', get: '200', post: '422' },
  { page: 'managePolicies', get: '401 200 403 403 200 403 200 403 403 200 403' },
  {
    page: 'newPolicy',
    get: '401 200 403 403 200 403 200 403 403 200 403',
    post: '401 422 403 403 422 403 422 403 403 422 403',
  },
  ...(['managePolicy', 'evaluatePolicy'] as const).map((page) => ({
    page,
    get: '401 200 403 403 200 403 403 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403 403 403',
  })),
  {
    // Nothing typed explains nothing, and is stored as that.
    page: 'explainPolicy',
    get: '401 200 403 403 200 403 403 403 403 403 403',
    post: '401 303 403 403 303 403 403 403 403 403 403',
  },
  { page: 'commitments', get: '200' },
  { page: 'commitments', data: '.csv', get: '200', post: '404' },
  { page: 'commitment', get: '200' },
  { page: 'commitment', data: '.atom', get: '200', post: '404' },
  { page: 'followCommitment', get: '200', post: '422' },
  // Nothing is published of it.
  { page: 'followUpPlan', get: '404' },
  { page: 'followUpPlan', data: '.csv', get: '404' },
  { page: 'makeFollowUpPlan', get: '401 404 404 404 404 404 404 404 404 404 404' },
  // Nobody says that it is done.
  { page: 'disputeCommitment', get: '200', post: '422' },
  // Promised, and nothing to show for it yet.
  { page: 'commitmentEvidence', get: '404' },
  {
    page: 'manageCommitments',
    get: '401 200 403 403 200 403 200 403 403 200 403',
  },
  {
    page: 'newCommitment',
    get: '401 200 403 403 200 403 200 403 403 200 403',
    post: '401 422 403 403 422 403 422 403 403 422 403',
  },
  {
    page: 'manageCommitment',
    get: '401 200 403 403 200 403 403 403 403 403 403',
    post: '401 422 403 403 422 403 403 403 403 403 403',
  },
  // Links of mails: of none that was sent.
  { page: 'confirmFollow', get: '410' },
  { page: 'leaveFollow', get: '200' },
]

/** Routes for everyone. */
export const FOLLOW_UP_ROUTES: [route: string, of: 'open' | 'draft', status: number][] = [
  ['GET /commitment', 'open', 200],
  ['GET /commitment/:slug', 'open', 200],
  // Nothing is published of it.
  ['GET /commitment/plans/:survey', 'open', 404],
  ['POST /commitment/:slug/disputes', 'open', 415],
]
