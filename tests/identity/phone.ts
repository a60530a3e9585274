/** A person with a phone: sets the second step up and gives codes from it, by use cases alone. */
import { randomBytes } from 'node:crypto'
import { giveCode } from '#server/identity/second-step.ts'
import { offerTotp, setUpTotp } from '#server/identity/set-up-totp.ts'
import { codeAt } from '#server/identity/totp.ts'
import type { Scope } from '#server/scope.ts'
import { COOKIES, PASSWORD, sent, signInAs } from './people.ts'

export const KEY = randomBytes(32)

/** A cookie of a session that the password alone began. */
export async function passwordStep(scope: Scope, email: string): Promise<string> {
  const signedIn = await signInAs(scope, email)
  if (!signedIn.ok) throw new Error(signedIn.issues.form)
  return sent(signedIn.setCookie)
}

export interface SetUp {
  cookie: string
  secret: string
  recoveryCodes: string[]
}

/** From a session that lacks nothing but this, or that holds. */
export async function setUpPhone(scope: Scope, cookieHeader: string): Promise<SetUp> {
  const offer = await offerTotp(scope, KEY, { cookieHeader, place: 'balai.example.go.id' })
  if (!offer) throw new Error('Nothing was offered.')
  const given = { code: codeAt(offer.secret, scope.now), password: PASSWORD }
  const done = await setUpTotp(scope, KEY, given, { ...COOKIES, cookieHeader })
  if (!done.ok) throw new Error(JSON.stringify(done.issues))
  return { cookie: sent(done.setCookie), secret: offer.secret, recoveryCodes: done.recoveryCodes }
}

export function give(scope: Scope, cookieHeader: string, given: { code?: string; recovery?: string }, key = KEY) {
  return giveCode(scope, key, given, { ...COOKIES, cookieHeader })
}
