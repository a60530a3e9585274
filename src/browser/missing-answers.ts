/** Looks for questions without an answer before anything is sent, and says so as the page itself would. */

/** @returns whether something is missing; then the summary is shown and has the focus. */
export function showMissing(form: HTMLFormElement): boolean {
  const missing = [...form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-missing]')].filter((question) => {
    const answered = question.querySelector('input:checked') !== null
    question.classList.toggle('wrong', !answered)
    const sentence = question.querySelector<HTMLElement>('.field-error')
    if (sentence) sentence.hidden = answered
    return !answered
  })
  const summary = document.querySelector<HTMLElement>('#kurang')
  const list = summary?.querySelector('ul')
  if (!summary || !list) return missing.length > 0
  list.replaceChildren(...missing.map(linkTo))
  summary.hidden = missing.length === 0
  if (missing.length > 0) summary.focus()
  return missing.length > 0
}

function linkTo(question: HTMLFieldSetElement): HTMLLIElement {
  const link = document.createElement('a')
  link.href = `#${question.querySelector('input')?.id}`
  link.textContent = question.dataset.missing ?? ''
  const item = document.createElement('li')
  item.append(link)
  return item
}
