/** Tells a database that can't be reached, or can't store for now, from a statement that is wrong. */

const UNREACHABLE = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
/** Classes of PostgreSQL: connection, resources (disk, memory, connections), stopped or starting, the system below it. */
const FAILING_POSTGRES = /^(08|53|57P|58)\w+$/
const FAILING_SQLITE = /^SQLITE_(BUSY|CANTOPEN|FULL|IOERR|NOMEM|READONLY)/
/** The driver's own words where it gives no code: the line was cut, or none could be had in time. */
const NO_CONNECTION = /^Connection terminated|^timeout exceeded when trying to connect|is not queryable/

/** Whether the same request may well succeed in a moment. Of a commit that was cut off nobody knows: it may have been stored. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  const known = [UNREACHABLE, FAILING_POSTGRES, FAILING_SQLITE].some((codes) => codes.test(code))
  return known || NO_CONNECTION.test(error.message) || isUnavailable(error.cause)
}
