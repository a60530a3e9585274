import { expect, test } from 'vitest'
import { dayInWords, inWords } from '#server/words/in-words.ts'

test.each([
  [0, 'nol'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [19, 'sembilan belas'],
  [21, 'dua puluh satu'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [250, 'dua ratus lima puluh'],
  [1000, 'seribu'],
  [2026, 'dua ribu dua puluh enam'],
])('%i is written %s', (number, words) => {
  expect(inWords(number)).toBe(words)
})

test('a day is written out with its weekday', () => {
  expect(dayInWords('2026-07-10')).toBe('Jumat, tanggal sepuluh bulan Juli tahun dua ribu dua puluh enam')
})
