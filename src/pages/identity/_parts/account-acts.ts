/** What the buttons of the accounts page do. The use cases check the permission. */
import type { Issues } from '#server/forms.ts'
import { disableAccount, enableAccount } from '#server/identity/accounts.ts'
import { inviteAccount, revokeRole } from '#server/identity/roles.ts'
import { renewLink } from '#server/identity/sign-in-links.ts'
import { inviteByMail, mailLink } from '#server/notice/mailed-links.ts'
import { agreeReset, askReset } from '#server/notice/resets.ts'
import type { Locale } from '#server/paths.ts'
import type { Scope } from '#server/scope.ts'

type Done = 'invite' | 'invite-mail' | 'mail-link' | 'revoke' | 'disable' | 'enable' | 'ask-reset' | 'agree-reset'

export type AccountAct =
  | { kind: 'done'; what: Done }
  /** A path to pass on, shown once. */
  | { kind: 'link'; link: string; name: string | null }
  | { kind: 'wrong'; issues: Issues }

/** @throws Refused forbidden, not-found, conflict */
export async function actOnAccounts(scope: Scope, values: Record<string, string>, locale: Locale): Promise<AccountAct> {
  const { act, id = '' } = values
  if (act === 'link') return { kind: 'link', link: await renewLink(scope, id), name: null }
  if (act === 'mail-link') {
    await mailLink(scope, id, locale)
    return { kind: 'done', what: 'mail-link' }
  }
  if (act === 'revoke') return outcomeOf('revoke', await revokeRole(scope, id))
  if (act === 'enable') return outcomeOf('enable', await enableAccount(scope, id))
  if (act === 'ask-reset') {
    await askReset(scope, id, locale)
    return { kind: 'done', what: 'ask-reset' }
  }
  if (act === 'agree-reset') {
    if (values.sure !== '1') return { kind: 'wrong', issues: { form: 'confirm' } }
    await agreeReset(scope, id, locale)
    return { kind: 'done', what: 'agree-reset' }
  }
  if (act === 'disable') {
    return values.sure === '1'
      ? outcomeOf('disable', await disableAccount(scope, id))
      : { kind: 'wrong', issues: { form: 'confirm' } }
  }
  return invite(scope, values, locale)
}

async function invite(scope: Scope, values: Record<string, string>, locale: Locale): Promise<AccountAct> {
  const { email = '', name = '', role = '', scope: place = '', firstDay, lastDay, way } = values
  const input = { email, name, role, scope: place, firstDay, lastDay }
  const outcome = way === 'mail' ? await inviteByMail(scope, input, locale) : await inviteAccount(scope, input)
  if (!outcome.ok) return { kind: 'wrong', issues: outcome.issues }
  const { link } = outcome.invitation
  if (link) return { kind: 'link', link, name }
  return { kind: 'done', what: outcome.told ? 'invite-mail' : 'invite' }
}

function outcomeOf(
  what: 'revoke' | 'disable' | 'enable',
  outcome: { ok: boolean } | { ok: false; issues: Issues },
): AccountAct {
  return 'issues' in outcome ? { kind: 'wrong', issues: outcome.issues } : { kind: 'done', what }
}
