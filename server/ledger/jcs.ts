/** JSON in one canonical form (RFC 8785), so that equal values have equal bytes and equal hashes everywhere. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/**
 * Keys in order of their UTF-16 code units, no white space, numbers and strings as ECMAScript writes them.
 * @throws TypeError for what JSON can't carry: undefined, NaN, infinities, lone surrogates, objects that are not plain.
 */
export function jcs(value: Json): string {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form.`)
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? list(value) : record(value)
    default:
      throw new TypeError(`A ${typeof value} has no canonical form.`)
  }
}

function quote(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('A lone surrogate has no canonical form.')
  return JSON.stringify(text)
}

function list(items: Json[]): string {
  // Array.from, because map would step over the holes of a sparse array.
  return `[${Array.from(items, jcs).join(',')}]`
}

function record(value: { [key: string]: Json }): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('Only plain objects have a canonical form.')
  let members = ''
  for (const key of Object.keys(value).sort()) members += `${members && ','}${quote(key)}:${jcs(value[key] as Json)}`
  return `{${members}}`
}
