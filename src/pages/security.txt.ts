/** Where to report a hole (RFC 9116), at /.well-known/security.txt. */
import type { APIRoute } from 'astro'
import { pathTo } from '#server/paths.ts'
import { portal } from '#server/portal.ts'

const HALF_A_YEAR_MS = 182 * 86_400_000

export const GET: APIRoute = async ({ locals }) => {
  const { scope, publicUrl, keep } = locals
  const { config } = await portal()
  const expires = new Date(scope.now.getTime() + HALF_A_YEAR_MS).toISOString().slice(0, 10)
  keep.tags = ['portal']
  const lines = [
    `Contact: ${config.securityContact ?? publicUrl + pathTo('id', 'about')}`,
    `Expires: ${expires}T00:00:00Z`,
    'Preferred-Languages: id, en',
    `Canonical: ${publicUrl}${pathTo('id', 'securityText')}.txt`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
