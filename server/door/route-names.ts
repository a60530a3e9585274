/** What a request asked for, as logs and figures name it: a page or a route, never the address with what stands in it. */
import { api } from '../api.ts'
import { findPage } from '../find-page.ts'

const MOST_REMEMBERED = 2000
const remembered = new Map<string, string>()

const ROUTES = [...new Set(api.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path))]
  .map((path) => ({ path, pattern: new RegExp(`^/api/v1${path.replace(/:\w+/g, '[^/]+')}/?$`) }))
  // Fixed words win over parameters, as in the router.
  .sort((a, b) => a.path.split(':').length - b.path.split(':').length)

/** `survey`, `surveyResults.csv`, `POST /survey/:slug/answers`, `asset`, `other`. */
export function routeNameOf(method: string, url: string): string {
  const path = url.split('?', 1)[0] ?? ''
  const name = remembered.get(path) ?? nameOf(path)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(path, name)
  return name.startsWith('/') ? `${method} ${name}` : name
}

function nameOf(path: string): string {
  if (/^\/api\/v1(\/|$)/.test(path)) return ROUTES.find(({ pattern }) => pattern.test(path))?.path ?? 'other'
  if (/^\/(healthz|readyz)$/.test(path)) return path.slice(1)
  if (/^\/_astro\/|^\/[\w-]+\.(svg|png|txt|webmanifest|js)$/.test(path)) return 'asset'
  const page = findPage(path)
  return page ? page.page + page.extension : 'other'
}
