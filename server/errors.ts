/** The one exception for what a request can't have; each door turns it into a status and a page once. */
import { isUnavailable } from '#db/unavailable.ts'

export const REFUSALS = {
  'not-found': 404,
  'not-signed-in': 401,
  forbidden: 403,
  conflict: 409,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof REFUSALS

export class Refused extends Error {
  override name = 'Refused'
  code: RefusalCode
  /** `reason` is a key of the words `refusals`, for a sentence that says more than the code. */
  reason: string | undefined
  constructor(code: RefusalCode, reason?: string) {
    super(reason ? `${code}: ${reason}` : code)
    this.code = code
    this.reason = reason
  }
  get status(): number {
    return REFUSALS[this.code]
  }
}

/** Seconds after which whoever met `unavailable` may ask again. */
export const RETRY_AFTER = '5'

/** What a thrown error refuses: what it says, or `unavailable` when the database is away or can't store. */
export function refusalOf(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error
  return isUnavailable(error) ? new Refused('unavailable') : undefined
}
