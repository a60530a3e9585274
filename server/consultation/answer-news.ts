/**
 * Writers hear what became of their input, by mail if they left an address. All that happened since the last mail comes in
 * one; nobody gets an empty one, and nothing is told twice.
 */
import type { NewsKind } from '#db/consultation/answer-tables.ts'
import type { Touched } from '#db/consultation/answer-tally.ts'
import * as news from '#db/consultation/input-news.ts'
import { findResident } from '#db/identity/residents.ts'
import type { Database, Transaction } from '#db/database.ts'
import { newId } from '../ids.ts'
import { letter, type LetterWriter } from '../notice/letters.ts'
import { queueMail } from '../notice/outbox.ts'
import { localeOr, pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { consultationAnswer as english } from '../words/en/consultation-answer.ts'
import { consultationAnswer as indonesian } from '../words/id/consultation-answer.ts'

const WRITERS_AT_ONCE = 200
/** Longer lists end with how many more there are. */
const MOST_LINES = 60

/** Notes what there is to tell, in the transaction that did it. */
export async function noteNews(scope: Scope<Transaction>, touched: Touched, what: NewsKind): Promise<void> {
  const at = scope.now.toISOString()
  const tellable = await news.listTellable(scope.db, touched)
  await news.insertNews(
    scope.db,
    tellable.map(({ id }) => ({ id: newId(), newsOf: id, what, at, digest: null })),
  )
}

/** Asks for a mail to every writer whom something waits for. Safe on several nodes at once. @returns how many */
export async function queueAnswerNews(scope: Scope): Promise<number> {
  let queued = 0
  for await (const writer of writersWithNews(scope.db)) {
    const put = await transaction(scope, async (within) => {
      const digest = newId()
      if ((await news.takeNews(within.db, writer, digest)) === 0) return false
      return queueMail(within, { kind: 'consultation.answer-news', digest, locale: 'id' }, `answer news ${digest}`)
    })
    if (put) queued += 1
  }
  return queued
}

async function* writersWithNews(db: Database): AsyncGenerator<{ email: string } | { accountId: string }> {
  for (let after = ''; ;) {
    const emails = await news.listAddressesWithNews(db, after, WRITERS_AT_ONCE)
    for (const email of emails) yield { email }
    if (emails.length < WRITERS_AT_ONCE) break
    after = emails.at(-1) ?? ''
  }
  for (let after = ''; ;) {
    const accounts = await news.listAccountsWithNews(db, after, WRITERS_AT_ONCE)
    for (const accountId of accounts) yield { accountId }
    if (accounts.length < WRITERS_AT_ONCE) return
    after = accounts.at(-1) ?? ''
  }
}

/** The text of a digest, made when it is sent; none when what it told of was erased meanwhile. */
export async function writeAnswerNews(
  ...[{ db }, { digest }, publicUrl]: Parameters<LetterWriter>
): ReturnType<LetterWriter> {
  const told = await news.listNewsOfDigest(db, String(digest), MOST_LINES + 1)
  const [first] = told
  const email = first && (first.email ?? (first.accountId && (await findResident(db, first.accountId))?.email))
  if (!email) return undefined
  // As they read the portal when they wrote last.
  const locale = localeOr(told.findLast((news) => news.locale !== null)?.locale)
  const t = (locale === 'en' ? english : indonesian).mail
  const byConsultation = Map.groupBy(told.slice(0, MOST_LINES), ({ slug }) => slug)
  const paragraphs = [...byConsultation].map(([slug, lines]) =>
    [
      lines[0]?.title ?? '',
      ...lines.map(({ what, number }) => `- ${t.what[what](number)}`),
      publicUrl + pathTo(locale, 'consultationAnswers', { slug }),
    ].join('\n'),
  )
  const more = told.length > MOST_LINES ? [t.more] : []
  const text = [...paragraphs, ...more, t.check(publicUrl + pathTo(locale, 'check'))]
  return letter({ email, name: '' }, { locale, publicUrl }, t.subject, text)
}
