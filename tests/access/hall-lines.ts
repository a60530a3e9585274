/** Routes for those who run a meeting, of one that is announced and has three days to go. In the order of staff-routes.ts. */
import type { StaffRoute } from './staff-routes.ts'
import { dayFromNow } from './town.ts'

/** Officers, administrators and moderators, each in their own place. */
const minuted = (status: number) => `${status} 403 403 ${status} ${status} 403 403 403 403 403`
const NOT_OPEN = minuted(409)

const reason = 'Untuk mencoba wewenang.'
const text = 'Desa mendahulukan jalan dusun dua.'
const file = { name: 'foto.png', content: Buffer.from('bukan foto').toString('base64') }
const at = '/musyawarah/:slug'

export const HALL_STAFF_ROUTES: StaffRoute[] = [
  // Its quorum isn't there yet, nor is its time.
  { route: `POST ${at}/open`, tokens: minuted(422), body: () => ({}) },
  {
    route: `POST ${at}/postpone`,
    tokens: minuted(422),
    body: () => ({ day: dayFromNow(3), time: '11.00', reason }),
  },
  { route: `POST ${at}/decisions`, tokens: NOT_OPEN, body: () => ({ text }) },
  { route: `POST ${at}/decisions/:decision/objections`, tokens: NOT_OPEN, body: () => ({ who: 'PKK', reason }) },
  { route: `POST ${at}/objections/:objection/answer`, tokens: NOT_OPEN, body: () => ({ answer: reason }) },
  { route: `POST ${at}/decisions/:decision/amend`, tokens: NOT_OPEN, body: () => ({ text }) },
  { route: `POST ${at}/decisions/:decision/agree`, tokens: NOT_OPEN, body: () => ({}) },
  { route: `POST ${at}/decisions/:decision/fail`, tokens: NOT_OPEN, body: () => ({ statement: reason }) },
  {
    route: `POST ${at}/decisions/:decision/vote`,
    tokens: NOT_OPEN,
    body: () => ({ way: 'open', inFavour: 1, against: 0, abstained: 0, spoilt: 0 }),
  },
  { route: `POST ${at}/decisions/:decision/sheet`, tokens: minuted(404), body: () => ({ sheet: file }) },
  { route: `POST ${at}/close`, tokens: NOT_OPEN, body: () => ({}) },
  { route: `GET ${at}/minutes`, tokens: minuted(200) },
  { route: `POST ${at}/minutes`, tokens: NOT_OPEN, body: () => ({ item: 'tiada', text }) },
  { route: `POST ${at}/minutes/:point/remove`, tokens: NOT_OPEN, body: () => ({}) },
  { route: `GET ${at}/proposals`, tokens: minuted(200) },
  { route: `POST ${at}/proposals`, tokens: NOT_OPEN, body: () => ({ text }) },
  {
    route: `POST ${at}/proposals/outcomes`,
    tokens: NOT_OPEN,
    body: () => ({ outcomes: [{ proposal: 'tiada', outcome: 'accepted' }] }),
  },
  { route: `POST ${at}/proposals/:proposal/outcome`, tokens: NOT_OPEN, body: () => ({ outcome: 'accepted' }) },
  { route: `GET ${at}/photos`, tokens: '200 200 200 200 200 403 403 403 403 403' },
  { route: `POST ${at}/photos`, tokens: NOT_OPEN, body: () => ({ caption: 'Peserta', file }) },
  { route: `POST ${at}/photos/:photo/remove`, tokens: NOT_OPEN, body: () => ({}) },
]
