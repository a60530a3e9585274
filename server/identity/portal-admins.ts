/** A portal administrator made from the machine itself, where whoever runs commands owns the database anyway. */
import { findAccountByEmail, lockAccount, setDisabled } from '#db/identity/accounts.ts'
import { listGrantsOfAccount } from '#db/identity/role-grants.ts'
import { readInput, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { addAccount, grantRole } from './grants.ts'
import { endAccess } from './reach.ts'
import { termState, type Term } from './rules/term.ts'
import { emailSchema } from './schema.ts'
import { makeLink } from './sign-in-links.ts'
import { removeSecondStep } from './totp-reset.ts'

/**
 * Makes the account or opens it again, gives it the portal, and returns a link to set its password. With `newPhone` its
 * second step is taken away, to be set up anew. Issues: email.
 */
export async function createAdmin(
  scope: Scope,
  { email: typed, newPhone = false }: { email: string; newPhone?: boolean },
): Promise<Outcome<{ accountId: string; email: string; link: string }>> {
  const reading = readInput(emailSchema, { email: typed })
  if (!reading.ok) return reading
  const { email } = reading.value
  return transaction(scope, async (within) => {
    const { db, now } = within
    const found = await findAccountByEmail(db, email)
    const account = found ?? (await addAccount(within, email, email.split('@')[0] ?? email))
    await lockAccount(db, account.id)
    if (account.disabled) await setDisabled(db, account.id, 0)
    const held = await listGrantsOfAccount(db, account.id)
    const isAdmin = held.some(
      (grant) => grant.role === 'admin' && grant.scopeKind === 'portal' && isForGood(grant, now),
    )
    if (!isAdmin) await grantRole(within, account.id, { role: 'admin', scopeKind: 'portal', scopeId: null })
    if (newPhone) await removeSecondStep(within, account.id)
    await endAccess(db, account.id)
    return { ok: true, accountId: account.id, email, link: await makeLink(within, account.id) }
  })
}

function isForGood(term: Term, now: Date): boolean {
  return term.endsAt === null && termState(term, now) === 'held'
}
