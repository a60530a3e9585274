/** Words of our own addresses, which a slug would hide behind. */
const RESERVED = ['kelola', 'manage', 'unit', 'baru', 'new', 'undangan', 'invitation']
const LONGEST = 60

/** A name as it stands in an address: "Dinas Dukcapil, Kab. Bungo" → "dinas-dukcapil-kab-bungo". */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return shortSlug(plain.replace(/^-+|-+$/g, ''), LONGEST) || 'tanpa-nama'
}

/** At most so long, cut where a word ends. */
export function shortSlug(slug: string, longest: number): string {
  if (slug.length <= longest) return slug
  const end = slug.lastIndexOf('-', longest)
  return slug.slice(0, end > 0 ? end : longest)
}

/** The slug itself, or with the least number from 2 that makes it free. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const used = new Set([...RESERVED, ...taken])
  let candidate = slug
  for (let number = 2; used.has(candidate); number += 1) candidate = `${slug}-${number}`
  return candidate
}

export function isFreeSlug(slug: string, taken: readonly string[]): boolean {
  return freeSlug(slug, taken) === slug
}
