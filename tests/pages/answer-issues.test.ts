import { describe, expect, it } from 'vitest'
import { skmInstrument } from '#server/survey/instruments.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import { wordsOf } from '#server/words/words.ts'
import { placeIssues } from '../../src/pages/survey/_parts/answer-issues.ts'

const words = wordsOf('id')
const content = skmInstrument(false)

describe('what a returned form still lacks', () => {
  it('names a missing answer by its number and its subject, and leads to its first choice', () => {
    expect(placeIssues(words, content, { cost: 'required' })).toEqual([
      { field: 'cost-1', text: 'Pertanyaan 4 (biaya) belum diisi.' },
    ])
  })

  it('keeps the order of the form, not of the issues', () => {
    const placed = placeIssues(words, content, {
      complaint_handling: 'required',
      facilities: 'required',
      cost: 'required',
    })
    expect(placed.map(({ field }) => field)).toEqual(['cost-1', 'facilities-1', 'complaint_handling-1'])
  })

  it('numbers the questions as the instrument asks them', () => {
    const regulation = skmInstrument(false, 'regulation')
    expect(placeIssues(words, regulation, { facilities: 'required' })[0]?.text).toBe(
      'Pertanyaan 9 (sarana) belum diisi.',
    )
    expect(placeIssues(words, content, { facilities: 'required' })[0]?.text).toBe('Pertanyaan 8 (sarana) belum diisi.')
  })

  it('says the longest length of a suggestion that is too long', () => {
    const [issue] = placeIssues(words, content, { comment: 'too-long' })
    expect(issue?.field).toBe('comment')
    expect(issue?.text).toContain('2000')
  })

  it('leaves no issue without a sentence', () => {
    expect(placeIssues(words, content, { form: 'trap' })).toEqual([
      { field: 'isi', text: words.surveyForm.notUnderstood },
    ])
    const all = Object.fromEntries(ELEMENT_KEYS.map((key) => [key, 'required']))
    expect(placeIssues(words, content, { ...all, sex: 'choose' })).toHaveLength(10)
  })
})
