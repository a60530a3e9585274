/** Ten codes that each stand in for the phone once. The database keeps their hashes alone. */
import { randomBytes } from 'node:crypto'
import * as codes from '#db/identity/recovery-codes.ts'
import { sha256 } from '../ledger/commitments.ts'
import type { Scope } from '../scope.ts'
import { plainRecoveryCode, RECOVERY_BYTES, RECOVERY_CODES, recoveryCodeOf } from './rules/recovery-codes.ts'

/** New ones in place of all older ones, as they are shown this once. */
export async function replaceRecoveryCodes(db: Scope['db'], accountId: string): Promise<string[]> {
  const fresh = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(RECOVERY_BYTES)))
  await codes.putRecoveryCodes(
    db,
    accountId,
    fresh.map((code) => hashOf(accountId, code)),
  )
  return fresh
}

/** Whether it was one of the account's; it is used up with that. */
export function useRecoveryCode(db: Scope['db'], accountId: string, typed: string): Promise<boolean> {
  return codes.takeRecoveryCode(db, accountId, hashOf(accountId, typed))
}

function hashOf(accountId: string, code: string): string {
  return sha256(JSON.stringify(['recovery', accountId, plainRecoveryCode(code)]))
}
