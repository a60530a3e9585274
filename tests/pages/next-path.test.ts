import { describe, expect, test } from 'vitest'
import { nextPath } from '../../src/pages/identity/_parts/browser-session.ts'

describe('after signing in', () => {
  test.each(['/survei/kelola', '/survei/kelola?state=draft', '/en/surveys/manage', '/akun'])(
    'goes on to %s',
    (address) => {
      expect(nextPath(address, '/akun')).toBe(address)
    },
  )

  test.each([
    '//evil.example/akun',
    '/\\evil.example/akun',
    '/\t/evil.example/akun',
    'https://evil.example/akun',
    'javascript:alert(1)',
    '/tidak-ada',
    '/masuk',
    '/keluar',
    '',
    null,
  ])('goes to the account instead of %j', (address) => {
    expect(nextPath(address, '/akun')).toBe('/akun')
  })
})
