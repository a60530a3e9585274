import { describe, expect, it } from 'vitest'
import { publicText } from '#server/plain-text.ts'

describe('text that strangers read', () => {
  it.each([
    ['a NUL byte', 'sa\0tu', 'satu'],
    ['zero-width signs inside a word', 'sa\u200bt\u2060u\ufeff', 'satu'],
    ['a soft hyphen', 'sa\u00adtu', 'satu'],
    ['signs that turn the direction', 'aman\u202Egpj.exe', 'amangpj.exe'],
    ['unseen tags behind a letter', 'a\u{e0068}\u{e0069}', 'a'],
    ['half of a character', 'a\ud83d', 'a\ufffd'],
    ['line breaks of other systems', 'satu\r\ndua\rtiga\u2028empat', 'satu\ndua\ntiga\nempat'],
    ['many empty lines', 'satu\n\n\n\n\ndua', 'satu\n\ndua'],
    ['towers of marks', `a${'\u0336'.repeat(50)}`, `a${'\u0336'.repeat(4)}`],
    ['a joiner that joins nothing', 'sa\u200dtu', 'satu'],
  ])('is kept without %s', (_, typed, kept) => {
    expect(publicText(typed)).toBe(kept)
  })

  it.each([
    ['emoji of several parts', 'Setuju 👨‍👩‍👧‍👦 👍🏽 🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} ❤️'],
    ['Arabic and its joiners', 'می‌خواهم السلام عليكم'],
    ['Javanese and Batak letters', 'ꦱꦸꦒꦼꦁ ᯂᯩᯔ᯲'],
    ['markup, as text', '<script>alert(1)</script> & "kutip"'],
    ['ten thousand signs without a space', 'a'.repeat(10_000)],
  ])('keeps %s', (_, typed) => {
    expect(publicText(typed)).toBe(typed.normalize('NFC'))
  })

  it.each(['', '   \n\t ', '\u200b\u200b', '\u3164', '\u2800\u2800', '\u0301'])(
    'is empty when nothing of it is seen',
    (typed) => {
      expect(publicText(typed)).toBe('')
    },
  )
})
