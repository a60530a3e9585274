/** Keeps the page itself on the device, so that it opens again without a line; it holds no names. */
const CACHE = 'balai-lapangan'

/** @returns whether it will open again; else the tab has to stay open. */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = loaded.filter(({ origin, pathname }) => origin === location.origin && /\.\w+$/.test(pathname))
  const parts = own.map(({ pathname }) => pathname).filter((path) => !path.startsWith('/api/'))
  try {
    const cache = await caches.open(CACHE)
    await cache.addAll([...new Set([location.pathname, ...parts])])
    await navigator.serviceWorker.register('/lapangan.js', { scope: location.pathname })
    await navigator.serviceWorker.ready
    return true
  } catch {
    return false
  }
}

export async function forgetPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await (await caches.open(CACHE)).delete(location.pathname)
  await (await navigator.serviceWorker.getRegistration(location.pathname))?.unregister()
}
