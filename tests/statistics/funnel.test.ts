import { describe, expect, it } from 'vitest'
import { funnelLimits, funnelPosition, funnelShape } from '#server/statistics/funnel.ts'
import { describeSample } from '#server/statistics/welch.ts'

const SCALE: [number, number] = [1, 4]
const SHAPE = { centre: 3.44, sd: 0.62 }

describe('a funnel', () => {
  // The worked case of the methods: centre 3.44, spread 0.62, the scale 1 to 4.
  it.each([
    [10, [3.0557, 3.8243], [2.8342, 4]],
    [25, [3.197, 3.683], [3.0568, 3.8232]],
    [100, [3.3185, 3.5615], [3.2484, 3.6316]],
    [400, [3.3792, 3.5008], [3.3442, 3.5358]],
  ])('has its limits at n = %d', (n, inner, outer) => {
    const limits = funnelLimits(SHAPE, n, SCALE)
    for (const side of [0, 1] as const) {
      expect(limits.inner[side]).toBeCloseTo(inner[side]!, 4)
      expect(limits.outer[side]).toBeCloseTo(outer[side]!, 4)
    }
  })

  it('tells on which side of which limit a unit lies; on a limit is inside', () => {
    const limits = { inner: [70, 80] as [number, number], outer: [65, 85] as [number, number] }
    const places = [64.9, 65, 69.9, 70, 80, 80.1, 85, 85.1].map((value) => funnelPosition(value, limits))
    expect(places).toEqual(['far-below', 'below', 'below', 'inside', 'inside', 'above', 'above', 'far-above'])
  })

  it('weighs units by their size, and takes no width from what lies between them', () => {
    const low = describeSample([1, 2, 3].map((value) => ({ value, count: 10 })))
    const high = describeSample([2, 3, 4].map((value) => ({ value, count: 30 })))
    const shape = funnelShape([low, high])!
    expect(shape.centre).toBeCloseTo((30 * 2 + 90 * 3) / 120, 12)
    expect(shape.sd).toBeCloseTo(Math.sqrt((20 + 60) / (29 + 89)), 12)
    // Further apart, they are as spread within as before.
    const higher = describeSample([12, 13, 14].map((value) => ({ value, count: 30 })))
    expect(funnelShape([low, higher])!.sd).toBeCloseTo(shape.sd, 12)
  })

  it('has no shape where nothing varies, and no limits for nobody', () => {
    const same = describeSample([{ value: 3, count: 9 }])
    expect(funnelShape([same, same])).toBeNull()
    expect(funnelShape([describeSample([{ value: 3, count: 1 }])])).toBeNull()
    expect(() => funnelLimits(SHAPE, 0, SCALE)).toThrow(RangeError)
  })
})
