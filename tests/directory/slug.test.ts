import { expect, test } from 'vitest'
import { freeSlug, slugOf } from '#server/directory/rules/slug.ts'

test.each([
  ['Dinas Dukcapil, Kab. Bungo', 'dinas-dukcapil-kab-bungo'],
  ['  Puskesmas Muara Bungo I  ', 'puskesmas-muara-bungo-i'],
  ['Café Désa', 'cafe-desa'],
  ['村', 'tanpa-nama'],
  ['a'.repeat(59) + ' bcd', 'a'.repeat(59)],
])('makes an address of %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('takes the least free number and never a word of our own addresses', () => {
  expect(freeSlug('loket', ['loket', 'loket-2', 'loket-4'])).toBe('loket-3')
  expect(freeSlug('kelola', [])).toBe('kelola-2')
})
