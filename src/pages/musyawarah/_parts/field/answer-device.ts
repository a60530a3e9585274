/** What a device posts to the page of its meeting: that it takes it along, or hands in what it kept. */
import { postedValues } from '#ui/posted.ts'
import { handIn, takeAlong } from '#server/musyawarah/field.ts'
import { bundleSchema } from '#server/musyawarah/field-schema.ts'
import { wellFormed } from '#server/json-body.ts'
import type { Scope } from '#server/scope.ts'

export async function answerDevice(scope: Scope, slug: string, request: Request): Promise<Response> {
  const values = (await postedValues(request)) ?? {}
  if (values.take) return json({ pack: await takeAlong(scope, slug) })
  const bundle = bundleSchema.safeParse(wellFormed(read(values.bundle)))
  return bundle.success ? json(await handIn(scope, slug, bundle.data)) : json({ issue: 'wrong' }, 422)
}

function read(text = ''): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function json(body: object, status = 200): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  return new Response(JSON.stringify(body), { status, headers })
}
