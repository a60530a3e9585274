/**
 * Typing a pile of sheets without the mouse: Enter goes on to the next code or the next nine digits, and so does the last
 * character of either; only after the last row Enter comes to the button.
 */
const SHEET_CODE = 8

export function moveOnEnter(form: HTMLFormElement): void {
  const steps = [...form.querySelectorAll<HTMLInputElement>('input[data-step]')]
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  const moveOn = (from: HTMLInputElement) => {
    const next = steps.find((step) => follows(from, step))
    if (next) next.select()
    ;(next ?? button)?.focus()
  }
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    moveOn(event.target)
  })
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && isComplete(target)) moveOn(target)
  })
}

function follows(from: HTMLElement, step: HTMLElement): boolean {
  return (from.compareDocumentPosition(step) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** Only when its end was typed: whoever mends something in the middle stays there. */
function isComplete({ name, value, selectionStart, dataset }: HTMLInputElement): boolean {
  if (!dataset.step || selectionStart !== value.length) return false
  if (name.startsWith('scores')) return value.length === 9
  return value.replace(/[^0-9a-z]/gi, '').length === SHEET_CODE
}
