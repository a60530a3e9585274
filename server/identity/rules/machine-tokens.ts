/** How long a machine may act: a year; a month where a person would need a second factor to sign in. Pure. */
export const LONGEST_DAYS = 365
export const LONGEST_DAYS_GUARDED = 30

/** Roles that no machine hands on: they decide what is published and who decides. */
export function isGuarded(role: string): boolean {
  return role === 'admin' || role === 'publisher'
}

export function mostDays(role: string): number {
  return isGuarded(role) ? LONGEST_DAYS_GUARDED : LONGEST_DAYS
}
