/** What the portal does by itself. Each job is safe to run on every node at once, and a missed run is made up by the next. */
import { queueReminders } from './commitment/reminders.ts'
import { queueAnswerNews } from './consultation/answer-news.ts'
import { loadHeadKey, signHeads } from './ledger/heads.ts'
import { logFault } from './log.ts'
import { queueModeratorDigests } from './moderation/digest.ts'
import { startMail } from './notice/job.ts'
import type { Portal } from './portal.ts'
import { scopeOf } from './scope.ts'
import { sweepCutOffImports } from './survey/import.ts'
import { sealEverywhere } from './survey/sealing.ts'

const HOUR_MS = 3_600_000

/** Runs the jobs now and then each hour. Returns how to stop. */
export function startJobs(portal: Portal): () => void {
  let stopped = false
  const run = () => void runJobs(portal).catch((error: unknown) => stopped || logFault('-', 'jobs', error))
  run()
  const timer = setInterval(run, HOUR_MS)
  timer.unref()
  const stopMail = startMail(portal.config, () => scopeOf(portal.database))
  return () => {
    stopped = true
    clearInterval(timer)
    stopMail()
  }
}

async function runJobs({ config, database }: Portal): Promise<void> {
  await signHeads(scopeOf(database), loadHeadKey(config.dataDir))
  await sealEverywhere(scopeOf(database))
  await sweepCutOffImports(scopeOf(database))
  await queueModeratorDigests(scopeOf(database))
  await queueAnswerNews(scopeOf(database))
  await queueReminders(scopeOf(database))
}
