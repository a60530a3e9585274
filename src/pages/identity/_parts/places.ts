import type { Grant } from '#server/access.ts'
import type { Words } from '#server/words/words.ts'

/** The place in which a role is held, by its kind and name. */
export function placeName(words: Words, kind: Grant['scopeKind'], name: string | null): string {
  const t = words.staff.accounts
  if (kind === 'portal') return t.portal
  const place = { region: t.regionPlace, institution: t.institutionPlace, unit: t.unitPlace }[kind]
  return place(name ?? '')
}
