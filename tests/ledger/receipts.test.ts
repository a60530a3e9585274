import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { formatCode, parseCode, receiptHash, surveyReceiptCode } from '#server/ledger/receipts.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = surveyReceiptCode('a1b2', 'a-key-of-the-client')
const codes = Array.from({ length: 200 }, (_, index) => surveyReceiptCode('a1b2', `key ${index}`))

describe('receipt code', () => {
  test('is the same for the same survey and key, another for another', () => {
    expect(surveyReceiptCode('a1b2', 'a-key-of-the-client')).toBe(code)
    expect(surveyReceiptCode('a1b3', 'a-key-of-the-client')).not.toBe(code)
    expect(new Set(codes).size).toBe(codes.length)
  })
  test('carries the first 80 bits of the hash behind its kind letter', () => {
    const bits = createHash('sha256').update('balai-receipta1b2a-key-of-the-client').digest().subarray(0, 10)
    const binary = [...bits].map((byte) => byte.toString(2).padStart(8, '0')).join('')
    const characters = binary
      .match(/.{5}/g)
      ?.map((five) => ALPHABET[parseInt(five, 2)])
      .join('')
    expect(code.slice(0, 16)).toBe(`S${characters?.slice(1)}`)
  })
  test('is shown in groups of four and read back', () => {
    expect(formatCode(code)).toMatch(/^S[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z]$/)
    expect(codes.map((each) => parseCode(formatCode(each)))).toEqual(codes)
  })
  test('is read in any case, with spaces, long dashes and none', () => {
    expect(parseCode(code.toLowerCase())).toBe(code)
    expect(parseCode(`  ${formatCode(code).replaceAll('-', ' \u2013 ')}\n`)).toBe(code)
  })
  test('reads O as 0, I and L as 1', () => {
    const withBoth = codes.find((each) => each.includes('0') && each.includes('1')) ?? ''
    expect(parseCode(withBoth.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(withBoth)
    expect(parseCode(withBoth.replaceAll('0', 'O').replaceAll('1', 'I'))).toBe(withBoth)
  })
  test('with any one character wrong is refused', () => {
    for (let place = 0; place < 17; place++) {
      for (const other of ALPHABET.replace(code[place] ?? '', '')) {
        expect(parseCode(code.slice(0, place) + other + code.slice(place + 1))).toBeUndefined()
      }
    }
  })
  test('with two neighbours swapped is refused', () => {
    for (let place = 0; place < 16; place++) {
      const [left, right] = [code[place] ?? '', code[place + 1] ?? '']
      if (left === right || new Set(`${left}${right}0Z`).size === 2) continue
      expect(parseCode(code.slice(0, place) + right + left + code.slice(place + 2))).toBeUndefined()
    }
  })
  test.each(['', 'S', 'U'.repeat(17), `${code}0`, code.slice(1), 'not a code at all'])('refuses %j', (text) => {
    expect(parseCode(text)).toBeUndefined()
  })
  test('is remembered by its hash alone', () => {
    expect(receiptHash(code)).toBe(createHash('sha256').update(code).digest('hex'))
  })
})
