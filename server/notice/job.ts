/** Mail and digests by the clock. Every node tries; the lease lets one send at a time. */
import { Cron } from 'croner'
import type { Config } from '../config.ts'
import { logFault } from '../log.ts'
import type { Scope } from '../scope.ts'
import { forgetUnconfirmed } from './following.ts'
import { queueHeadDigests } from './head-digest.ts'
import { makeMailer } from './mailer.ts'
import { forgetOldMail, sendWaiting } from './sending.ts'

const SENDING = '*/3 * * * * *'
/** After the hour, when the last day's head has been signed. */
const HOURLY = '0 10 * * * *'

/** Returns how to stop. */
export function startMail(config: Config, scopeNow: () => Scope): () => void {
  const mailer = makeMailer(config)
  const failed = (error: unknown) => logFault('-', 'notice', error)
  const options = { protect: true, unref: true, catch: failed }
  const hourly = async () => {
    await queueHeadDigests(scopeNow())
    await forgetOldMail(scopeNow())
    await forgetUnconfirmed(scopeNow())
  }
  const jobs = [
    new Cron(SENDING, options, async () => void (await sendWaiting(scopeNow, { mailer, publicUrl: config.publicUrl }))),
    new Cron(HOURLY, options, hourly),
  ]
  hourly().catch(failed)
  return () => {
    for (const job of jobs) job.stop()
    mailer.close()
  }
}
