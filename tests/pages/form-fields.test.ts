import { describe, expect, it } from 'vitest'
import { optionalCount } from '#server/form-fields.ts'

const read = (given: unknown) => optionalCount.safeParse(given)

describe('a whole number in a form', () => {
  it.each([
    ['1500', 1500],
    ['1.500', 1500],
    ['240.000', 240_000],
    ['1 500 000', 1_500_000],
    ['1,500', 1500],
    [' 75 ', 75],
    [1500, 1500],
  ])('may be written %j', (given, count) => expect(read(given).data).toBe(count))

  it.each(['', '  ', null, undefined])('may be left out as %j', (given) => {
    expect(read(given)).toMatchObject({ success: true, data: null })
  })

  it.each(['0', '-5', '1.5', '1.50', '1.500.00', '1.500,000', '12.5000', '1e3', '0x10', 'tiga', 1.5, '2147483648'])(
    'may not be %j',
    (given) => expect(read(given).error?.issues[0]?.message).toBe('number'),
  )
})
