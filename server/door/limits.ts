/**
 * How large a request may be: 1 MB for forms and answers, 32 MB where an officer hands in a file. A body that doesn't say how
 * long it is must be gathered before it is measured, whoever sends it: it gets no more than 1 MB anywhere.
 */
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { findPage } from '../paths.ts'
import type { Door } from './door.ts'

const MEGABYTE = 1024 * 1024
const small = bodyLimit({ maxSize: MEGABYTE, onError: (c) => c.text('Kiriman terlalu besar (lebih dari 1 MB).', 413) })
const large = bodyLimit({
  maxSize: 32 * MEGABYTE,
  onError: (c) => c.text('Berkas terlalu besar (lebih dari 32 MB).', 413),
})

export const limitBody = createMiddleware<Door>(async function limitBody(c, next) {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const saysLength = !c.req.header('transfer-encoding')
  return saysLength && findPage(c.req.path)?.page === 'importAnswers' ? large(c, next) : small(c, next)
})
