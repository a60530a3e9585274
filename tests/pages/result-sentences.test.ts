import { describe, expect, test } from 'vitest'
import { skmResult } from '#server/survey/rules/skm.ts'
import { compareTallies } from '#server/survey/rules/compare.ts'
import { addAnswer, emptyTally, type Tally } from '#server/survey/rules/tally.ts'
import { ELEMENT_KEYS, type Score, type Scores } from '#server/survey/rules/elements.ts'
import { wordsOf } from '#server/words/words.ts'
import { elementChart, trendChart } from '../../src/pages/survey/_parts/chart-figures.ts'
import {
  changeSentences,
  formatSigned,
  sureSentences,
  weakestSentences,
} from '../../src/pages/survey/_parts/result-sentences.ts'

const speech = { locale: 'id', words: wordsOf('id') } as const

/** A tally of respondents who each give one score throughout, but for the elements named. */
function tallyOf(scores: Score[], except: Partial<Scores> = {}): Tally {
  const tally = emptyTally()
  for (const score of scores) addAnswer(tally, { ...everywhere(score), ...except })
  return tally
}

function everywhere(score: Score): Scores {
  return Object.fromEntries(ELEMENT_KEYS.map((key) => [key, score])) as Scores
}

const mixed = (threes: number, fours: number) => [...Array<Score>(threes).fill(3), ...Array<Score>(fours).fill(4)]

describe('how sure', () => {
  test('names the bound of a better grade that the range reaches', () => {
    const index = skmResult(tallyOf(mixed(20, 20)), 'exact')
    expect([index.grade, index.couldBe]).toEqual(['B', ['A', 'B']])
    const sure = sureSentences(speech, index)
    expect(sure.from).toBe('Dari 40 responden.')
    expect(sure.grade).toBe('Mutu A mulai 88,31.')
  })

  test('says that the grade is the same throughout when no other is reached', () => {
    const index = skmResult(tallyOf(mixed(200, 50)), 'exact')
    expect(sureSentences(speech, index).grade).toBe('Di seluruh rentang itu mutunya tetap B.')
  })

  test('says of how many the range is, where not everyone answered all nine', () => {
    const tally = tallyOf(mixed(20, 20))
    for (const score of mixed(5, 5)) addAnswer(tally, { ...everywhere(score), cost: null })
    expect(sureSentences(speech, skmResult(tally, 'exact')).from).toBe(
      'Angka di atas memakai 50 jawaban; rentangnya dihitung dari 40 orang yang mengisi kesembilan pertanyaan.',
    )
  })

  test('says so when there is no range', () => {
    const index = skmResult(tallyOf([4]), 'exact')
    expect(sureSentences(speech, index).range).toBeNull()
  })
})

describe('change', () => {
  const change = (before: Tally, after: Tally, difference: number) =>
    changeSentences(speech, { difference, period: 'Semester I 2026', comparison: compareTallies(before, after) })

  test('a small rise is not called an improvement', () => {
    const said = change(tallyOf(mixed(50, 50)), tallyOf(mixed(49, 51)), 0.25)
    expect(said.shown).toBe(false)
    expect(said.sentences.slice(0, 2)).toEqual([
      'Naik 0,25 dari Semester I 2026.',
      'Selisih sekecil ini bisa karena kebetulan, jadi belum dapat disebut peningkatan.',
    ])
  })

  test('a fall beyond chance is called one, with its range', () => {
    const said = change(tallyOf(mixed(10, 90)), tallyOf(mixed(90, 10)), -20)
    expect(said.shown).toBe(true)
    expect(said.sentences[0]).toBe('Turun 20,00 dari Semester I 2026.')
    expect(said.sentences[1]).toMatch(/kira-kira −\d+,\d sampai −\d+,\d\.$/)
    expect(said.sentences[2]).toBe('Ini dapat disebut penurunan.')
    expect(said.sentences[3]).toBe('9 dari 9 unsur ikut berubah; rinciannya di halaman cara menghitung.')
  })

  test('too few answers are named as the reason when the test alone would show a change', () => {
    const said = change(tallyOf(mixed(18, 2)), tallyOf(mixed(2, 18)), 20)
    expect(said.shown).toBe(false)
    expect(said.sentences[1]).toContain('kurang dari 30 jawaban lengkap')
  })

  test('a minus is a true minus and nothing has no sign', () => {
    expect([formatSigned('id', -0.7), formatSigned('id', 2.5), formatSigned('id', 0)]).toEqual(['−0,7', '+2,5', '0,0'])
  })
})

describe('what is weakest', () => {
  test('names the two lowest and doubts their order where ranges overlap', () => {
    const tally = tallyOf(mixed(20, 20), { facilities: 2, procedure: 3 })
    const weakest = weakestSentences(speech, skmResult(tally, 'exact').elements)
    expect(weakest?.title).toBe('Sarana dan prasarana dan prosedur paling rendah')
    expect(weakest?.sentence).toBe('Sarana dan prasarana (2,00 dari 4), lalu prosedur (3,00).')
    expect(weakest?.doubt).toBeNull()
    const few = skmResult(tallyOf(mixed(6, 6), { facilities: 3, procedure: 3 }), 'exact').elements
    expect(weakestSentences(speech, few)?.doubt).toBe(
      'Rentang unsur-unsur terendah berhimpit, jadi urutannya belum pasti.',
    )
  })

  test('calls none the weakest when all are the same', () => {
    const weakest = weakestSentences(speech, skmResult(tallyOf(mixed(20, 20)), 'exact').elements)
    expect(weakest?.sentence).toBe('Semua unsur bernilai sama')
  })
})

describe('charts', () => {
  test('elements stand from high to low, each with the text that the table prints', () => {
    const { elements } = skmResult(tallyOf(mixed(20, 20), { facilities: 2 }), 'exact')
    const figure = elementChart(speech, elements)
    expect(figure.points.at(-1)).toMatchObject({ label: 'Sarana dan prasarana', value: 2, text: '2,00' })
    expect(figure.bands.map(({ letter }) => letter)).toEqual(['D', 'C', 'B', 'A'])
    expect(figure.bands[3]?.from).toBeCloseTo(3.5324, 4)
    for (const { low } of figure.points) expect(low).toBeGreaterThanOrEqual(figure.min)
  })

  test('a withdrawn period keeps its place, without a value or a range', () => {
    const figure = trendChart(speech, [
      { period: 'Semester I 2025', ikm: 80, interval: [78, 82] },
      { period: 'Semester II 2025', ikm: null, interval: [1, 2] },
    ])
    expect(figure.points[1]).toEqual({ label: 'Semester II 2025', value: null, text: '—', low: null, high: null })
    expect(figure.ticks.map(({ text }) => text)).toEqual(['70', '80', '90', '100'])
  })
})
