/** The lines of moderation's pages and of the lists of stakeholder groups. */
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
