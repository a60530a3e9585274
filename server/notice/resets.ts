/** A second step taken away, told to the person concerned at each step: nobody else would notice a fraud in time. */
import { agreeTotpReset, askTotpReset } from '../identity/totp-reset.ts'
import type { Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { queueMail } from './outbox.ts'

/** As `askTotpReset`. */
export function askReset(scope: Scope, accountId: string, locale: Locale): Promise<void> {
  return askTotpReset(scope, accountId, (within) => queueMail(within, { kind: 'reset-asked', accountId, locale }))
}

/** As `agreeTotpReset`. */
export function agreeReset(scope: Scope, accountId: string, locale: Locale): Promise<void> {
  return agreeTotpReset(scope, accountId, (within) => queueMail(within, { kind: 'reset-done', accountId, locale }))
}
