import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyLink } from '#server/identity/sign-in-links.ts'
import { scopeOf } from '#server/scope.ts'
import { openTestDatabase, type TestDatabase } from '../support/engines.ts'
import { COOKIES, PASSWORD, signInAs, tokenOf } from './people.ts'

const main = join(import.meta.dirname, '../../server/cli/main.ts')

describe.each(['sqlite', 'postgres'] as const)('create-admin (%s)', (engine) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase(engine)
  })
  afterAll(() => opened.dispose())

  function balai(...args: string[]): Promise<{ stdout: string; stderr: string }> {
    const env = { ...process.env, ...opened.env, PUBLIC_URL: 'https://balai.example.go.id' }
    return promisify(execFile)(process.execPath, [main, 'create-admin', ...args], { env })
  }

  test('prints a link with which the address signs in as administrator', async () => {
    const { stdout } = await balai('Kepala@Contoh.go.id', '--json')
    const printed = JSON.parse(stdout) as { email: string; path: string; url: string }
    expect(printed).toMatchObject({ email: 'kepala@contoh.go.id', url: `https://balai.example.go.id${printed.path}` })
    const scope = scopeOf(opened.database)
    expect(await applyLink(scope, tokenOf(printed.path), { password: PASSWORD }, COOKIES)).toMatchObject({ ok: true })
    expect(await signInAs(scope, 'kepala@contoh.go.id')).toMatchObject({ ok: true })
  })

  test('ends with 2 and says why when misused', async () => {
    await expect(balai('bukan-alamat')).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('bukan alamat'),
    })
    await expect(balai()).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('--help') })
  })
})
