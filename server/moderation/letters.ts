/** Mails of moderation: to a writer what was decided, to moderators that work waits. Without any text that was written. */
import { findAccountById } from '#db/identity/accounts.ts'
import { listVerdictsOf } from '#db/moderation/acts.ts'
import { findModerated } from '#db/moderation/texts.ts'
import type { VerdictRow } from '#db/moderation/tables.ts'
import { findActor } from '../identity/actors.ts'
import { letter, type LetterWriter } from '../notice/letters.ts'
import { pathTo, type Locale } from '../paths.ts'
import { formatNumber } from '../words/format.ts'
import { moderation as english } from '../words/en/moderation.ts'
import { moderation as indonesian } from '../words/id/moderation.ts'
import { listQueue } from './queue.ts'

/** More than this are "more than": the mail says that work waits, the queue how much. */
const MOST_COUNTED_LATE = 100

/** To the address that the writer left. Nothing if the text was erased since, or the verdict is no longer the last. */
export const writeDecided: LetterWriter = async ({ db }, { locale, verdictId, textId }, publicUrl) => {
  const row = await findModerated(db, String(textId))
  const verdict = (await listVerdictsOf(db, String(textId))).at(-1)
  if (!row?.authorEmail || !verdict || verdict.id !== verdictId || verdict.what === 'held') return undefined
  const words = wordsFor(locale)
  const t = words.mail.decided
  const what: Exclude<VerdictRow['what'], 'held'> = verdict.what
  const reason = verdict.reason ? [t.reason(words.reasons[verdict.reason] ?? verdict.reason)] : []
  const paragraphs = [t[what](row.title), ...reason, t.look, publicUrl + pathTo(locale, 'check')]
  return letter({ email: row.authorEmail, name: '' }, { locale, publicUrl }, t.subject, paragraphs)
}

/** To a moderator, of what waits in their places at this moment: nothing if that is nothing. */
export const writeWaiting: LetterWriter = async (scope, { locale, accountId }, publicUrl) => {
  const account = await findAccountById(scope.db, String(accountId))
  const actor = await findActor(scope.db, String(accountId), scope.now)
  if (!account || !actor) return undefined
  const { items, counts } = await listQueue({ ...scope, actor }, {}, MOST_COUNTED_LATE)
  const total = counts.held + counts.report + counts.review
  if (total === 0) return undefined
  const t = wordsFor(locale).mail.waiting
  const say = (count: number) => formatNumber(locale, count)
  const late = items.filter((item) => item.late).length
  const text = t.text({ held: say(counts.held), report: say(counts.report), review: say(counts.review) })
  const paragraphs = [text, ...(late > 0 ? [t.late(say(late))] : []), t.open]
  const queue = publicUrl + pathTo(locale, 'moderationQueue')
  return letter(account, { locale, publicUrl }, t.subject(say(total)), [...paragraphs, queue])
}

function wordsFor(locale: Locale): typeof indonesian {
  return locale === 'en' ? english : indonesian
}
