/** What the buttons of the accounts page do. The use cases check the permission. */
import type { Issues } from '#server/forms.ts'
import { disableAccount, enableAccount } from '#server/identity/accounts.ts'
import { inviteAccount, revokeRole } from '#server/identity/roles.ts'
import { agreeTotpReset, askTotpReset } from '#server/identity/totp-reset.ts'
import { renewLink } from '#server/identity/sign-in-links.ts'
import type { Scope } from '#server/scope.ts'

export type AccountAct =
  | { kind: 'done'; what: 'invite' | 'revoke' | 'disable' | 'enable' | 'ask-reset' | 'agree-reset' }
  /** A path to pass on, shown once. */
  | { kind: 'link'; link: string; name: string | null }
  | { kind: 'wrong'; issues: Issues }

/** @throws Refused forbidden, not-found, conflict */
export async function actOnAccounts(scope: Scope, values: Record<string, string>): Promise<AccountAct> {
  const { act, id = '' } = values
  if (act === 'link') return { kind: 'link', link: await renewLink(scope, id), name: null }
  if (act === 'revoke') return outcomeOf('revoke', await revokeRole(scope, id))
  if (act === 'enable') return outcomeOf('enable', await enableAccount(scope, id))
  if (act === 'ask-reset') {
    await askTotpReset(scope, id)
    return { kind: 'done', what: 'ask-reset' }
  }
  if (act === 'agree-reset') {
    if (values.sure !== '1') return { kind: 'wrong', issues: { form: 'confirm' } }
    await agreeTotpReset(scope, id)
    return { kind: 'done', what: 'agree-reset' }
  }
  if (act === 'disable') {
    return values.sure === '1'
      ? outcomeOf('disable', await disableAccount(scope, id))
      : { kind: 'wrong', issues: { form: 'confirm' } }
  }
  const { email = '', name = '', role = '', scope: place = '', firstDay, lastDay } = values
  const outcome = await inviteAccount(scope, { email, name, role, scope: place, firstDay, lastDay })
  if (!outcome.ok) return { kind: 'wrong', issues: outcome.issues }
  const { link } = outcome.invitation
  return link ? { kind: 'link', link, name } : { kind: 'done', what: 'invite' }
}

function outcomeOf(
  what: 'revoke' | 'disable' | 'enable',
  outcome: { ok: boolean } | { ok: false; issues: Issues },
): AccountAct {
  return 'issues' in outcome ? { kind: 'wrong', issues: outcome.issues } : { kind: 'done', what }
}
