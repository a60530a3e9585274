/** Routes of consultations for staff. In the order of staff-routes.ts. */
import type { StaffRoute } from './staff-routes.ts'
import { dayFromNow, type Town } from './town.ts'

const SEEN = '200 200 200 200 200 403 403 403 403 403'
const KEPT = '200 403 403 200 403 403 403 403 403 403'
const KEPT_ANEW = '201 403 403 201 403 403 403 403 403 403'
const ANSWERED = '200 200 403 200 403 403 403 403 403 403'
const ANSWERED_ANEW = '201 201 403 201 403 403 403 403 403 403'
/** Comes too late, or finds nothing or something wrong, which those alone are told who may do it. */
const kept = (status: number) => `${status} 403 403 ${status} 403 403 403 403 403 403`
const answered = (status: number) => `${status} ${status} 403 ${status} 403 403 403 403 403 403`

const file = { name: 'kajian.txt', content: Buffer.from('Kajian singkat tentang jam layanan.').toString('base64') }
const reason = 'Untuk mencoba wewenang.'
const wording = { title: 'Rancangan jam layanan loket', summary: 'Agar loket buka lebih lama bagi yang bekerja.' }
/** As it stands. */
const plan = { draftFrom: dayFromNow(-5), draftUntil: dayFromNow(5), answerBy: dayFromNow(15) }
const fields = ({ unit }: Town) => ({
  ...wording,
  about: 'draft',
  units: [unit.slug],
  needNoneReason: 'Kebutuhannya sudah jelas dari aduan warga.',
  ...plan,
})
const ofAnswered = ({ answered: { slug } }: Town) => ({ slug })

const KEEPING: StaffRoute[] = [
  { route: 'POST /consultation', tokens: KEPT_ANEW, body: fields },
  { route: 'GET /consultation/:slug/work', tokens: SEEN },
  {
    route: 'GET /consultation/:slug/work',
    at: ({ consultations }) => ({ slug: consultations.draft }),
    tokens: '200 200 200 200 200 404 404 404 404 404',
  },
  { route: 'GET /consultation/:slug/copy', tokens: KEPT },
  { route: 'PUT /consultation/:slug', tokens: kept(409), body: fields },
  { route: 'POST /consultation/:slug/announce', tokens: kept(409) },
  { route: 'PUT /consultation/:slug/dates', tokens: kept(422), body: () => ({ ...plan, reason }) },
  { route: 'PUT /consultation/:slug/wording', tokens: KEPT, body: () => ({ ...wording, reason }) },
  { route: 'POST /consultation/:slug/files', tokens: KEPT_ANEW, body: () => file },
  { route: 'DELETE /consultation/:slug/files/:id', tokens: kept(404) },
  { route: 'GET /consultation/:slug/draft', tokens: KEPT },
  { route: 'PUT /consultation/:slug/draft', tokens: KEPT, body: () => ({ text: 'Pasal 1\nLoket buka.' }) },
  { route: 'POST /consultation/:slug/draft/file', tokens: KEPT, body: () => file },
  { route: 'GET /consultation/:slug/draft/matches', tokens: KEPT },
  {
    route: 'POST /consultation/:slug/draft/matches',
    tokens: kept(422),
    body: () => ({ block: 'tiada', old: '' }),
  },
  { route: 'POST /consultation/:slug/versions', tokens: kept(422), body: () => ({}) },
  // Who comes second finds nothing that is being written.
  { route: 'DELETE /consultation/:slug/draft', tokens: '204 403 403 409 403 403 403 403 403 403' },
  {
    route: 'POST /consultation/:slug/desk',
    headers: { 'idempotency-key': '3f0c2a52-8d4e-4c56-9a41-6f1f5a0f7c11' },
    tokens: KEPT_ANEW,
    body: () => ({ via: 'paper', provenance: 'Lembar 12', text: 'Tolong buka sampai sore.' }),
  },
  {
    route: 'POST /consultation/:slug/inputs/:number/erase',
    tokens: '403 403 403 404 403 403 403 403 403 403',
    body: () => ({}),
  },
]

const ANSWERING: StaffRoute[] = [
  { route: 'GET /consultation/:slug/answering', tokens: ANSWERED },
  { route: 'GET /consultation/:slug/answering/inputs', tokens: ANSWERED },
  { route: 'GET /consultation/:slug/bundles/offers', tokens: ANSWERED },
  { route: 'GET /consultation/:slug/bundles/:bundle', tokens: answered(404) },
  { route: 'POST /consultation/:slug/marks/take', tokens: ANSWERED, body: () => ({ inputs: [1] }) },
  { route: 'POST /consultation/:slug/marks/tag', tokens: ANSWERED, body: () => ({ inputs: [1], tag: 'jam' }) },
  { route: 'POST /consultation/:slug/marks/note', tokens: ANSWERED, body: () => ({ inputs: [1], note: 'Cek.' }) },
  {
    route: 'POST /consultation/:slug/bundles',
    tokens: ANSWERED_ANEW,
    body: () => ({ title: 'Loket sampai sore', inputs: [1] }),
  },
  {
    route: 'POST /consultation/:slug/bundles/:bundle/split',
    tokens: answered(404),
    body: () => ({ title: 'Loket sampai sore', inputs: [1] }),
  },
  ...['add', 'remove'].map((act) => ({
    route: `POST /consultation/:slug/bundles/:bundle/${act}`,
    tokens: answered(404),
    body: () => ({ inputs: [1] }),
  })),
  { route: 'POST /consultation/:slug/bundles/:bundle/merge', tokens: answered(404), body: () => ({ into: 'lain' }) },
  {
    route: 'POST /consultation/:slug/answers',
    tokens: ANSWERED_ANEW,
    body: () => ({ inputs: [1], hasil: 'already', reason }),
  },
  { route: 'POST /consultation/:slug/inputs/:number/confirm', tokens: answered(404), body: () => ({ reason }) },
  { route: 'GET /consultation/:slug/answers/sheet', tokens: ANSWERED },
  { route: 'POST /consultation/:slug/answers/sheet/preview', tokens: answered(422), body: () => file },
  {
    route: 'POST /consultation/:slug/answers/sheet',
    tokens: answered(409),
    body: () => ({ rows: [], digest: 'lain' }),
  },
  // An objection waits: only who publishes may close it now, and only with a reason.
  { route: 'POST /consultation/:slug/close', tokens: '403 422 403 403 403 403 403 403 403 403', body: () => ({}) },
]

export const CONSULTATION_STAFF_ROUTES: StaffRoute[] = [
  ...KEEPING,
  ...ANSWERING.map((line) => ({ ...line, at: ofAnswered })),
]
