/** Tells moderators by mail that work waits: at most once a day each, from the morning on, and never of nothing. */
import { findAccountById } from '#db/identity/accounts.ts'
import { listPlacedGrants } from '#db/identity/role-grants.ts'
import { dayIn, HOURS_AHEAD } from '../directory/rules/days.ts'
import { findActor } from '../identity/actors.ts'
import { queueMail } from '../notice/outbox.ts'
import { localeOr } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { listQueue } from './queue.ts'

const ZONE = 'Asia/Jakarta'
const MORNING = 7

/** Where nobody is a moderator, administrators are told. Safe to run often and on several nodes. @returns how many */
export async function queueModeratorDigests(scope: Scope): Promise<number> {
  const { db, now } = scope
  if ((now.getUTCHours() + HOURS_AHEAD[ZONE]) % 24 < MORNING) return 0
  const day = dayIn(now, ZONE)
  const grants = await listPlacedGrants(db)
  const holding = (role: string) => [
    ...new Set(grants.filter((g) => g.role === role).map(({ accountId }) => accountId)),
  ]
  const moderators = holding('moderator')
  let queued = 0
  for (const accountId of moderators.length > 0 ? moderators : holding('admin')) {
    const actor = await findActor(db, accountId, now)
    if (!actor?.grants.some(({ role }) => role === 'moderator' || role === 'admin')) continue
    const { counts } = await listQueue({ ...scope, actor }, {}, 1)
    if (counts.held + counts.report + counts.review === 0) continue
    const locale = localeOr((await findAccountById(db, accountId))?.locale)
    const occasion = { kind: 'moderation.waiting', locale, accountId } as const
    const put = await transaction(scope, (within) => queueMail(within, occasion, `moderation ${accountId} ${day}`))
    if (put) queued += 1
  }
  return queued
}
