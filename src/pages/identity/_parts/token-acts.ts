/** What the buttons of the tokens page do. The use cases check whose token it is. */
import type { Issues } from '#server/forms.ts'
import { makeMachineToken, revokeMachineToken } from '#server/identity/machine-tokens.ts'
import type { Scope } from '#server/scope.ts'

export type TokenAct =
  | { kind: 'revoked' }
  /** Shown once. */
  | { kind: 'made'; token: string; name: string }
  | { kind: 'wrong'; issues: Issues }

/** @throws Refused not-signed-in, not-found */
export async function actOnTokens(scope: Scope, values: Record<string, string>): Promise<TokenAct> {
  if (values.act === 'revoke') {
    if (values.sure !== '1') return { kind: 'wrong', issues: { form: 'confirm' } }
    await revokeMachineToken(scope, values.id ?? '')
    return { kind: 'revoked' }
  }
  const { name = '', grant = '', days = '' } = values
  const outcome = await makeMachineToken(scope, { name, grant, days })
  return outcome.ok
    ? { kind: 'made', token: outcome.token, name: outcome.view.name }
    : { kind: 'wrong', issues: outcome.issues }
}
