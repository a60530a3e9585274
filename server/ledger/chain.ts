/** How an entry is bound to the one before it. */
import { sha256 } from './commitments.ts'
import { jcs } from './jcs.ts'

export interface ChainedEntry {
  seq: number
  /** Date in Asia/Jakarta, the portal's own zone. */
  on: string
  kind: string
  subject: string
  commitment: string
  previous: string
  hash: string
}

/** What the first entry names as its previous. */
export const NO_PREVIOUS = '0'.repeat(64)

export function entryHash({ seq, on, kind, subject, commitment, previous }: Omit<ChainedEntry, 'hash'>): string {
  return sha256(jcs({ seq, on, kind, subject, commitment, previous }))
}

/** What is known before an entry is added: the last entry and the last day that is signed. */
export interface Tip {
  seq: number
  hash: string
  on: string | null
  signedUntil: string | null
}

/** The date of the next entry. Dates never go back, and nothing enters a day whose head is signed. */
export function nextDate(now: Date, { on, signedUntil }: Pick<Tip, 'on' | 'signedUntil'>): string {
  const dates = [dateInJakarta(now), on ?? '', signedUntil ? dayAfter(signedUntil) : '']
  return dates.reduce((latest, date) => (date > latest ? date : latest))
}

/** Western Indonesia keeps UTC+7 the whole year. */
export function dateInJakarta(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}
