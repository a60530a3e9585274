/**
 * The page door: a refusal thrown by a page becomes its page, with its status, and so does a database that is away; a form
 * that can't be read is a 400; anything else is logged and becomes the 500 page.
 */
import { defineMiddleware } from 'astro:middleware'
import { refusalOf } from '#server/errors.ts'
import { logFault } from '#server/log.ts'

const BAD_FORM = { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' } }

export const onRequest = defineMiddleware(async (context, next) => {
  try {
    return await next()
  } catch (error) {
    if (isUnreadableForm(error)) return new Response('Formulir ini tidak terbaca. Coba kirim sekali lagi.', BAD_FORM)
    const refusal = context.locals.refusal ? undefined : refusalOf(error)
    if (refusal !== error) logFault(context.locals.scope.requestId, context.locals.page?.page ?? 'unknown', error)
    if (!refusal) throw error
    context.locals.refusal = refusal.code
    // Not by its path alone: that would hand on the body of a form, which the page has read already.
    return context.rewrite(new Request(new URL('/refused', context.url), { headers: context.request.headers }))
  }
})

/** A form that is no form, or whose sender went away half-way: nothing is wrong with the page. */
function isUnreadableForm(error: unknown): boolean {
  return error instanceof Error && /^Failed to parse body as FormData|^aborted$/.test(error.message)
}
