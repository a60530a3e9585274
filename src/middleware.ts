/** The page door: a refusal thrown by a page becomes its page, with its status; anything else is logged and becomes the 500 page. */
import { defineMiddleware } from 'astro:middleware'
import { Refused } from '#server/errors.ts'
import { logFault } from '#server/log.ts'

export const onRequest = defineMiddleware(async (context, next) => {
  try {
    return await next()
  } catch (error) {
    if (!(error instanceof Refused) || context.locals.refusal) {
      logFault(context.locals.scope.requestId, context.locals.page?.page ?? 'unknown', error)
      throw error
    }
    context.locals.refusal = error.code
    // Not by its path alone: that would hand on the body of a form, which the page has read already.
    return context.rewrite(new Request(new URL('/refused', context.url), { headers: context.request.headers }))
  }
})
