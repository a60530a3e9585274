/** Routes that plan meetings and invite to them. In the order of staff-routes.ts. */
import type { StaffRoute } from './staff-routes.ts'
import { dayFromNow, type Town } from './town.ts'

const SEEN = '200 200 200 200 200 403 403 403 403 403'
const KEPT = '200 403 403 200 403 403 403 403 403 403'
/** What those alone are told who may take the step. */
const kept = (status: number) => `${status} 403 403 ${status} 403 403 403 403 403 403`

const reason = 'Untuk mencoba wewenang.'
const fields = ({ unit }: Town) => ({
  place: `unit:${unit.id}`,
  kind: 'unit-forum',
  title: 'Forum lewat API',
  basis: 'Warga dan petugas membahas pelayanan loket.',
  convener: 'Dinas Dukcapil',
  venue: 'Aula kantor',
  day: dayFromNow(3),
  time: '09.00',
  chair: 'Kepala Dinas',
  minuteTaker: 'Sekretaris',
  agenda: ['Pelayanan loket'],
  rules: 'forum-konsultasi-publik',
})
const file = { name: 'kajian.txt', content: Buffer.from('Kajian singkat.').toString('base64') }
const person = { list: 'Ani; RT 03; P', standing: 'observer' }

export const PLANNING_ROUTES: StaffRoute[] = [
  { route: 'POST /musyawarah', tokens: kept(201), body: fields },
  { route: 'GET /musyawarah/:slug/work', tokens: SEEN },
  { route: 'GET /musyawarah/:slug/work', of: 'draft', tokens: '200 200 200 200 200 404 404 404 404 404' },
  // It was announced.
  { route: 'PUT /musyawarah/:slug', tokens: kept(409), body: fields },
  { route: 'POST /musyawarah/:slug/announce', tokens: kept(409) },
  {
    route: 'PUT /musyawarah/:slug/start',
    tokens: kept(422),
    body: () => ({ day: '2020-01-01', time: '09.00', reason }),
  },
  {
    route: 'POST /musyawarah/:slug/cancel',
    at: ({ meetings }) => ({ slug: meetings.held }),
    tokens: kept(409),
    body: () => ({ reason }),
  },
  { route: 'GET /musyawarah/:slug/invitees', tokens: KEPT },
  { route: 'POST /musyawarah/:slug/invitees', tokens: kept(201), body: () => person },
  { route: 'DELETE /musyawarah/:slug/invitees/:id', tokens: kept(404) },
  { route: 'POST /musyawarah/:slug/invitees/mail', tokens: KEPT },
  { route: 'POST /musyawarah/:slug/invitees/sent', tokens: kept(204), body: () => ({ via: 'paper' }) },
  { route: 'GET /musyawarah/:slug/invitations.pdf', tokens: KEPT },
  { route: 'POST /musyawarah/:slug/materials', tokens: kept(201), body: () => file },
  { route: 'DELETE /musyawarah/:slug/materials/:id', tokens: kept(404) },
  { route: 'GET /musyawarah/:slug/packet.pdf', tokens: KEPT },
]
