/** Routes of the desk of a meeting, and of devices in the field. In the order of staff-routes.ts. */
import type { StaffRoute } from './staff-routes.ts'

/** Own officer, moderator and administrator. */
const attended = (status: number) => `${status} 403 403 ${status} ${status} 403 403 403 403 403`
const NAMED = '200 403 200 200 403 403 403 403 403 403'
const key = '7d9e0c52b1f84f0e'
const at = '2027-01-12T02:05:00.000Z'

/** The meeting's day is yet to come, which those alone are told who may record. */
export const ATTENDANCE_STAFF_ROUTES: StaffRoute[] = [
  { route: 'GET /musyawarah/:slug/desk', tokens: attended(200) },
  { route: 'GET /musyawarah/:slug/desk', of: 'draft', tokens: '200 403 403 200 200 404 404 404 404 404' },
  { route: 'GET /musyawarah/:slug/desk/invitees', tokens: '400' },
  { route: 'GET /musyawarah/:slug/attendance', tokens: NAMED },
  {
    route: 'POST /musyawarah/:slug/attendance',
    headers: { 'idempotency-key': '3f0c2a52-8d4e-4c56-9a41-6f1f5a0f7c12' },
    tokens: attended(422),
    body: () => ({ name: 'Siti' }),
  },
  {
    route: 'POST /musyawarah/:slug/attendance/:id/void',
    tokens: attended(404),
    body: () => ({ reason: 'Salah orang.' }),
  },
  { route: 'GET /musyawarah/:slug/field', tokens: attended(200) },
  { route: 'GET /musyawarah/:slug/field', of: 'draft', tokens: '409 403 403 409 409 404 404 404 404 404' },
  {
    route: 'POST /musyawarah/:slug/field',
    tokens: attended(200),
    body: () => ({ device: key, sentAt: at, acts: [{ kind: 'arrive', key, at, name: 'Siti' }] }),
  },
]
