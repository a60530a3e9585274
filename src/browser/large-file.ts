/** Says of a file that it is too large when it is chosen, not after it was sent over a slow line. */
export function refuseLarge(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file][data-most]')
  const field = input?.closest('.field')
  if (!input || !field) return
  input.addEventListener('change', () => {
    const isLarge = (input.files?.[0]?.size ?? 0) > Number(input.dataset.most)
    field.querySelector('[data-large]')?.remove()
    field.classList.toggle('wrong', isLarge)
    if (!isLarge) return
    const sentence = document.createElement('p')
    sentence.className = 'field-error'
    sentence.dataset.large = ''
    sentence.role = 'alert'
    sentence.textContent = input.dataset.tooLarge ?? ''
    input.before(sentence)
    input.value = ''
  })
}
