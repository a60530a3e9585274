/**
 * Minutes are saved as they are typed: at each pause the form is sent, what wasn't answered is sent again as it was, and what
 * the portal doesn't hold yet stays on the device. Ctrl+Enter saves and goes on.
 */
import { eraseDraft, findDraft, isShared, keepDraft } from './device-store.ts'
import { fillForm, valuesOf } from './form-values.ts'

const PAUSE_MS = 1500
const AGAIN_MS = 5000
const PATIENCE_MS = 20_000

interface Written {
  point: string
  number: number
  both: boolean
  address: string
}

interface Writing {
  form: HTMLFormElement
  /** Under which the device keeps it. */
  name: string
  status: HTMLElement | null
  /** Sent, and not answered: goes out again as it was, so that it is written once. */
  waiting: Record<string, string> | null
  /** As it was when it was last answered. */
  saved: string
  address: string
  sending: Promise<boolean> | null
  timer: number
}

type Answer = { kind: 'written'; written: Written } | { kind: 'refused' } | { kind: 'lost' }

export function saveWhileWriting(form: HTMLFormElement): void {
  const writing: Writing = {
    form,
    name: form.dataset.minutes ?? '',
    status: form.querySelector('[role=status]'),
    waiting: null,
    saved: said(valuesOf(form)),
    address: '',
    sending: null,
    timer: 0,
  }
  tell(writing, 'shortcut')
  form.addEventListener('input', () => soon(writing, PAUSE_MS))
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void finish(writing)
  })
  window.addEventListener('online', () => soon(writing, 0))
  restore(writing)
}

function restore(writing: Writing): void {
  const draft = findDraft(writing.name)
  if (!draft || writing.form.dataset.returned !== undefined) return
  // It may have arrived before the page was left: sent again as it was, it is written once.
  writing.waiting = findDraft(sentName(writing))?.values ?? null
  const { key: _, ...values } = draft.values
  fillForm(writing.form, values)
  tell(writing, 'restored')
  soon(writing, PAUSE_MS)
}

function soon(writing: Writing, after: number): void {
  clearTimeout(writing.timer)
  writing.timer = window.setTimeout(() => void save(writing), after)
}

/** One sending at a time. @returns whether all that stands in the form is stored */
function save(writing: Writing): Promise<boolean> {
  clearTimeout(writing.timer)
  writing.sending ??= send(writing).finally(() => (writing.sending = null))
  return writing.sending
}

async function send(writing: Writing): Promise<boolean> {
  for (;;) {
    const now = valuesOf(writing.form)
    if (!writing.waiting && said(now) === writing.saved) return true
    if (!writing.waiting && !now.text?.trim()) return false
    const values = (writing.waiting ??= now)
    keepDraft(writing.name, now, true)
    keepDraft(sentName(writing), values, true)
    tell(writing, 'saving')
    const answer = await post(writing.form.action, values)
    if (answer.kind === 'lost') {
      tell(writing, isShared() ? 'lostShared' : 'lost')
      soon(writing, AGAIN_MS)
      return false
    }
    writing.waiting = null
    eraseDraft(sentName(writing))
    if (answer.kind === 'refused') {
      tell(writing, 'refused')
      return false
    }
    take(writing, values, answer.written)
  }
}

/** From now on the form changes the point that was written. */
function take(writing: Writing, values: Record<string, string>, { point, number, both, address }: Written): void {
  fillForm(writing.form, { point, base: String(number), merged: '' })
  writing.saved = said({ ...values, point, base: String(number), merged: '' })
  writing.address = address
  eraseDraft(writing.name)
  tell(writing, both ? 'both' : 'saved')
}

/** The button: what stands in the form is stored, then the page is shown as it is now; what is wrong, the page itself says. */
async function finish(writing: Writing): Promise<void> {
  const isStored = await save(writing)
  if (isStored && writing.address) return location.assign(writing.address)
  if (!writing.waiting) writing.form.submit()
}

async function post(address: string, values: Record<string, string>): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(values),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status >= 500 || response.status === 429) return { kind: 'lost' }
    if (!response.ok) return { kind: 'refused' }
    return { kind: 'written', written: (await response.json()) as Written }
  } catch {
    return { kind: 'lost' }
  }
}

function sentName({ name }: Writing): string {
  return `${name}:terkirim`
}

/** What the form says, without the key of its copy. */
function said(values: Record<string, string>): string {
  const { key: _, ...rest } = values
  return JSON.stringify(Object.entries(rest).sort())
}

function tell({ status }: Writing, what: string): void {
  if (status) status.textContent = status.dataset[what] ?? ''
}
