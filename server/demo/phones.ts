/** The demonstration's phones: each account's secret follows from its address, as open to all as the one password. */
import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'
import type { Database } from '#db/database.ts'
import { findAccountByEmail } from '#db/identity/accounts.ts'
import { findTotp, putTotp } from '#db/identity/totp.ts'
import { aboutSecret, needsSecondStep } from '../identity/second-step.ts'
import { codeAt } from '../identity/totp.ts'
import { seal, unseal, type PortalKey } from '../portal-key.ts'
import { PEOPLE } from './people.ts'

/** Gives each account that needs one its phone again, whatever a visitor or an older demonstration made of it. */
export async function setUpDemoPhones(db: Database, key: PortalKey, now = new Date()): Promise<void> {
  for (const { email } of PEOPLE) {
    const account = await findAccountByEmail(db, email)
    if (!account || !(await needsSecondStep({ db, now }, account.id))) continue
    const about = aboutSecret(account.id)
    const held = await findTotp(db, account.id)
    if (held && unseal(key, held.secret, about) === demoSecret(email)) continue
    const secret = seal(key, demoSecret(email), about)
    await putTotp(db, { accountId: account.id, secret, lastStep: 0, setUpAt: now.toISOString() })
  }
}

/** The code that signs this person in now; undefined for who needs none. */
export function demoCode(email: string, now = new Date()): string | undefined {
  const person = PEOPLE.find((one) => one.email === email)
  return person && ['admin', 'publisher'].includes(person.role) ? codeAt(demoSecret(email), now) : undefined
}

function demoSecret(email: string): string {
  const bytes = createHash('sha256').update(`balai-contoh ${email}`).digest().subarray(0, 20)
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}
