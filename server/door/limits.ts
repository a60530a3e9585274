/**
 * How large a request may be: 1 MB for forms and answers, 11 MB where a form takes a file with it, 32 MB where an officer
 * hands in answers. A body that doesn't say how long it is must be gathered before it is measured, whoever sends it: it gets
 * no more than 1 MB anywhere.
 */
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { findPage, type PageName } from '../paths.ts'
import type { Door } from './door.ts'

const MEGABYTE = 1024 * 1024
const small = bodyLimit({ maxSize: MEGABYTE, onError: (c) => c.text('Kiriman terlalu besar (lebih dari 1 MB).', 413) })
const withFile = bodyLimit({
  maxSize: 11 * MEGABYTE,
  onError: (c) => c.text('Berkas terlalu besar (lebih dari 10 MB).', 413),
})
const large = bodyLimit({
  maxSize: 32 * MEGABYTE,
  onError: (c) => c.text('Berkas terlalu besar (lebih dari 32 MB).', 413),
})

/** Pages whose form takes a file of up to 10 MB. */
const WITH_FILE: ReadonlySet<PageName> = new Set<PageName>(['manageCommitment'])

export const limitBody = createMiddleware<Door>(async function limitBody(c, next) {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const page = c.req.header('transfer-encoding') ? undefined : findPage(c.req.path)?.page
  if (page === 'importAnswers') return large(c, next)
  return page && WITH_FILE.has(page) ? withFile(c, next) : small(c, next)
})
