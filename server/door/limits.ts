/**
 * How large a request may be: 1 MB for forms and answers, 11 MB where a form takes a file with it, 32 MB where an officer
 * hands in answers. A body that doesn't say how long it is must be gathered before it is measured, whoever sends it: it gets
 * no more than 1 MB anywhere. Of a form whose file is too large, residents' pages get the fields that stand before the file.
 */
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { findPage } from '../find-page.ts'
import type { PageName } from '../paths.ts'
import { wordsOf } from '../words/words.ts'
import type { Door } from './door.ts'
import { languageOf, PLAIN_POLICY, plainPage } from './plain-page.ts'
import { withoutFile } from './without-file.ts'

const MEGABYTE = 1024 * 1024
const small = limitTo(1)
const WITH_FILE_MOST = 11 * MEGABYTE
const withFile = limitTo(11, 10)
const large = limitTo(32)

/** Pages whose form takes a file of up to 10 MB. */
const WITH_FILE: ReadonlySet<PageName> = new Set<PageName>([
  'manageCommitment',
  ...(['block', 'inputs', 'manageConsultation', 'manageDraft'] as const),
  ...(['runMeeting', 'checkRecord', 'signMeeting'] as const),
])

/** Pages that show the form again, with what stood before the file. */
const KEEPS_FIELDS: ReadonlySet<PageName> = new Set<PageName>(['block', 'inputs'])

export const limitBody = createMiddleware<Door>(async function limitBody(c, next) {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const page = c.req.header('transfer-encoding') ? undefined : findPage(c.req.path)?.page
  if (page === 'importAnswers') return large(c, next)
  if (page && KEEPS_FIELDS.has(page) && Number(c.req.header('content-length')) > WITH_FILE_MOST) {
    const cut = await withoutFile(c.req.raw)
    if (cut) {
      c.req.raw = cut
      return next()
    }
  }
  return page && WITH_FILE.has(page) ? withFile(c, next) : small(c, next)
})

/** `said` is what fits beside the rest of a form. */
function limitTo(megabytes: number, said = megabytes) {
  return bodyLimit({
    maxSize: megabytes * MEGABYTE,
    onError(c) {
      const locale = languageOf(c.req.path)
      const { title, text } = wordsOf(locale).turnedAway.tooLarge
      c.header('content-security-policy', PLAIN_POLICY)
      return c.html(plainPage(locale, title, [text(String(said))]), 413)
    },
  })
}
