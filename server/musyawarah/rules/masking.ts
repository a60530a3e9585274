/**
 * Words covered in what the public reads of a signed record. Only what people wrote or said can be covered: texts, reasons,
 * names; never a number, a day, or how something was decided. Pure.
 */
import { cover } from '../../moderation/rules/masking.ts'

const COVERABLE = new Set([
  ...(['speaker', 'text', 'who', 'reason', 'answer', 'failedStatement', 'note', 'outcomeNote'] as const),
  ...(['place', 'volume', 'cost', 'field', 'name', 'office'] as const),
])
/** Parts of the rendition in which residents' words stand. */
const PARTS = ['agenda', 'decisions', 'proposals', 'delegates', 'corrections', 'dissents']

export interface Mask {
  /** JSON pointer (RFC 6901) into the rendition. */
  field: string
  shown: string
}

/** A copy in which each masked text stands as its last mask says. */
export function masked<T extends object>(rendition: T, masks: readonly Mask[]): T {
  if (masks.length === 0) return rendition
  const copy = structuredClone(rendition)
  for (const { field, shown } of masks) put(copy, field.split('/').slice(1), shown)
  return copy
}

/** Each text of the rendition that has one of the pieces, as it reads without them; and the pieces that stand nowhere. */
export function masksFor(rendition: object, pieces: string[]): { masks: Mask[]; missing: string[] } {
  const texts = textsOf(rendition)
  const masks = texts.flatMap(({ field, text }) => {
    const shown = cover(text, pieces).rendition
    return shown === text ? [] : [{ field, shown }]
  })
  const found = new Set(
    texts.flatMap(({ text }) => {
      const { missing } = cover(text, pieces)
      return pieces.filter((piece) => !missing.includes(piece))
    }),
  )
  return { masks, missing: pieces.filter((piece) => !found.has(piece)) }
}

function textsOf(rendition: object): { field: string; text: string }[] {
  return PARTS.flatMap((part) => walk((rendition as Record<string, unknown>)[part], `/${part}`, part))
}

function walk(value: unknown, field: string, key: string): { field: string; text: string }[] {
  if (typeof value === 'string') return COVERABLE.has(key as 'text') ? [{ field, text: value }] : []
  if (Array.isArray(value)) return value.flatMap((one, index) => walk(one, `${field}/${index}`, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => walk(one, `${field}/${name}`, name))
}

function put(target: unknown, [name = '', ...rest]: string[], shown: string): void {
  if (typeof target !== 'object' || target === null || !Object.hasOwn(target, name)) return
  const holder = target as Record<string, unknown>
  if (rest.length > 0) return put(holder[name], rest, shown)
  if (typeof holder[name] === 'string') holder[name] = shown
}
