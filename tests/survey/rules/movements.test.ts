import { describe, expect, test } from 'vitest'
import { openable } from '#server/survey/movements.ts'
import { isStrongKey } from '#server/survey/rules/answer-key.ts'
import { seeded } from './answers.ts'

const batches = (sizes: number[]) => sizes.map((answers) => ({ answers }))

describe('opening movements', () => {
  test('opens every batch of ten and more', () => {
    expect(openable(batches([10, 25, 11]))).toHaveLength(3)
  })

  test('keeps a small batch closed, and the next smallest with it so that it does not follow', () => {
    expect(openable(batches([30, 3, 12])).map(({ answers }) => answers)).toEqual([30])
    expect(openable(batches([4, 30, 6, 12])).map(({ answers }) => answers)).toEqual([30, 12])
    expect(openable(batches([9]))).toEqual([])
  })

  test('whatever the sizes, what stays closed holds ten people or nobody', () => {
    const random = seeded(3)
    for (let round = 0; round < 1000; round++) {
      const all = batches(Array.from({ length: 1 + Math.floor(random() * 6) }, () => Math.floor(random() * 30)))
      const opened = openable(all)
      const sum = (list: { answers: number }[]) => list.reduce((total, { answers }) => total + answers, 0)
      const closed = sum(all) - sum(opened)
      expect(opened.length === 0 || closed === 0 || closed >= 10).toBe(true)
      expect(opened.every(({ answers }) => answers >= 10)).toBe(true)
    }
  })
})

describe('a key', () => {
  test.each([
    ['a UUID', crypto.randomUUID()],
    ['32 hexadecimal digits', '0123456789abcdef0123456789abcdef'],
    ['16 bytes in base64url', 'AbCdEfGhIjKlMnOpQrStUg'],
    ['16 bytes in base64', 'q83v/+8BI0VniavN7/ASNA=='],
    ['a UUID in quotation marks, as a structured header', `"${crypto.randomUUID()}"`],
  ])('may be %s', (_, key) => expect(isStrongKey(key)).toBe(true))

  test.each([
    '',
    'short',
    'a'.repeat(40),
    'abababababababababababab',
    'with a space in the middle of it',
    'huruf-é-bukan-huruf-ascii-0123',
    '0123456789'.repeat(21),
  ])('may not be %j', (key) => expect(isStrongKey(key)).toBe(false))
})
