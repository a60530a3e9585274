import { describe, expect, test } from 'vitest'
import type { KindComparison } from '#server/dashboard/kinds.ts'
import type { UnitParticipation } from '#server/dashboard/participation.ts'
import type { RegionUnit } from '#server/dashboard/region-units.ts'
import { controlOf } from '#server/dashboard/rules/control.ts'
import { funnelOf } from '#server/dashboard/rules/funnel.ts'
import type { RankedElement } from '#server/dashboard/unit.ts'
import { ELEMENT_KEYS, type Score, type Scores } from '#server/survey/rules/elements.ts'
import { addAnswer, emptyTally, type Tally } from '#server/survey/rules/tally.ts'
import { wordsOf } from '#server/words/words.ts'
import { controlChart, funnelChart } from '../../src/pages/dashboard/_parts/dashboard-charts.ts'
import {
  controlSentences,
  elementsSentence,
  funnelSentences,
  leftOut,
  participationSentences,
} from '../../src/pages/dashboard/_parts/dashboard-sentences.ts'

const speech = { locale: 'id', words: wordsOf('id') } as const

const unitOf = (name: string): RegionUnit => {
  const institution = { kind: 'health_centre' as const, name: `Puskesmas ${name}` }
  return { id: name, slug: name, name, code: null, sector: 'health', closed: false, institution }
}

function tallyOf(threes: number, fours: number): Tally {
  const tally = emptyTally()
  const all = (score: Score) => Object.fromEntries(ELEMENT_KEYS.map((key) => [key, score])) as Scores
  for (let i = 0; i < threes + fours; i++) addAnswer(tally, all(i < threes ? 3 : 4))
  return tally
}

describe('who is not in the picture', () => {
  const kind = (few: number, none: number): KindComparison => {
    const left = (reason: 'too-few' | 'not-published') => (_: unknown, i: number) => ({
      unit: unitOf(`Unit ${i + 1}`),
      reason,
    })
    return {
      sector: 'health',
      institutionKind: 'health_centre',
      units: few + none,
      left: [...Array.from({ length: few }, left('too-few')), ...Array.from({ length: none }, left('not-published'))],
      funnel: null,
    }
  }

  test('is named with the reason, or counted where they are many', () => {
    expect(leftOut(speech, kind(0, 0))).toBeNull()
    expect(leftOut(speech, kind(1, 1))).toBe('Tidak ikut: Unit 1 (terlalu sedikit jawaban), Unit 1 (belum terbit).')
    expect(leftOut(speech, kind(1, 30))).toBe('Tidak ikut: 1 unit (terlalu sedikit jawaban), 30 unit (belum terbit).')
  })
})

describe('who has surveyed', () => {
  const units = (...surveyed: boolean[]) =>
    surveyed.map((done, i): UnitParticipation => {
      return { ...unitOf(`Unit ${i + 1}`), surveyed: done, current: null, latest: null }
    })

  test('names those that have not, unless they are many', () => {
    expect(participationSentences(speech, units(true, false, true))).toEqual([
      '2 dari 3 unit sudah atau sedang mengadakan survei; 1 belum.',
      'Belum: Unit 2.',
    ])
    expect(participationSentences(speech, units(true, ...Array<boolean>(13).fill(false)))).toHaveLength(1)
  })

  test('needs no list where all have, or none has', () => {
    expect(participationSentences(speech, units(true, true))).toEqual([
      'Semua unit (2) sudah atau sedang mengadakan survei.',
    ])
    expect(participationSentences(speech, units(false, false))).toEqual([
      'Belum satu pun dari 2 unit mengadakan survei.',
    ])
  })
})

