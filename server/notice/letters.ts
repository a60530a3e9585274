/** The text of each mail, made when it is sent: from what is true then, with a link that was made then. */
import type { Transaction } from '#db/database.ts'
import { findAccountByEmail, findAccountById, lockAccount } from '#db/identity/accounts.ts'
import type { AccountRow } from '#db/identity/tables.ts'
import { listHeadsAfter } from '#db/ledger/heads.ts'
import { headOf } from '../ledger/heads.ts'
import { makeLink } from '../identity/sign-in-links.ts'
import { letterWriters } from '../letters.ts'
import { pathTo, type Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { formatDate } from '../words/format.ts'
import { notice as english } from '../words/en/notice.ts'
import { notice as indonesian } from '../words/id/notice.ts'
import type { ModuleOccasion, Occasion } from './outbox.ts'
import { askingLetter } from './following.ts'
import { residentLetter } from './resident-links.ts'

/** More than a year: nobody is told of so many at once. */
const MOST_HEADS = 400

export interface Letter {
  to: string
  subject: string
  text: string
  /** Address of the page that ends mails of this kind, for mail programs that show it. */
  leave?: string
}

/** A module's part: as `letterFor`, for occasions of its own. */
export type LetterWriter = (
  scope: Scope<Transaction>,
  occasion: ModuleOccasion,
  publicUrl: string,
) => Promise<Letter | undefined>

/** Undefined when there is nothing to say any more, or nobody to say it to. */
export function letterFor(
  scope: Scope<Transaction>,
  occasion: Occasion,
  publicUrl: string,
): Promise<Letter | undefined> {
  switch (occasion.kind) {
    case 'password-link':
      return passwordLetter(scope, { ...occasion, publicUrl })
    case 'password-forgotten':
      return forgottenLetter(scope, occasion, publicUrl)
    case 'resident-link':
      return residentLetter(scope, occasion, publicUrl)
    case 'follow':
      return askingLetter(scope, occasion, publicUrl)
    case 'reset-asked':
    case 'reset-done':
      return resetLetter(scope, occasion, publicUrl)
    case 'heads':
      return headsLetter(scope, occasion, publicUrl)
    default:
      return letterWriters[occasion.kind]?.(scope, occasion, publicUrl) ?? Promise.resolve(undefined)
  }
}

async function forgottenLetter(
  scope: Scope<Transaction>,
  { email, locale }: { email: string; locale: Locale },
  publicUrl: string,
): Promise<Letter | undefined> {
  const account = await findAccountByEmail(scope.db, email)
  return account && passwordLetter(scope, { accountId: account.id, locale, invited: false, publicUrl })
}

async function passwordLetter(
  scope: Scope<Transaction>,
  to: { accountId: string; locale: Locale; invited: boolean; publicUrl: string },
): Promise<Letter | undefined> {
  const account = await lockAccount(scope.db, to.accountId)
  // Who was invited and has set a password since, by a link passed on, needs none.
  if (!account || account.disabled || (to.invited && account.passwordHash !== null)) return undefined
  const t = wordsFor(to.locale)[to.invited ? 'invitation' : 'password']
  const link = to.publicUrl + (await makeLink(scope, account.id, to.locale))
  return letter(account, to, t.subject, [t.text, link, t.holds])
}

async function resetLetter(
  { db }: Scope<Transaction>,
  { kind, accountId, locale }: { kind: 'reset-asked' | 'reset-done'; accountId: string; locale: Locale },
  publicUrl: string,
): Promise<Letter | undefined> {
  const account = await findAccountById(db, accountId)
  if (!account || account.disabled) return undefined
  const t = wordsFor(locale)[kind === 'reset-asked' ? 'resetAsked' : 'resetDone']
  return letter(account, { locale, publicUrl }, t.subject, [t.text, publicUrl + pathTo(locale, 'signIn')])
}

async function headsLetter(
  { db }: Scope<Transaction>,
  { accountId, locale, after, until }: { accountId: string; locale: Locale; after: string; until: string },
  publicUrl: string,
): Promise<Letter | undefined> {
  const account = await findAccountById(db, accountId)
  const heads = (await listHeadsAfter(db, after, MOST_HEADS)).filter(({ onDate }) => onDate <= until)
  if (!account || account.disabled || heads.length === 0) return undefined
  const t = wordsFor(locale).heads
  // As `verify --heads` reads it.
  const list = `[\n${heads.map((row) => JSON.stringify(headOf(row))).join(',\n')}\n]`
  const subject = t.subject(formatDate(locale, until))
  const accountPage = publicUrl + pathTo(locale, 'account')
  return letter(account, { locale, publicUrl }, subject, [t.text, list, t.save, accountPage])
}

/** Greeting, paragraphs, foot. Who is known by an address alone is greeted without a name. */
export function letter(
  { email, name }: Pick<AccountRow, 'email' | 'name'>,
  { locale, publicUrl }: { locale: Locale; publicUrl: string },
  subject: string,
  paragraphs: string[],
): Letter {
  const t = wordsFor(locale)
  const text = [name ? t.greeting(name) : t.anyone, ...paragraphs, t.foot(publicUrl)].join('\n\n')
  return { to: email, subject, text: `${text}\n` }
}

export function wordsFor(locale: Locale): typeof indonesian {
  return locale === 'en' ? english : indonesian
}
