/** Routes of what a meeting came to: for everyone, and for who brings it to its signed record. */
import type { StaffRoute } from './staff-routes.ts'
import type { Town } from './town.ts'

/** Of a meeting that is announced and was not held yet; a body that is no JSON is refused before that. */
export const RECORD_ROUTES: [route: string, of: 'open' | 'draft', status: number][] = [
  ...['record', 'minutes', 'proceedings'].flatMap((paper): [string, 'open', number][] => [
    [`GET /musyawarah/:slug/${paper}.pdf`, 'open', 404],
    [`GET /musyawarah/:slug/${paper}.docx`, 'open', 404],
  ]),
  ['GET /musyawarah/:slug/record', 'open', 404],
  ['POST /musyawarah/:slug/corrections', 'open', 415],
  ['POST /musyawarah/:slug/check', 'open', 415],
]

/** For those alone who take the minutes, who sign, who may read the names. */
const minuted = (status: number) => `${status} 403 403 ${status} ${status} 403 403 403 403 403`
const signs = (status: number) => `${status} ${status} 403 ${status} 403 403 403 403 403 403`
const named = (status: number) => `${status} 403 ${status} ${status} 403 403 403 403 403 403`
const SEEN = '200 200 200 200 200 403 403 403 403 403'
/** Its draft minutes are out, and the window for corrections is open. */
const at = ({ meetings }: Town) => ({ slug: meetings.held })
const signing = { number: '1/BA', signedOn: '2026-01-01', names: [] }

export const RECORD_STAFF_ROUTES: StaffRoute[] = [
  { route: 'POST /musyawarah/:slug/minutes/send', at, tokens: minuted(409) },
  { route: 'GET /musyawarah/:slug/corrections', at, tokens: SEEN },
  {
    route: 'POST /musyawarah/:slug/corrections/:id',
    at,
    tokens: minuted(404),
    body: () => ({ outcome: 'accepted' }),
  },
  {
    route: 'POST /musyawarah/:slug/dissents',
    at,
    tokens: minuted(201),
    body: () => ({ who: 'Warga', text: 'Tetap keberatan.' }),
  },
  { route: 'GET /musyawarah/:slug/delegates', at, tokens: minuted(200) },
  { route: 'POST /musyawarah/:slug/delegates', at, tokens: minuted(409), body: () => ({ name: 'Siti' }) },
  { route: 'DELETE /musyawarah/:slug/delegates/:id', at, tokens: minuted(409) },
  {
    route: 'POST /musyawarah/:slug/decisions/:id/commitment',
    at,
    tokens: '422 403 403 422 403 403 403 403 403 403',
    body: () => ({
      what: 'Menambah loket pada hari pasar',
      why: 'Antrean mengular sampai ke jalan.',
      owner: 'Dinas Dukcapil',
      dueOn: '2099-12-31',
    }),
  },
  { route: 'GET /musyawarah/:slug/sign.pdf', at, tokens: named(200) },
  { route: 'POST /musyawarah/:slug/sign', at, tokens: signs(422), body: () => signing },
  { route: 'POST /musyawarah/:slug/addenda', at, tokens: signs(409), body: () => ({ ...signing, text: 'Isi.' }) },
  {
    route: 'POST /musyawarah/:slug/covers',
    at,
    tokens: signs(409),
    body: () => ({ pieces: 'Warga', reason: 'Untuk mencoba wewenang.' }),
  },
  ...[
    { route: 'POST /musyawarah/:slug/paper', body: () => ({ provenance: 'Buku notulen' }) },
    { route: 'POST /musyawarah/:slug/paper/finish', body: () => ({ ended: '12.00' }) },
    { route: 'POST /musyawarah/:slug/scans', body: () => ({ name: 'a.pdf', content: 'JVBERi0xLjc=' }) },
  ].map((line) => ({ ...line, at, tokens: '409 403 403 409 403 403 403 403 403 403' })),
  { route: 'GET /musyawarah/:slug/scans', at, tokens: named(200) },
  { route: 'GET /musyawarah/:slug/scans/:number', at, tokens: named(404) },
  { route: 'GET /musyawarah/:slug/signed/:part', at, tokens: named(404) },
]
