/** What goes over the line when there is one: the meeting to the device, and what was done on it to the portal. */
import type { FieldPack, FieldResult } from '#server/musyawarah/field.ts'
import type { KeptAct } from './field-store.ts'

const PATIENCE_MS = 30_000
/** With a drawn signature each they stay below what a form may weigh. */
const AT_ONCE = 15
const DEVICE = 'balai:device'

/** `signed-out`: the portal asks to sign in first. `refused`: it says no to the whole. */
export type Lost = 'lost' | 'signed-out' | 'refused'
export type TakenAlong = { kind: 'taken'; pack: FieldPack } | { kind: Lost }
export type HandedIn = { kind: 'handed-in'; results: FieldResult[]; clockAhead: number } | { kind: Lost }

export async function takeAlong(address: string): Promise<TakenAlong> {
  const answer = await post<{ pack: FieldPack }>(address, { take: '1' })
  return 'kind' in answer ? answer : { kind: 'taken', pack: answer.pack }
}

/** Sends some at a time, in order. What was sent is told by `told` at once, so that a line that dies again loses nothing. */
export async function handIn(
  address: string,
  acts: KeptAct[],
  told: (results: FieldResult[]) => Promise<void>,
): Promise<HandedIn> {
  const all: FieldResult[] = []
  let clockAhead = 0
  for (let from = 0; from < acts.length; from += AT_ONCE) {
    const some = acts.slice(from, from + AT_ONCE)
    const bundle = {
      device: deviceId(),
      sentAt: new Date().toISOString(),
      acts: some.map(({ key, kind, at, fields }) => ({ key, kind, at, ...fields })),
    }
    const answer = await post<{ results: FieldResult[]; clockAhead: number }>(address, {
      bundle: JSON.stringify(bundle),
    })
    if ('kind' in answer) return answer
    all.push(...answer.results)
    clockAhead = answer.clockAhead
    await told(answer.results)
  }
  return { kind: 'handed-in', results: all, clockAhead }
}

/** A busy portal, or the sign-in page of a café's network, is as good as a dead line. */
async function post<T extends object>(address: string, fields: Record<string, string>): Promise<T | { kind: Lost }> {
  const body = new URLSearchParams(fields)
  const headers = { accept: 'application/json' }
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'error' })
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status >= 500 || response.status === 429) return { kind: 'lost' }
    if (!response.ok) return { kind: 'refused' }
    return (await response.json()) as T
  } catch {
    return { kind: 'lost' }
  }
}

/** A name that the device gives itself: says nothing of whose it is. */
function deviceId(): string {
  try {
    const known = localStorage.getItem(DEVICE) ?? randomKey()
    localStorage.setItem(DEVICE, known)
    return known
  } catch {
    return randomKey()
  }
}

/** 128 random bits. */
export function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
