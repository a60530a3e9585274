import { describe, expect, test } from 'vitest'
import { networkOf } from '#server/client-address.ts'
import { waitAfter } from '#server/identity/rules/attempts.ts'
import { passwordIssue } from '#server/identity/rules/password.ts'
import { verifyPassword, hashPassword } from '#server/identity/passwords.ts'

describe('a password', () => {
  test.each([
    ['ayam bakar madu', undefined],
    ['kurang10', 'password-short'],
    ['😀😀😀😀😀', 'password-short'],
    ['abcd '.repeat(40), undefined],
    ['abcd '.repeat(40) + 'x', 'password-long'],
    ['Kepala@Contoh.go.id', 'password-is-email'],
    ['Rahasia123', 'password-common'],
    ['1234567890', 'password-common'],
    ['abababababab', 'password-common'],
    ['abcd abcd abcd', undefined],
  ])('%s → %s', (password, issue) => {
    expect(passwordIssue(password, 'kepala@contoh.go.id')).toBe(issue)
  })

  test('is kept as argon2id under the recommended cost', async () => {
    const hash = await hashPassword('ayam bakar madu')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hashPassword('ayam bakar madu')).not.toBe(hash)
    expect(await verifyPassword(hash, 'ayam bakar madu')).toBe(true)
    expect(await verifyPassword(hash, 'ayam bakar madu ')).toBe(false)
    expect(await verifyPassword(null, 'ayam bakar madu')).toBe(false)
  })

  test('is the same however a keyboard composed it', async () => {
    expect(await verifyPassword(await hashPassword('cafe\u0301 di pojok'), 'caf\u00e9 di pojok')).toBe(true)
  })
})

test.each([
  [0, 0],
  [4, 0],
  [5, 30],
  [6, 60],
  [9, 480],
  [10, 900],
  [500, 900],
])('after %d attempts the wait is %d seconds', (count, seconds) => {
  expect(waitAfter(count, 5)).toBe(seconds)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
