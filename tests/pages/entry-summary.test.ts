import { describe, expect, it } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { entrySummary } from '../../src/pages/ledger/_parts/entry-summary.ts'

const words = wordsOf('id')
const open = (value: string | number) => ({ salt: '00', value })

describe('an entry of the public record in a few words', () => {
  it('says title and period of a survey', () => {
    const fields = { title: open('Survei KTP-el'), period: open('Semester II 2026'), weight: open('exact') }
    expect(entrySummary(words, { fields })).toBe('Survei KTP-el, Semester II 2026')
  })

  it('says which batch and how many answers', () => {
    const fields = { batch: open(3), count: open(17), movement: { digest: 'ab' } }
    expect(entrySummary(words, { fields })).toBe('Kumpulan 3, 17 jawaban')
  })

  it('shows nothing of a field that is closed or erased', () => {
    expect(entrySummary(words, { fields: { title: { digest: 'ab' } } })).toBe('')
  })
})
