/** What goes wrong, as one line of JSON on standard error. Names the page, never its address: a code may stand there. */

export function logFault(requestId: string, where: string, error: unknown): void {
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${JSON.stringify({ level: 'error', at: new Date().toISOString(), requestId, where, fault })}\n`)
}
