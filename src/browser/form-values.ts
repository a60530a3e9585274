/** Reads a form into plain values and puts them back. Files and the trap for machines are left out. */
const LEFT_OUT = new Set(['website', 'shown'])

export function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !LEFT_OUT.has(name)) values[name] = value
  }
  return values
}

/** Whether anything was chosen or written; the form's own key is no answer. */
export function hasAnswers(values: Record<string, string>): boolean {
  return Object.entries(values).some(([name, value]) => name !== 'key' && value !== '')
}

export function fillForm(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const control = form.elements.namedItem(name)
    if (control instanceof RadioNodeList) control.value = value
    else if (control instanceof HTMLElement && 'value' in control) control.value = value
  }
}
