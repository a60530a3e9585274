import { describe, expect, test } from 'vitest'
import { jcs, type Json } from '#server/ledger/jcs.ts'

describe('canonical JSON', () => {
  test('orders keys by UTF-16 code units, not by code points', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.keys(JSON.parse(jcs(value)) as object)).toHaveLength(7)
    expect(jcs(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}')
  })
  test('orders keys at every depth and leaves lists as they are', () => {
    expect(jcs({ b: [{ z: 1, a: 2 }, 3, 1], a: {} })).toBe('{"a":{},"b":[{"a":2,"z":1},3,1]}')
  })
  test.each([
    [Number('333333333.33333329'), '333333333.3333333'],
    [1e30, '1e+30'],
    [4.5, '4.5'],
    [2e-3, '0.002'],
    [1e-27, '1e-27'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [1e21, '1e+21'],
    [999999999999999900000, '999999999999999900000'],
    [-1.7976931348623157e308, '-1.7976931348623157e+308'],
  ])('writes the number %s as ECMAScript does', (number, text) => {
    expect(jcs(number)).toBe(text)
  })
  test('escapes only what must be, in the shortest form', () => {
    expect(jcs('\u20ac$\u000f\nA\'B"\\\\"/\b\t\f\u2028')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\\b\\t\\f\u2028"')
  })
  test.each([
    ['undefined', undefined],
    ['undefined in an object', { a: undefined }],
    ['a hole in a list', Object.assign([], { length: 1 })],
    ['NaN', NaN],
    ['infinity', [Infinity]],
    ['a lone surrogate', '\ud83d'],
    ['a lone surrogate in a key', { '\udead': 1 }],
    ['a big integer', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
  ])('refuses %s', (_, value) => {
    expect(() => jcs(value as unknown as Json)).toThrow(TypeError)
  })
})
