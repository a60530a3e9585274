/** The page door: a refusal thrown by a page becomes its page, with its status. */
import { defineMiddleware } from 'astro:middleware'
import { Refused } from '#server/errors.ts'

export const onRequest = defineMiddleware(async (context, next) => {
  try {
    return await next()
  } catch (error) {
    if (!(error instanceof Refused) || context.locals.refusal) throw error
    context.locals.refusal = error.code
    return context.rewrite('/refused')
  }
})
