/**
 * The front door of the pages: every request for one comes through here, in this order.
 * Machines have a door of their own → keep what may be kept → request id and headers → same origin → size → the page.
 * (server/serve.ts sends a page that is kept, and hands requests for machines to their door, before this.)
 */
import { Hono } from 'hono'
import { apiDoor, isForMachines } from '#server/door/api-door.ts'
import type { Door } from '#server/door/door.ts'
import { setHeaders } from '#server/door/headers.ts'
import { keepPages } from '#server/door/keep.ts'
import { limitBody } from '#server/door/limits.ts'
import { checkOrigin } from '#server/door/origin.ts'
import { answerPage } from './answer-page.ts'

const app = new Hono<Door>()

app.use((c, next) => (isForMachines(c.req.path) ? Promise.resolve(apiDoor.fetch(c.req.raw)) : next()))
app.use(keepPages)
app.use(setHeaders)
app.use(checkOrigin)
app.use(limitBody)
app.all('*', answerPage)

export default app