describe('units side by side', () => {
  const names = ['Amanah', 'Bakti', 'Cinta', 'Damai', 'Elok']
  const funnel = (...fours: number[]) =>
    funnelOf(fours.map((count, i) => ({ unit: unitOf(names[i]!), tally: tallyOf(100 - count, count) })))!

  test('are said to be alike while all lie within the limits', () => {
    const { title, sentence } = funnelSentences(speech, funnel(50, 52, 48, 51, 49))
    expect(title).toBe('Semua unit dalam batas; bedanya bisa karena kebetulan')
    expect(sentence).toContain('Nilai 5 unit ini tidak sama, tetapi semuanya dalam batas di sekitar rata-rata 87,5')
  })

  test('are named with side and limit where they lie outside, in code order', () => {
    const { title, sentence } = funnelSentences(speech, funnel(50, 95, 10, 48, 52))
    expect(title).toBe('2 unit berbeda lebih dari yang biasa karena kebetulan')
    expect(sentence).toMatch(/^Di atas batas: Bakti \(99,8%\)\. Di bawah batas: Cinta \(99,8%\)\. Unit lain/)
  })

  test('are drawn with the numbers and texts of the table, and outside ones with a shape of their own', () => {
    const figure = funnelChart(speech, funnel(50, 95, 10, 48, 52))
    expect(figure.points.map(({ label }) => label)).toEqual(names.map((name, i) => `${i + 1}. ${name}`))
    expect(figure.points.map(({ mark }) => mark ?? 'circle')).toEqual([
      'circle',
      'diamond',
      'diamond',
      'circle',
      'circle',
    ])
    expect(figure.points[1]).toMatchObject({ text: '98,75', size: 100, sign: '2' })
    const widths = figure.sizes!.limits.map(({ outer }) => outer[1] - outer[0])
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    for (const { outer } of figure.sizes!.limits) expect(outer[0]).toBeGreaterThanOrEqual(figure.min)
  })
})

describe('over time', () => {
  const calm = [80, 82, 81, 83, 80, 82, 81, 83, 80, 82, 81, 83]
  const periods = (indices: (number | null)[]) => indices.map((ikm, i) => ({ period: `Bulan ${i + 1}`, ikm }))
  const said = (indices: (number | null)[]) => controlSentences(speech, periods(indices), controlOf(indices)!)

  test('calm periods are called so, and a gap is not counted', () => {
    expect(said([...calm, null]).title).toBe('Tidak ada tanda selain naik turun biasa')
    expect(said([...calm, null]).sentence).toContain('Dalam 12 periode')
  })

  test('a signal is named with its period, and claims no cause', () => {
    const { title, sentence } = said([...calm, 95])
    expect(title).toBe('Ada tanda perubahan')
    expect(sentence).toContain('Keluar dari pola itu: Bulan 13 (di luar batas).')
    expect(sentence).toContain('bukan apa sebabnya')
  })

  test('limits and values lie within the scale that is drawn', () => {
    const indices = [...calm, 99]
    const figure = controlChart(speech, periods(indices), controlOf(indices)!)
    expect(figure.points.at(-1)).toMatchObject({ mark: 'diamond', text: '99,0' })
    expect(figure.lines?.map(({ dashed }) => dashed)).toEqual([true, false, true])
    for (const { value } of figure.lines ?? []) {
      expect(value).toBeGreaterThanOrEqual(figure.min)
      expect(value).toBeLessThanOrEqual(figure.max)
    }
  })
})

test('elements that changed are named with their sign, or counted where they are many', () => {
  const element = (i: number, change: RankedElement['change']) => ({ key: ELEMENT_KEYS[i]!, change }) as RankedElement
  const all = (shown: number) =>
    ELEMENT_KEYS.map((_, i) => element(i, { difference: i === 0 ? -4.26 : 3, adjusted: 0.01, shown: i < shown }))
  expect(elementsSentence(speech, [element(0, null)])).toBeNull()
  expect(elementsSentence(speech, all(0))).toBe('Belum ada unsur yang perubahannya terlihat.')
  expect(elementsSentence(speech, all(2))).toBe('Perubahan terlihat pada: persyaratan (−4,3), prosedur (+3,0).')
  expect(elementsSentence(speech, all(5))).toBe('Perubahan terlihat pada 5 dari 9 unsur; rinciannya di tabel.')
})
