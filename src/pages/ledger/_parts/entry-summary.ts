/** What an entry is about, in a few words, from the fields of it that are open. */
import type { PublicEntry } from '#server/ledger/export.ts'
import type { Words } from '#server/words/words.ts'

export function entrySummary(words: Words, entry: Pick<PublicEntry, 'fields'>): string {
  const open = (name: string) => openField(entry, name)
  if (open('batch')) return words.check.entries.batch(open('batch'), open('count'))
  return [open('title') || open('name'), open('period') || open('year')].filter(Boolean).join(', ')
}

/** Of whom or what: what the subject's first entry calls it, and for a survey its slug. */
export function subjectOf(words: Words, first: PublicEntry | undefined): { name: string; survey: string | null } {
  if (!first) return { name: '', survey: null }
  const slug = first.kind === 'survey.opened' ? openField(first, 'slug') : ''
  return { name: entrySummary(words, first), survey: slug || null }
}

function openField({ fields }: Pick<PublicEntry, 'fields'>, name: string): string {
  const field = fields[name]
  const value = field && 'value' in field ? field.value : null
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A fingerprint short enough for a row: its first twelve digits. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 12)}…`
}
