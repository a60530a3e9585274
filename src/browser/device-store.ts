/**
 * What the device remembers of forms that were begun: for a day, and never where the device is shared. Storage may be
 * absent, forbidden or full; then nothing is remembered and nothing else changes.
 */
const PREFIX = 'balai:draft:'
const SHARED = 'balai:shared'
const ONE_DAY = 86_400_000

export interface Draft {
  /** When it was last touched, in milliseconds. */
  at: number
  /** Form field → value. Holds the form's own key, so that what is sent twice counts once. */
  values: Record<string, string>
  /** It was sent, and no answer came back. */
  waiting: boolean
}

export function isShared(): boolean {
  return read(SHARED) === '1'
}

/** Marks the device as shared, which also forgets all drafts; or as one person's own again. */
export function setShared(shared: boolean): void {
  if (!shared) return erase(SHARED)
  for (const key of draftKeys()) erase(key)
  write(SHARED, '1')
}

export function findDraft(form: string): Draft | undefined {
  try {
    const draft = JSON.parse(read(PREFIX + form) ?? 'null') as Draft | null
    return draft && Date.now() - draft.at < ONE_DAY ? draft : undefined
  } catch {
    return undefined
  }
}

/** @returns whether the device keeps it now. */
export function keepDraft(form: string, values: Record<string, string>, waiting: boolean): boolean {
  if (isShared()) return false
  return write(PREFIX + form, JSON.stringify({ at: Date.now(), values, waiting } satisfies Draft))
}

export function eraseDraft(form: string): void {
  erase(PREFIX + form)
}

/** Of all forms whose name begins so. */
export function eraseDraftsOf(beginning: string): void {
  for (const key of draftKeys()) if (key.startsWith(PREFIX + beginning)) erase(key)
}

export function eraseOldDrafts(): void {
  for (const key of draftKeys()) if (!findDraft(key.slice(PREFIX.length))) erase(key)
}

function draftKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    return []
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}

function erase(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept, so nothing is left.
  }
}
