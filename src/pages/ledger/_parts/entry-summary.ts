/** What an entry is about, in a few words, from the fields of it that are open. */
import type { PublicEntry } from '#server/ledger/export.ts'
import type { Words } from '#server/words/words.ts'

export function entrySummary(words: Words, { fields }: Pick<PublicEntry, 'fields'>): string {
  const open = (name: string): string => {
    const field = fields[name]
    const value = field && 'value' in field ? field.value : null
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  if (open('batch')) return words.check.entries.batch(open('batch'), open('count'))
  return [open('title') || open('name'), open('period') || open('year')].filter(Boolean).join(', ')
}

/** A fingerprint short enough for a row: its first twelve digits. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 12)}…`
}
