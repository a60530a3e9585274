/** The door for machines: health and the API, with the same first steps as a page's. Knows nothing of pages. */
import { Hono } from 'hono'
import { answerError, api } from '../api.ts'
import type { Door } from './door.ts'
import { setHeaders } from './headers.ts'
import { health } from './health.ts'
import { keepPages } from './keep.ts'
import { openScope } from './scope.ts'

export const apiDoor = new Hono<Door>()
  .use(keepPages)
  .use(setHeaders)
  .route('/', health)
  .use('/api/v1/*', openScope)
  .route('/api/v1', api)
  .onError(answerError)

export function isForMachines(path: string): boolean {
  return /^\/(api\/v1|healthz|readyz)(?![\w-])/.test(path)
}
