/** What a command writes to: results on standard output, messages on standard error. */
export type Io = {
  out: (text: string) => void
  err: (text: string) => void
  /** Is somebody reading standard output, rather than a program? */
  terminal: boolean
}

/** 0 done, 1 the answer is no, 2 misused. */
export type ExitCode = 0 | 1 | 2

export type Command = { usage: string; run: (args: string[], io: Io) => Promise<ExitCode> }

/** Thrown by a command that was called wrongly, with a message for whoever called it; ends in exit code 2. */
export class Misused extends Error {
  override name = 'Misused'
}

/** Prints one JSON document where a program reads or asked for it, else the readable form. */
export function printResult(io: Io, json: boolean | undefined, document: unknown, readable: () => string): void {
  io.out(json || !io.terminal ? `${JSON.stringify(document)}\n` : readable())
}

/** A number as Indonesians write it, with a fixed number of decimals; a dash where there is none. */
export function formatNumber(value: number | null, decimals: number): string {
  if (value === null) return '–'
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat('id-ID', options).format(value)
}

/** A range as Indonesians write it; a dash where there is none. */
export function formatInterval(interval: readonly [number, number] | null, decimals: number): string {
  return interval === null ? '–' : interval.map((end) => formatNumber(end, decimals)).join(' sampai ')
}

/** Lays out rows in columns: the first to the left, the others to the right. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
  )
  return `${lines.join('\n')}\n`
}
