/**
 * What the front door puts into each copy of a form: a submission key of its own, so that no two residents share one, and
 * the time it was shown, signed, so that a form filled in faster than anyone reads can be told.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Drawn at each start: what somebody writes into a name or a comment is never taken for one of these. */
const MARK = randomBytes(12).toString('hex')
export const KEY_PLACEHOLDER = `__SUBMISSION_KEY_${MARK}__`
export const TIME_PLACEHOLDER = `__SIGNED_TIME_${MARK}__`
export const PLACEHOLDERS = new RegExp(`${KEY_PLACEHOLDER}|${TIME_PLACEHOLDER}`)

/** Nobody reads nine questions in less; a post that comes sooner waits until this has passed, and is lost by nobody. */
const LEAST_SECONDS = 3

export function signTime(secret: string, now: Date): string {
  const second = Math.floor(now.getTime() / 1000)
  if (signed.second !== second || signed.secret !== secret) {
    const time = second.toString(36)
    signed = { second, secret, text: `${time}.${mark(secret, time)}` }
  }
  return signed.text
}

/** All copies of one second bear the same mark, so it is made once. */
let signed = { second: -1, secret: '', text: '' }

/** Seconds that a post has still to wait; the whole time when the signed time is missing or not ours. */
export function secondsTooEarly(secret: string, signed: string | undefined, now: Date): number {
  return Math.max(0, LEAST_SECONDS - secondsShown(secret, signed, now))
}

/** How long ago a form was shown; nothing when the signed time is missing or not ours. */
export function secondsShown(secret: string, signed: string | undefined, now: Date): number {
  const [time = '', given = ''] = (signed ?? '').split('.')
  const expected = Buffer.from(mark(secret, time))
  const ours = given.length === expected.length && timingSafeEqual(Buffer.from(given), expected)
  return ours ? now.getTime() / 1000 - Number.parseInt(time, 36) : 0
}

function mark(secret: string, time: string): string {
  return createHmac('sha256', secret).update(`form-shown ${time}`).digest('base64url').slice(0, 16)
}
