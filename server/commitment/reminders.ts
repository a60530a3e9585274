/**
 * Reminds those who keep commitments of promised days, by mail: in the week before, and after. Once each for a promised day;
 * all that is due for one of them comes in one mail.
 */
import { findCommitmentById, listEventsOf } from '#db/commitment/commitments.ts'
import { insertReminder, listReminders } from '#db/commitment/reminders.ts'
import { findAccountById } from '#db/identity/accounts.ts'
import { listPlacedGrants } from '#db/identity/role-grants.ts'
import { may, type Actor, type Place } from '../access.ts'
import { dayIn } from '../directory/rules/days.ts'
import { findActor } from '../identity/actors.ts'
import { endLease, holdLease } from '../leases.ts'
import { letter, type LetterWriter } from '../notice/letters.ts'
import { queueMail } from '../notice/outbox.ts'
import { localeOr, pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { formatDate } from '../words/format.ts'
import { commitmentFollow as english } from '../words/en/commitment-follow.ts'
import { commitmentFollow as indonesian } from '../words/id/commitment-follow.ts'
import { factsOf, placeOf, type CommitmentFacts } from './facts.ts'
import { listCommitments } from './lists.ts'
import { momentOf, type ReminderMoment } from './rules/reminding.ts'
import { isOpen } from './rules/status.ts'

const LEASE = 'commitment-reminders'
const LEASE_SECONDS = 300
const AT_ONCE = 100
/** Longer lists end with the page that has them all. */
const MOST_NAMED = 30

interface Due {
  commitment: CommitmentFacts
  moment: ReminderMoment
}

/** Safe on several nodes at once: one holds the lease, and what was reminded of is noted with the mail. @returns how many mails */
export async function queueReminders(scope: Scope): Promise<number> {
  if (!(await holdLease(scope, LEASE, LEASE_SECONDS))) return 0
  try {
    const due = await listDue(scope)
    return due.length > 0 ? await remind(scope, due) : 0
  } finally {
    await endLease(scope, LEASE)
  }
}

/** Commitments come by their promised day: the first that is too far off is the last one looked at. */
async function listDue(scope: Scope): Promise<Due[]> {
  const due: Due[] = []
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof listCommitments>> = await listCommitments(scope, {
      status: 'open',
      cursor,
      limit: AT_ONCE,
    })
    const reminded = await listReminders(
      scope.db,
      page.items.map(({ id }) => id),
    )
    const known = new Set(reminded.map(({ commitmentId, dueOn, moment }) => `${commitmentId} ${dueOn} ${moment}`))
    for (const commitment of page.items) {
      const moment = momentOf(commitment, dayIn(scope.now, commitment.region.timezone))
      if (moment && !known.has(`${commitment.id} ${commitment.dueOn} ${moment}`)) due.push({ commitment, moment })
    }
    const last = page.items.at(-1)
    if (!page.next || !last || !momentOf(last, dayIn(scope.now, last.region.timezone))) return due
    cursor = page.next
  }
}

/** Officers of the place are told; where it has none, its administrators. */
async function remind(scope: Scope, due: Due[]): Promise<number> {
  const keepers = await listKeepers(scope)
  return transaction(scope, async (within) => {
    const at = scope.now.toISOString()
    const mine = new Map<string, Due[]>()
    for (const one of due) {
      const { id: commitmentId, dueOn } = one.commitment
      if (!(await insertReminder(within.db, { commitmentId, dueOn, moment: one.moment, at }))) continue
      const row = await findCommitmentById(within.db, commitmentId)
      for (const accountId of row ? keepersOf(keepers, placeOf(row)) : [])
        mine.set(accountId, [...(mine.get(accountId) ?? []), one])
    }
    for (const [accountId, some] of mine) {
      const of = (moment: ReminderMoment) => idsOf(some.filter((one) => one.moment === moment))
      const locale = localeOr((await findAccountById(within.db, accountId))?.locale)
      await queueMail(within, { kind: 'commitment.due', accountId, locale, before: of('before'), after: of('after') })
    }
    return mine.size
  })
}

function idsOf(some: Due[]): string {
  return some.map(({ commitment }) => commitment.id).join(' ')
}

async function listKeepers(scope: Scope): Promise<Actor[]> {
  const ids = new Set((await listPlacedGrants(scope.db)).map(({ accountId }) => accountId))
  const actors = await Promise.all([...ids].map((id) => findActor(scope.db, id, scope.now)))
  return actors.filter((actor) => actor !== undefined)
}

function keepersOf(keepers: Actor[], place: Place): string[] {
  const holding = (role: 'officer' | 'admin') =>
    keepers
      .map(({ grants, ...actor }) => ({ ...actor, grants: grants.filter((grant) => grant.role === role) }))
      .filter((actor) => may(actor, 'commitment.keep', place))
      .map(({ accountId }) => accountId)
  const officers = holding('officer')
  return officers.length > 0 ? officers : holding('admin')
}

/** Of what is still open when it is sent; nothing where all was done meanwhile. */
export const writeDue: LetterWriter = async (scope, { locale, accountId, before, after }, publicUrl) => {
  const account = await findAccountById(scope.db, String(accountId))
  if (!account || account.disabled) return undefined
  const t = (locale === 'en' ? english : indonesian).mail
  const addressOf = (slug: string) => publicUrl + pathTo(locale, 'manageCommitment', { slug })
  const listed = async (ids: unknown) => {
    const lines: string[] = []
    for (const id of String(ids).split(' ').filter(Boolean).slice(0, MOST_NAMED)) {
      const row = await findCommitmentById(scope.db, id)
      const stands = row && factsOf(row, await listEventsOf(scope.db, [row.id]), scope.now)
      if (stands && isOpen(stands.status))
        lines.push(`- ${stands.what} (${formatDate(locale, stands.dueOn)})\n  ${addressOf(stands.slug)}`)
    }
    return lines
  }
  const [soon, late] = [await listed(before), await listed(after)]
  if (soon.length + late.length === 0) return undefined
  const paragraphs = [
    ...(late.length > 0 ? [[t.late, ...late].join('\n')] : []),
    ...(soon.length > 0 ? [[t.soon, ...soon].join('\n')] : []),
    `${t.all}\n${publicUrl}${pathTo(locale, 'manageCommitments')}`,
  ]
  return letter(account, { locale, publicUrl }, t.subject(late.length, soon.length), paragraphs)
}
