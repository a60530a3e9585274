/** How a table of text becomes a file that spreadsheets open. */

/** Where the decimal sign is a comma, a spreadsheet begins a new cell at a semicolon too: quoted, text stays in its own. */
export const CSV_LINES = { record_delimiter: 'windows', quoted_match: /[;\t]/ } as const

/** A spreadsheet would run text that begins like a formula, in wide characters too. */
export function harmlessCell<T>(cell: T): T | string {
  return typeof cell === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell
}
