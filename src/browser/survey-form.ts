/**
 * What the survey form gains from scripts: a draft on the device, a look for missing answers before sending, and answers
 * that outlive a dead line. Each notice stands in the page already, hidden; the words are the page's.
 */
import { eraseDraft, findDraft, isShared, keepDraft, setShared } from './device-store.ts'
import { fillForm, hasAnswers, valuesOf } from './form-values.ts'
import { showMissing } from './missing-answers.ts'
import { sendForm } from './send-answer.ts'

type NoticeName = 'kept' | 'restored' | 'shared' | 'failed' | 'failed-shared'

export function keepSurveyForm(form: HTMLFormElement): void {
  const name = form.dataset.draft ?? ''
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  let waiting = false
  let timer = 0

  const show = (wanted?: NoticeName) => {
    for (const notice of document.querySelectorAll<HTMLElement>('[data-notice]')) {
      notice.hidden = notice.dataset.notice !== wanted
    }
  }
  const save = () => hasAnswers(valuesOf(form)) && keepDraft(name, valuesOf(form), waiting)

  async function send(): Promise<void> {
    waiting = true
    save()
    if (button) {
      button.disabled = true
      button.textContent = button.dataset.sending ?? ''
    }
    const sending = await sendForm(form)
    if (sending.kind === 'arrived') return leave(sending.address)
    if (button) button.disabled = false
    if (sending.kind === 'answered') return letThePageAnswer()
    sayLost()
  }

  function sayLost(): void {
    if (button) button.textContent = button.dataset.again ?? ''
    show(isShared() ? 'failed-shared' : 'failed')
    document.querySelector<HTMLElement>('[data-notice^=failed]:not([hidden])')?.focus()
  }

  function leave(address: string): void {
    eraseDraft(name)
    form.reset()
    location.replace(address)
  }

  function letThePageAnswer(): void {
    waiting = false
    save()
    form.submit()
  }

  function touched(): void {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      if (save() && !waiting) show('kept')
    }, 300)
  }

  function restore(): void {
    if (isShared()) return show('shared')
    const draft = findDraft(name)
    if (!draft || form.dataset.returned) return
    const { key, ...answers } = draft.values
    fillForm(form, draft.waiting ? { ...answers, key: key ?? '' } : answers)
    waiting = draft.waiting
    if (!waiting) return show('restored')
    if (navigator.onLine) void send()
    else sayLost()
  }

  const acts: Record<string, () => void> = {
    erase() {
      waiting = false
      clearTimeout(timer)
      eraseDraft(name)
      location.replace(location.pathname)
    },
    share() {
      setShared(true)
      show(waiting ? 'failed-shared' : 'shared')
    },
    own() {
      setShared(false)
      show(save() ? 'kept' : undefined)
    },
  }

  document.addEventListener('click', (event) => {
    const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset.act
    if (act) acts[act]?.()
  })
  form.addEventListener('input', touched)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!showMissing(form)) void send()
  })
  window.addEventListener('online', () => {
    if (waiting && !button?.disabled) void send()
  })
  restore()
}
