import { describe, expect, it } from 'vitest'
import { xmr, XMR_SETTINGS, type XmrSignal } from '#server/statistics/xmr.ts'

describe('a process chart', () => {
  it('agrees with the worked case', () => {
    const chart = xmr([82.1, 83.0, 81.4, 84.2, 82.7, 83.5, 82.0, 84.0, 83.1, 82.6])!
    expect(chart.centre).toBeCloseTo(82.86, 10)
    expect(chart.movingRange).toBeCloseTo(1.388889, 6)
    expect(chart.lower).toBeCloseTo(79.165556, 6)
    expect(chart.upper).toBeCloseTo(86.554444, 6)
    expect(chart.signals.flat()).toEqual([])
  })

  const placesOf = (values: number[], kind: XmrSignal, settings = XMR_SETTINGS) =>
    xmr(values, settings)!.signals.flatMap((signals, i) => (signals.includes(kind) ? [i] : []))

  it('marks a point outside its limits, and no other', () => {
    const values = [50, 51, 50, 49, 50, 51, 50, 49, 50, 51, 50, 70]
    expect(placesOf(values, 'outside')).toEqual([11])
  })

  it('marks a run of seven on one side, not of six', () => {
    expect(placesOf([4, 6, 4, 6, 4, 4, 4, 4, 4, 4, 6, 7, 6, 7, 6, 5.5], 'side')).toEqual([])
    expect(placesOf([4, 4, 4, 4, 4, 4, 4, 6, 6, 6, 6, 6, 6, 4], 'side')).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('counts a point on the centre to no side', () => {
    expect(placesOf([4, 4, 4, 5, 4, 4, 4, 6, 6, 6, 5, 6, 6, 6], 'side')).toEqual([])
  })

  it('marks six that rise or fall throughout, not five', () => {
    expect(placesOf([5, 1, 2, 3, 4, 5, 4, 5], 'trend')).toEqual([])
    expect(placesOf([5, 1, 2, 3, 4, 5, 6, 5], 'trend')).toEqual([1, 2, 3, 4, 5, 6])
    expect(placesOf([1, 6, 5, 4, 3, 2, 1, 4], 'trend')).toEqual([1, 2, 3, 4, 5, 6])
    expect(placesOf([5, 1, 2, 3, 3, 4, 5, 5], 'trend')).toEqual([])
  })

  it('marks two of three near the same limit', () => {
    const calm = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 50 : 52))
    // The limits lie some 5.6 from the centre of 51.2, so these are in the outer thirds, within the limits.
    const [high, low] = [55.5, 46.9]
    expect(placesOf([...calm, high, 51, high], 'near-limit')).toEqual([40, 42])
    expect(placesOf([...calm, low, low, 51], 'near-limit')).toEqual([40, 41])
    expect(placesOf([...calm, high, 51, 51, high], 'near-limit')).toEqual([])
    expect(placesOf([...calm, high, 51, low], 'near-limit')).toEqual([])
    expect(placesOf([...calm, high, 51, high], 'outside')).toEqual([])
  })

  it('takes other lengths of runs where a house is used to them', () => {
    const values = [4, 4, 4, 4, 4, 6, 6, 6, 6, 6]
    expect(placesOf(values, 'side')).toEqual([])
    expect(placesOf(values, 'side', { side: 5, trend: 6 })).toHaveLength(10)
    expect(placesOf([1, 2, 3, 4, 1, 2], 'trend', { side: 7, trend: 4 })).toEqual([0, 1, 2, 3])
  })

  it('needs two values, and sees nothing in values that are all the same', () => {
    expect(xmr([80])).toBeNull()
    expect(xmr([80, 80, 80, 80, 80, 80, 80, 80])).toMatchObject({ lower: 80, upper: 80, movingRange: 0 })
    expect(xmr(Array<number>(8).fill(80))!.signals.flat()).toEqual([])
  })
})
