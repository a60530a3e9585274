/** A database that is away fails every request: the log says it once, and then how many, minute by minute. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { logFault } from '#server/log.ts'

const MINUTE_MS = 60_000
const away = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

let said: string[]
beforeEach(() => {
  said = []
  vi.useFakeTimers()
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const fail = (times: number) => {
  for (let i = 0; i < times; i += 1) logFault('r', 'api', away())
}
const counts = () => said.map((line) => (JSON.parse(line) as { failed: number }).failed)

test('says at once that it is away, without a stack, and then a line a minute while it stays away', () => {
  fail(100)
  expect(counts()).toEqual([1])
  expect(said[0]).toContain('ECONNREFUSED')
  expect(said[0]).not.toContain('outage-log.test')
  vi.advanceTimersByTime(MINUTE_MS)
  expect(counts()).toEqual([1, 99])
  fail(7)
  vi.advanceTimersByTime(MINUTE_MS)
  vi.advanceTimersByTime(MINUTE_MS)
  expect(counts()).toEqual([1, 99, 7])
  fail(3)
  expect(counts()).toEqual([1, 99, 7, 1])
  vi.advanceTimersByTime(2 * MINUTE_MS)
})

test('says any other fault each time, with its stack', () => {
  for (const error of [new Error('satu'), new Error('dua')]) logFault('r', 'api', error)
  expect(said).toHaveLength(2)
  expect(said[1]).toContain('outage-log.test')
})
