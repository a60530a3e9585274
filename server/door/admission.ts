/** Who is let in at the moment: not more at once than can be served, and no network so often that others would wait. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../config.ts'
import { RETRY_AFTER } from '../errors.ts'
import { noteFlagged } from '../log.ts'
import { countTurnedAway } from '../metrics.ts'
import { isCounterCode } from '../counter-code.ts'
import { findPage } from '../find-page.ts'
import type { PageName } from '../paths.ts'
import { makeCrowd } from './crowd.ts'
import { makePaces } from './pace.ts'
import { turnAway } from './turned-away.ts'

/**
 * Pages where one device serves many people, who must never wait for one another. Their networks are not slowed there;
 * what is under way at once counts them as all others. A counter's tablet is one of them only with its code.
 */
export const NEVER_SLOWED: PageName[] = ['printSheets', 'enterSheets', 'voidSheet']

/** The whole record at once costs more than a page: a network may have it this often where pages are free for a minute. */
const EXPORTS_PER_MINUTE = 24
const EXPORT = /^\/api\/v1\/ledger\/export(?![\w-])/

type Act = () => void

/** Lets a request in at once, after a moment, or not. */
export function makeAdmission({ requestsPerMinute, requestsAtOnce }: Config, secret: string) {
  const crowd = makeCrowd(requestsAtOnce)
  const paceOf = requestsPerMinute > 0 ? makePaces(requestsPerMinute) : undefined

  function letIn(request: IncomingMessage, response: ServerResponse, address: string, act: Act): void {
    if (response.destroyed) return
    if (crowd.enter(request, response, address)) return act()
    countTurnedAway('busy')
    turnAway(request, response, { reason: 'busy', retryAfter: Number(RETRY_AFTER) })
  }

  return {
    admit(request: IncomingMessage, response: ServerResponse, address: string, act: Act): void {
      const path = request.url?.split('?', 1)[0] ?? '/'
      const pace =
        isPaced(path, address, secret) &&
        paceOf?.(address, EXPORT.test(path) ? Math.max(1, requestsPerMinute / EXPORTS_PER_MINUTE) : 1)
      if (!pace || pace.kind === 'free') return letIn(request, response, address, act)
      if (pace.kind === 'slow') {
        if (pace.first) noteFlagged()
        setTimeout(() => letIn(request, response, address, act), pace.waitMs)
        return
      }
      countTurnedAway('too-often')
      turnAway(request, response, { reason: 'too-often', retryAfter: pace.retryAfter })
    },
    underWay: crowd.size,
  }
}

/** From this very machine come its own programs, and all that a proxy hands on which nobody has named in the settings. */
function isPaced(path: string, address: string, secret: string): boolean {
  if (/^(::1$|127\.|::ffff:127\.)/.test(address)) return false
  const found = path.startsWith('/api/') ? undefined : findPage(path)
  if (found?.page === 'surveyCounter') {
    const { slug = '', code = '' } = found.params
    return !isCounterCode(secret, slug, code)
  }
  return found === undefined || !NEVER_SLOWED.includes(found.page)
}
