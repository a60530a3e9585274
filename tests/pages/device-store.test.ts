import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eraseOldDrafts, findDraft, isShared, keepDraft, setShared } from '../../src/browser/device-store.ts'

/** A browser's storage: enumerable keys, and an end to its patience. */
function storage(room = Infinity) {
  const kept: Record<string, string> = {}
  const hide = (value: unknown) => ({ value, enumerable: false })
  return Object.defineProperties(kept, {
    getItem: hide((key: string) => kept[key] ?? null),
    setItem: hide((key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept[key] = value
    }),
    removeItem: hide((key: string) => void delete kept[key]),
  })
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a draft on the device', () => {
  it('comes back as it was left', () => {
    vi.stubGlobal('localStorage', storage())
    keepDraft('ktp-el', { cost: '4', key: 'k' }, true)
    expect(findDraft('ktp-el')).toMatchObject({ values: { cost: '4', key: 'k' }, waiting: true })
  })

  it('is gone after a day', () => {
    const kept = storage()
    vi.stubGlobal('localStorage', kept)
    keepDraft('ktp-el', { cost: '4' }, false)
    vi.advanceTimersByTime(86_399_000)
    expect(findDraft('ktp-el')).toBeDefined()
    vi.advanceTimersByTime(1000)
    expect(findDraft('ktp-el')).toBeUndefined()
    eraseOldDrafts()
    expect(Object.keys(kept)).toEqual([])
  })

  it('is never kept where the device is shared, and marking it so forgets all', () => {
    const kept = storage()
    vi.stubGlobal('localStorage', kept)
    keepDraft('ktp-el', { cost: '4' }, false)
    setShared(true)
    expect(findDraft('ktp-el')).toBeUndefined()
    expect(keepDraft('ktp-el', { cost: '4' }, false)).toBe(false)
    setShared(false)
    expect(isShared()).toBe(false)
    expect(keepDraft('ktp-el', { cost: '4' }, false)).toBe(true)
  })

  it('does without a storage, or with a full one', () => {
    vi.stubGlobal('localStorage', undefined)
    expect(keepDraft('ktp-el', { cost: '4' }, false)).toBe(false)
    expect(findDraft('ktp-el')).toBeUndefined()
    expect(() => eraseOldDrafts()).not.toThrow()
    vi.stubGlobal('localStorage', storage(10))
    expect(keepDraft('ktp-el', { cost: '4' }, false)).toBe(false)
  })

  it('overlooks what is no draft', () => {
    const kept = storage()
    vi.stubGlobal('localStorage', kept)
    localStorage.setItem('balai:draft:ktp-el', '{"at":')
    expect(findDraft('ktp-el')).toBeUndefined()
  })
})
