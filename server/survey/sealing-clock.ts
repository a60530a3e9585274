/**
 * When sealing runs by itself: in the first lull after an answer came, and at the latest a quarter of a minute after it, so
 * that a rush is taken in first. What a stopped process leaves behind is sealed by the job.
 */
import type { Database } from '#db/database.ts'
import { scopeOf, type Scope } from '../scope.ts'
import { sealWaiting } from './sealing.ts'

const LULL = 500
const LATEST = 15_000

interface Due {
  timer: NodeJS.Timeout
  latest: number
}

const due = new WeakMap<Database, Map<string, Due>>()

export function sealSoon(scope: Pick<Scope, 'db' | 'engine' | 'now'>, surveyId: string): void {
  const behind = Date.now() - scope.now.getTime()
  const surveys = due.get(scope.db) ?? new Map<string, Due>()
  due.set(scope.db, surveys)
  const before = surveys.get(surveyId)
  if (before) {
    if (Date.now() + LULL <= before.latest) before.timer.refresh()
    return
  }
  const timer = setTimeout(() => void seal(scope, surveyId, behind), LULL)
  surveys.set(surveyId, { timer: timer.unref(), latest: Date.now() + LATEST })
}

/** The batch bears the date of the clock by which its answers came, which may be `behind` the machine's. */
async function seal({ db, engine }: Pick<Scope, 'db' | 'engine'>, surveyId: string, behind: number): Promise<void> {
  due.get(db)?.delete(surveyId)
  // A failure loses nothing: the answers wait on, and the next arrival or the job seals them.
  const now = new Date(Date.now() - behind)
  await sealWaiting(scopeOf({ db, engine }, { now }), surveyId).catch(() => undefined)
}
