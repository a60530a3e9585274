import type { Grant } from '#server/access.ts'
import type { GrantView } from '#server/identity/accounts.ts'
import type { Locale } from '#server/paths.ts'
import { formatDate } from '#server/words/format.ts'
import type { Words } from '#server/words/words.ts'

/** The place in which a role is held, by its kind and name. */
export function placeName(words: Words, kind: Grant['scopeKind'], name: string | null): string {
  const t = words.staff.accounts
  if (kind === 'portal') return t.portal
  const place = { region: t.regionPlace, institution: t.institutionPlace, unit: t.unitPlace }[kind]
  return place(name ?? '')
}

/** A role as it is held: what, where, and from when until when where that is limited. */
export function roleName(words: Words, locale: Locale, grant: GrantView): string {
  const t = words.staff.account
  const { firstDay, lastDay, state } = grant
  const term = [
    state === 'coming' && firstDay && t.from(formatDate(locale, firstDay)),
    lastDay && (state === 'ended' ? t.ended : t.until)(formatDate(locale, lastDay)),
  ]
  const role = t.roleIn(words.staff.roles[grant.role], placeName(words, grant.scopeKind, grant.scopeName))
  return [role, ...term.filter(Boolean)].join(', ')
}
