/**
 * The front door: every request comes through here, in this order.
 * Keep what may be kept → request id and headers → same origin → size → API → pages.
 * (A page that is kept already is sent by server/main.ts, before this.)
 */
import { Hono } from 'hono'
import { checkOrigin } from './door/origin.ts'
import { limitBody } from './door/limits.ts'
import { answerPage } from './door/pages.ts'
import { setHeaders } from './door/headers.ts'
import { health } from './door/health.ts'
import { keepPages } from './door/keep.ts'
import type { Door } from './door/door.ts'

const app = new Hono<Door>()

app.use(keepPages)
app.use(setHeaders)
app.route('/', health)
app.use(checkOrigin)
app.use(limitBody)
app.all('*', answerPage)

export default app
