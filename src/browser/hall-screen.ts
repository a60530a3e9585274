/**
 * The screen in the hall looks again every few seconds and changes only the parts that have changed. When the line is lost it
 * keeps what it showed, says since when, and goes on trying.
 */
const EVERY_MS = 5000
const PATIENCE_MS = 10_000

export function lookAgain(): void {
  if (document.body.dataset.looksAgain === undefined) return
  let since = new Date()
  const look = async () => {
    const fresh = await fetchScreen()
    if (fresh) {
      since = new Date()
      replaceParts(fresh)
    }
    sayLost(fresh ? null : since)
    window.setTimeout(look, EVERY_MS)
  }
  window.setTimeout(look, EVERY_MS)
}

/** The page as it is now; undefined where no answer comes, or none of this page. */
async function fetchScreen(): Promise<Document | undefined> {
  try {
    const response = await fetch(location.href, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok) return undefined
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    return fresh.querySelector('[data-part]') ? fresh : undefined
  } catch {
    return undefined
  }
}

function replaceParts(fresh: Document): void {
  const main = document.querySelector('main')
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const next = findPart(fresh, part.dataset.part)
    if (!next) part.remove()
    else if (next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes)
  }
  for (const next of fresh.querySelectorAll<HTMLElement>('main > [data-part]')) {
    if (!findPart(document, next.dataset.part)) main?.append(document.importNode(next, true))
  }
}

function findPart(from: Document, name = ''): HTMLElement | null {
  return from.querySelector<HTMLElement>(`[data-part="${name}"]`)
}

function sayLost(since: Date | null): void {
  const notice = document.querySelector<HTMLElement>('[data-lost]')
  const when = notice?.querySelector<HTMLElement>('[data-since]')
  if (!notice || !when) return
  if (since && notice.hidden) {
    when.textContent = `${new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' }).format(since)}.`
  }
  notice.hidden = since === null
}
