/**
 * The desk when its line dies: who is recorded then is kept on the device and sent later, under a key of its own. While there
 * is a line the forms go the plain way.
 */
import { codeIn } from './field-book.ts'
import { handIn, randomKey } from './field-line.ts'
import * as store from './field-store.ts'
import type { KeptAct } from './field-store.ts'
import { fillIn } from './fill-in.ts'

const AGAIN_MS = 20_000
const LINE_MS = 5_000

interface DeskWords {
  kept: string
  sent: string
  already: string
  refused: string
  waiting: string
  notKept: string
  walkInCode: string
  issues: Record<string, string>
}

interface Desk {
  slug: string
  /** Where a device hands in. */
  address: string
  t: DeskWords
  place: HTMLElement
}

export function outliveDeadLine(place: HTMLElement): void {
  const { slug = '', address = '', words = '{}' } = place.dataset
  const desk: Desk = { slug, address, t: JSON.parse(words) as DeskWords, place }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-arrival]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void recordOrKeep(desk, form)
    })
  }
  window.addEventListener('online', () => void sendKept(desk))
  setInterval(() => void sendKept(desk), AGAIN_MS)
  void store
    .eraseOldMeetings()
    .catch(() => undefined)
    .then(() => sendKept(desk))
}

async function recordOrKeep(desk: Desk, form: HTMLFormElement): Promise<void> {
  if (await hasLine()) return form.submit()
  const typed = Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() ? [[name, value]] : [],
    ),
  ) as Record<string, string>
  const { key: _, ...fields } = typed
  if (fields.code) fields.code = codeIn(fields.code.trim())
  const label = form.dataset.arrival || fields.name || fields.code || ''
  if (!label) return form.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
  const at = new Date().toISOString()
  const act: KeptAct = { slug: desk.slug, key: randomKey(), kind: 'arrive', at, fields, label, state: 'waiting' }
  try {
    await store.keepActs([act])
    form.reset()
    say(desk, [fillIn(desk.t.kept, { name: label }), ...(await waitingSentence(desk))])
  } catch {
    say(desk, [desk.t.notKept])
  }
}

async function hasLine(): Promise<boolean> {
  if (!navigator.onLine) return false
  try {
    const asked = { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(LINE_MS) } as const
    return (await fetch(location.href, asked)).status < 500
  } catch {
    return false
  }
}

async function waiting({ slug }: Desk): Promise<KeptAct[]> {
  const acts = await store.listActs(slug).catch((): KeptAct[] => [])
  return acts.filter(({ state }) => state === 'waiting')
}

async function waitingSentence(desk: Desk): Promise<string[]> {
  const count = (await waiting(desk)).length
  return count > 0 ? [fillIn(desk.t.waiting, { count })] : []
}

let isSending = false

/** A whole meeting that waits is handed in on its own page. */
async function sendKept(desk: Desk): Promise<void> {
  const acts = await waiting(desk)
  if (acts.length === 0 || isSending || acts.some(({ kind }) => kind !== 'arrive')) return
  if (!navigator.onLine) return say(desk, await waitingSentence(desk))
  isSending = true
  const hasNames = (await store.findPack(desk.slug)) !== undefined
  const sentences: string[] = []
  const answer = await handIn(desk.address, acts, async (results) => {
    for (const result of results) {
      const act = acts.find(({ key }) => key === result.key)
      if (!act) continue
      const { outcome: state, number, code, issue } = result
      const name = result.name ?? act.label
      const done = { ...act, state, number, code, issue, label: name }
      // What the portal has, the device needs no longer; what it refuses stays, to be looked at.
      if (state === 'refused' || hasNames) await store.keepActs([done])
      else await store.eraseAct(act.seq ?? 0)
      sentences.push(sentenceOf(desk.t, done))
    }
  })
  isSending = false
  say(desk, answer.kind === 'handed-in' ? sentences : [...sentences, ...(await waitingSentence(desk))])
}

function sentenceOf(t: DeskWords, { state, label: name, number, code, issue }: KeptAct): string {
  const place = { name, number: number ?? '' }
  if (state === 'already') return fillIn(t.already, place)
  if (state === 'refused') return fillIn(t.refused, { name, issue: t.issues[issue ?? ''] ?? t.issues.wrong ?? '' })
  return fillIn(t.sent, place) + (code ? ` ${fillIn(t.walkInCode, { code })}` : '')
}

function say({ place }: Desk, sentences: string[]): void {
  const lines = sentences.map((sentence) => {
    const line = document.createElement('p')
    line.textContent = sentence
    return line
  })
  place.replaceChildren(...lines)
  place.hidden = lines.length === 0
}
