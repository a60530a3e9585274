/** One-time codes from a phone (RFC 6238: six digits, thirty seconds, SHA-1, as every authenticator app knows them). */
import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** A code of the step before or after is right too: clocks differ, and typing takes a while. */
const WINDOW = 1

/** 160 random bits, base 32, as a person can type it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What a QR code tells an authenticator app. `place` sets this portal apart from others on the same phone. */
export function totpUri(secret: string, { email, place }: { email: string; place: string }): string {
  return totpOf(secret, { issuer: `Balai ${place}`, label: email }).toString()
}

/** Number of the step whose code it is, of those that are right at this time; undefined when it is none's. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? undefined : stepAt(now) + delta
}

export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() })
}

/** Number of the step that a moment lies in. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / PERIOD_SECONDS)
}

function totpOf(secret: string, named: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...named, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS })
}
