/**
 * A tablet at the counter: a form that nobody touches for a while clears itself, after a word of warning; and what a browser
 * may keep of a page that was left is cleared as it is left.
 */
const QUIET_MS = 90_000
const WARNED_MS = 30_000
const SIGNS = ['input', 'pointerdown', 'keydown', 'scroll'] as const

export function clearWhenLeft(): void {
  const notice = document.querySelector<HTMLElement>('#masih')
  const form = document.querySelector<HTMLFormElement>('form.answers')
  if (!notice || !form) return
  let timer = 0
  const clear = () => location.replace(notice.dataset.home ?? location.pathname)
  const warn = () => {
    notice.hidden = false
    timer = window.setTimeout(clear, WARNED_MS)
  }
  const stay = () => {
    notice.hidden = true
    clearTimeout(timer)
    timer = window.setTimeout(warn, QUIET_MS)
  }
  const touched = ({ target }: Event) => !(target instanceof Node && notice.contains(target)) && stay()
  for (const sign of SIGNS) document.addEventListener(sign, touched, { passive: true })
  notice.querySelector('button')?.addEventListener('click', stay)
  window.addEventListener('pagehide', () => form.reset())
  window.addEventListener('pageshow', ({ persisted }) => persisted && clear())
  stay()
}
