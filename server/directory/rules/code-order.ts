const byNumber = new Intl.Collator('id', { numeric: true })

interface Coded {
  code: string | null
  name: string
}

/** In order of code, number by number ("1.2" before "1.10"); what has none comes after, by name. */
export function inCodeOrder(a: Coded, b: Coded): number {
  if (a.code === null || b.code === null) {
    if (a.code !== b.code) return a.code === null ? 1 : -1
    return byNumber.compare(a.name, b.name)
  }
  return byNumber.compare(a.code, b.code) || byNumber.compare(a.name, b.name)
}
