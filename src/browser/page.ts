/** What every page gains from scripts: the date on paper, and buttons that need one to work; and old drafts go. */
import { eraseOldDrafts } from './device-store.ts'

eraseOldDrafts()

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy ?? '')
      button.textContent = button.dataset.done ?? button.textContent
    } catch {
      // A browser may refuse; the text stands beside the button.
      button.hidden = true
    }
  })
}

window.addEventListener('beforeprint', () => {
  const place = document.querySelector<HTMLElement>('[data-printed]')
  if (!place) return
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(new Date())
  place.textContent = ` · ${place.dataset.printed} ${date}`
})
