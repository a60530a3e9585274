/**
 * The receipt on its way from the counter's form to its thanks: in a cookie of one address, erased as it is shown; and how
 * long each of the two stands.
 */
import { formatCode, parseCode } from '#server/ledger/receipts.ts'

const NAME = 'balai_receipt'
const SECONDS = 60

/** How long the thanks stands, and a form where no script sees whether anybody is there. */
export const THANKS_SECONDS = 30
export const FORM_SECONDS = 600

interface Where {
  path: string
  secure: boolean
}

export function keepReceipt(receipt: string, where: Where): string {
  return cookie(receipt, SECONDS, where)
}

export function eraseReceipt(where: Where): string {
  return cookie('', 0, where)
}

/** As it is shown; undefined where there is none, or something else. */
export function receiptIn(cookies: string | null): string | undefined {
  const value = cookies?.split('; ').find((pair) => pair.startsWith(`${NAME}=`))
  const code = value && parseCode(value.slice(NAME.length + 1))
  return code ? formatCode(code) : undefined
}

function cookie(value: string, seconds: number, { path, secure }: Where): string {
  const ends = secure ? '; Secure' : ''
  return `${NAME}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${ends}`
}
