/**
 * The steps before a route that takes JSON: at most 1 MB unless a file comes in it, nothing but JSON, and where it says so
 * nothing but its fields.
 */
import type { z } from 'zod'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from './api.ts'
import { bodyIssues } from './forms.ts'
import { problem } from './problem.ts'

const MEGABYTE = 1024 * 1024

/**
 * Other media types are refused outright: a form on another site can send text/plain or a form's types without the
 * browser asking us first, but never application/json.
 */
const readJson = createMiddleware<ApiEnv>(async function readJson(c, next) {
  const mediaType = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json')
    return problem(c, 'unsupported-media-type', { headers: { accept: 'application/json' } })
  const text = await c.req.text()
  try {
    c.set('body', JSON.parse(text))
  } catch {
    return problem(c, 'malformed-json')
  }
  return next()
})

/** A body that says its length is held to it by Node; only one that doesn't must be counted as it comes: to 1 MB. */
function limitTo(largest: number) {
  const limit = bodyLimit({ maxSize: MEGABYTE, onError: (c) => problem(c, 'too-large') })
  return createMiddleware<ApiEnv>(async function limitBody(c, next) {
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return limit(c, next)
    return Number(length) <= largest ? next() : problem(c, 'too-large')
  })
}

/** After these `c.get('body')` is what was sent, of any shape: the use case reads it against its schema. */
export const takesJson = [limitTo(MEGABYTE), readJson] as const

/**
 * The same, and the body has the schema's shape, with no field beside; `c.get('body')` is what was sent, without what
 * neither PostgreSQL nor RFC 8785 takes in a text: NUL and half characters.
 * @param largest bytes, where a file comes with it
 */
export function takesBody(schema: z.ZodType, largest = MEGABYTE) {
  const readBody = createMiddleware<ApiEnv>(async function readBody(c, next) {
    const body = wellFormed(c.get('body'))
    const reading = schema.safeParse(body)
    if (!reading.success) return problem(c, 'invalid', { issues: bodyIssues(reading.error) })
    c.set('body', body)
    return next()
  })
  return [limitTo(largest), readJson, readBody] as const
}

export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '')
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wellFormed(inner)]))
}
