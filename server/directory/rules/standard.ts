/**
 * What a resident needs to know of a service standard: the six components of giving the service, of the fourteen that
 * PermenPANRB 15/2014 names. The other eight are about how the office makes it and stay in the office's own paper.
 */
export const STANDARD_PARTS = [
  'requirements',
  'procedure',
  'completion_time',
  'cost',
  'product',
  'complaint_handling',
] as const
export type StandardPart = (typeof STANDARD_PARTS)[number]

/** Text by part; null where nothing is stated. */
export type StandardParts = Record<StandardPart, string | null>

export function eachPart<T>(valueOf: (part: StandardPart) => T): Record<StandardPart, T> {
  return Object.fromEntries(STANDARD_PARTS.map((part) => [part, valueOf(part)])) as Record<StandardPart, T>
}

export function isStated(parts: StandardParts): boolean {
  return STANDARD_PARTS.some((part) => parts[part] !== null)
}
