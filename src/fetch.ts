/**
 * The front door: every request comes through here, in this order.
 * Keep what may be kept → request id and headers → API → same origin → size → pages.
 * (A page that is kept already is sent by server/main.ts, before this.)
 */
import { Hono } from 'hono'
import { api } from '#server/api.ts'
import { checkOrigin } from './door/origin.ts'
import { limitBody } from './door/limits.ts'
import { answerPage } from './door/pages.ts'
import { setHeaders } from './door/headers.ts'
import { health } from './door/health.ts'
import { keepPages } from './door/keep.ts'
import { openScope } from './door/scope.ts'
import type { Door } from './door/door.ts'

const app = new Hono<Door>()

app.use(keepPages)
app.use(setHeaders)
app.route('/', health)
// Before the pages' guards: it has its own limits, and no cookie that another site could use.
app.use('/api/v1/*', openScope)
app.route('/api/v1', api)
app.use(checkOrigin)
app.use(limitBody)
app.all('*', answerPage)

export default app
