import { describe, expect, it } from 'vitest'
import type { PublicEntry } from '#server/ledger/export.ts'
import { wordsOf } from '#server/words/words.ts'
import { entrySummary, subjectOf } from '../../src/pages/ledger/_parts/entry-summary.ts'

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

describe('of whom or what an entry is', () => {
  const first = (kind: string, fields: PublicEntry['fields']) => ({ kind, fields }) as PublicEntry

  it('takes the name from the first entry, and for a survey its slug', () => {
    const fields = { title: open('Survei KTP-el'), period: open('Semester II 2026'), slug: open('ktp-el') }
    expect(subjectOf(words, first('survey.opened', fields))).toEqual({
      name: 'Survei KTP-el, Semester II 2026',
      survey: 'ktp-el',
    })
  })

  it('links nothing but surveys, and names nothing that is unknown', () => {
    const fields = { name: open('Kota Dumai'), slug: open('dumai') }
    expect(subjectOf(words, first('directory.added', fields))).toEqual({ name: 'Kota Dumai', survey: null })
    expect(subjectOf(words, undefined)).toEqual({ name: '', survey: null })
  })
})
