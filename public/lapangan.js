/* Opens the page of a meeting that was taken along when there is no line. It answers for nothing else. */
const CACHE = 'balai-lapangan'
const PATIENCE_MS = 6000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request))
})

async function answer(request) {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true })
  if (!kept) return fetch(request)
  // Parts of the page are named by what they hold.
  if (request.mode !== 'navigate') return kept
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return fresh.status >= 500 ? kept : fresh
  } catch {
    return kept
  }
}
