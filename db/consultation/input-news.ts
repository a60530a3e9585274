/** What there is to tell the writers of inputs, until a mail tells it. */
import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { InputNewsRow } from './answer-tables.ts'

const ROWS_AT_ONCE = 500

/** Of these inputs, those whose writer can be told: an address was left with it, or it came from an account. */
export async function listTellable(
  db: Database,
  touched: { ids: string[] } | { bundleId: string },
): Promise<{ id: string }[]> {
  const query = db
    .selectFrom('input')
    .select('id')
    .where((eb) => eb.or([eb('email', 'is not', null), eb('accountId', 'is not', null)]))
  if ('bundleId' in touched) return query.where('bundleId', '=', touched.bundleId).execute()
  const found: { id: string }[] = []
  for (const some of chunks(touched.ids, ROWS_AT_ONCE)) found.push(...(await query.where('id', 'in', some).execute()))
  return found
}

export async function insertNews(db: Transaction, rows: InputNewsRow[]): Promise<void> {
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('inputNews').values(some).execute()
}

/** Addresses that something waits for, in order, after `after`. */
export async function listAddressesWithNews(db: Database, after: string, limit: number): Promise<string[]> {
  const rows = await untold(db)
    .select('input.email')
    .distinct()
    .where('input.email', '>', after)
    .orderBy('input.email')
    .limit(limit)
    .execute()
  return rows.flatMap(({ email }) => (email === null ? [] : [email]))
}

/** Accounts that something waits for, whose inputs have no address of their own. */
export async function listAccountsWithNews(db: Database, after: string, limit: number): Promise<string[]> {
  const rows = await untold(db)
    .select('input.accountId')
    .distinct()
    .where('input.email', 'is', null)
    .where('input.accountId', '>', after)
    .orderBy('input.accountId')
    .limit(limit)
    .execute()
  return rows.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]))
}

/** Takes all that waits for one writer into a digest. Of two who ask at once, one gets it. @returns how much */
export async function takeNews(
  db: Transaction,
  writer: { email: string } | { accountId: string },
  digest: string,
): Promise<number> {
  const rows = await db
    .updateTable('inputNews')
    .set({ digest })
    .where('digest', 'is', null)
    .where('newsOf', 'in', (eb) => {
      const inputs = eb.selectFrom('input').select('id')
      return 'email' in writer
        ? inputs.where('email', '=', writer.email)
        : inputs.where('accountId', '=', writer.accountId).where('email', 'is', null)
    })
    .returning('id')
    .execute()
  return rows.length
}

export interface ToldNews {
  what: InputNewsRow['what']
  number: number
  email: string | null
  accountId: string | null
  /** The language in which it was written. */
  locale: string | null
  title: string
  slug: string
}

/** What a digest tells, by consultation and number; what was erased since is left out. */
export function listNewsOfDigest(db: Database, digest: string, limit: number): Promise<ToldNews[]> {
  return db
    .selectFrom('inputNews')
    .innerJoin('input', 'input.id', 'inputNews.newsOf')
    .innerJoin('consultation', 'consultation.id', 'input.consultationId')
    .select([
      'inputNews.what',
      'input.number',
      'input.email',
      'input.accountId',
      'input.locale',
      'consultation.title',
      'consultation.slug',
    ])
    .where('inputNews.digest', '=', digest)
    .where('input.erasedAt', 'is', null)
    .orderBy('consultation.title')
    .orderBy('input.number')
    .orderBy('inputNews.at')
    .limit(limit)
    .execute()
}

function untold(db: Database) {
  return db
    .selectFrom('inputNews')
    .innerJoin('input', 'input.id', 'inputNews.newsOf')
    .where('inputNews.digest', 'is', null)
}
