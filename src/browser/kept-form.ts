/**
 * What a resident's form gains from scripts: a draft on the device, a look for missing answers before sending, and answers
 * that outlive a dead line. Each notice stands in the page already, hidden; the words are the page's.
 */
import { eraseDraft, findDraft, isShared, keepDraft, setShared } from './device-store.ts'
import { fillForm, hasAnswers, valuesOf } from './form-values.ts'
import { showMissing } from './missing-answers.ts'
import { sendForm } from './send-answer.ts'

interface Keeping {
  form: HTMLFormElement
  /** Under which the device keeps its draft. */
  name: string
  button: HTMLButtonElement
  /** It was sent, and nobody knows yet whether it arrived. */
  waiting: boolean
  timer: number
}

type NoticeName = 'kept' | 'restored' | 'shared' | 'failed' | 'failed-shared'

export function keepForm(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  if (!button) return
  const keeping: Keeping = { form, name: form.dataset.draft ?? '', button, waiting: false, timer: 0 }
  form.addEventListener('input', () => saveSoon(keeping))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!showMissing(form)) void send(keeping)
  })
  document.addEventListener('click', ({ target }) => {
    const act = target instanceof Element && target.closest<HTMLElement>('[data-act]')?.dataset.act
    if (act) ACTS[act]?.(keeping)
  })
  window.addEventListener('online', () => {
    if (keeping.waiting && !button.disabled) void send(keeping)
  })
  restore(keeping)
}

/** What was waiting goes out again at once; a page that comes back with its values is newer than any draft. */
function restore(keeping: Keeping): void {
  const { form, name } = keeping
  if (isShared()) return show('shared')
  const draft = findDraft(name)
  if (!draft || form.dataset.returned) return
  // A draft that was never sent takes this copy's key: the earlier copy's may be another's by now.
  const { key, ...answers } = draft.values
  fillForm(form, draft.waiting && key ? { ...answers, key } : answers)
  keeping.waiting = draft.waiting
  if (!draft.waiting) return show('restored')
  if (navigator.onLine) void send(keeping)
  else sayLost(keeping)
}

async function send(keeping: Keeping): Promise<void> {
  const { form, name, button } = keeping
  keeping.waiting = true
  save(keeping)
  button.disabled = true
  button.textContent = button.dataset.sending ?? ''
  const sending = await sendForm(form)
  button.disabled = false
  if (sending.kind === 'lost') return sayLost(keeping)
  if (sending.kind === 'arrived') {
    clearTimeout(keeping.timer)
    eraseDraft(name)
    form.reset()
    return location.replace(sending.address)
  }
  // The page itself has something to say: sent the plain way, it can.
  keeping.waiting = false
  save(keeping)
  form.submit()
}

function sayLost({ button }: Keeping): void {
  button.textContent = button.dataset.again ?? ''
  show(isShared() ? 'failed-shared' : 'failed')
  document.querySelector<HTMLElement>('[data-notice^=failed]:not([hidden])')?.focus()
}

function save({ form, name, waiting }: Keeping): boolean {
  const values = valuesOf(form)
  return hasAnswers(values) && keepDraft(name, values, waiting)
}

function saveSoon(keeping: Keeping): void {
  clearTimeout(keeping.timer)
  keeping.timer = window.setTimeout(() => {
    if (save(keeping) && !keeping.waiting) show('kept')
  }, 300)
}

/** What the buttons of the notices do. */
const ACTS: Record<string, (keeping: Keeping) => void> = {
  erase({ name, timer }) {
    clearTimeout(timer)
    eraseDraft(name)
    location.replace(location.pathname)
  },
  share({ waiting }) {
    setShared(true)
    show(waiting ? 'failed-shared' : 'shared')
  },
  own(keeping) {
    setShared(false)
    show(save(keeping) ? 'kept' : undefined)
  },
}

function show(wanted?: NoticeName): void {
  for (const notice of document.querySelectorAll<HTMLElement>('[data-notice]')) {
    notice.hidden = notice.dataset.notice !== wanted
  }
}
