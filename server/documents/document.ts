/**
 * A document described plainly: what it says, not how it looks. Each maker (PDF, DOCX, page) shows the same parts.
 * Knows no domain and holds no words of its own: what is printed beside the parts is handed in with them.
 */
export interface Document {
  title: string
  /** Above the title: whose document it is. */
  masthead: string
  language: 'id' | 'en'
  /** Where the same stands on the portal; printed at the foot of each page. */
  address: string
  landscape?: boolean
  parts: Part[]
  words: DocumentWords
}

export interface DocumentWords {
  /** With `{page}` and `{pages}` in it. */
  page: string
  /** Said at the end when a letter had to be shown as ¤, because the typeface doesn't have it. */
  missingLetters: string
}

export type Part =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string; quiet?: boolean }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'link'; text: string; address: string }
  /** A code to be scanned, with what it leads to in words beside it. */
  | { kind: 'qr'; text: string; address: string }
  /** Room to sign in: office above, name below; a name that isn't known yet is a line to write on. */
  | { kind: 'signatures'; blocks: { office: string; name: string }[] }
  /** What follows begins on a new page. */
  | { kind: 'page' }
  /** `ink`: to be written in by hand, with lines between the columns, each row at least so many points high. */
  | { kind: 'table'; caption: string; columns: Column[]; rows: string[][]; ink?: number }

/** What stands where a name is to be written by hand. */
export const BLANK = '( …………………………………… )'

export interface Fact {
  label: string
  value: string
}

export interface Column {
  label: string
  /** Of the table's width, beside the other columns' shares. */
  share: number
}

/** One page of a spreadsheet: text stays text, whatever it begins with. */
export interface Sheet {
  name: string
  columns: { label: string; width: number }[]
  rows: (string | number | null)[][]
}
