/** What becomes of a mail that couldn't be sent. Pure. */
const FIRST_WAIT_SECONDS = 60
const LONGEST_WAIT_SECONDS = 4 * 3600
/** Within about a day and a half; after that a link or a digest is of no use to anyone. */
export const MOST_ATTEMPTS = 14

export type Fate = { kind: 'again'; inSeconds: number } | { kind: 'failed' } | { kind: 'unsure' }

/** How a sending failed. */
export interface SendingFault {
  /** What the mail server answered, if it did. */
  responseCode?: number | undefined
  /** Whether the text had begun to leave: from then on only the server's own no says that it took nothing. */
  handed?: boolean | undefined
  code?: string | undefined
}

/** `attempts` counts those so far, this one included. */
export function fateOf({ responseCode, handed, code }: SendingFault, attempts: number): Fate {
  // A wrong password of ours is no verdict on the mail.
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH') return { kind: 'failed' }
  if (handed && responseCode === undefined) return { kind: 'unsure' }
  return attempts >= MOST_ATTEMPTS ? { kind: 'failed' } : { kind: 'again', inSeconds: waitAfter(attempts) }
}

/** Seconds: 60, 120, 240 … up to four hours. */
export function waitAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (attempts - 1), LONGEST_WAIT_SECONDS)
}
