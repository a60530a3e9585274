/**
 * A short answer to what was sent, made with all its headers at once. The steps on its way out let it pass: opening an answer
 * to add a header costs more than making it, and this is the answer that a portal gives most of on a busy day.
 */
import type { Context } from 'hono'
import type { ApiEnv } from './api.ts'
import { SECURITY_HEADERS } from './door/headers.ts'

const HEADERS = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  ...SECURITY_HEADERS,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

export function wholeAnswer(c: Context<ApiEnv>, status: number, body: object): Response {
  c.set('whole', true)
  return new Response(JSON.stringify(body), { status, headers: { ...HEADERS, 'x-request-id': c.get('requestId') } })
}
