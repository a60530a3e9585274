/** A page of a list that is short enough to be read whole: cut here, by the key of its last item. */
const PAGE = 50

/** `items` come in the order of their keys, which are unlike; `cursor` is the key after which the page begins. */
export function pageOf<T>(
  items: T[],
  keyOf: (item: T) => string,
  { cursor, limit = PAGE }: { cursor?: string | undefined; limit?: number | undefined },
): { items: T[]; next: string | null } {
  const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString()
  const rest = after === undefined ? items : items.slice(items.findIndex((item) => keyOf(item) === after) + 1)
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown, next: last && rest.length > limit ? Buffer.from(keyOf(last)).toString('base64url') : null }
}
