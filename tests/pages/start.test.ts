import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { makeDataFolder } from '#server/data-folder.ts'
import { readConfig } from '#server/config.ts'
import { BARE_ENV } from '../support/bare-env.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'balai-start-'))
afterAll(() => rmSync(folder, { recursive: true }))

const aFile = join(folder, 'berkas')
writeFileSync(aFile, 'bukan basis data')
writeFileSync(join(folder, 'balai.db'), 'bukan basis data')

/** Starts the program, which must stop by itself. */
function start(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'server/main.ts')], {
    cwd: root,
    env: { ...BARE_ENV, PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status, stdout, stderr }
}

describe('the program at its start', () => {
  it.each([
    ['PORT', { PORT: 'empat' }],
    ['HOST', { HOST: 'tidak.ada.invalid' }],
    ['DATA_DIR', { DATA_DIR: aFile }],
    ['DATA_DIR', { DATA_DIR: join(aFile, 'data') }],
    ['DATA_DIR', { DATA_DIR: '/proc/balai' }],
    ['balai.db', { DATA_DIR: folder }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://balai:balai@127.0.0.1:1/balai' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'balai.example.go.id' }],
    ['SECURITY_CONTACT', { SECURITY_CONTACT: 'pengelola@contoh.go.id' }],
    ['METRICS_PORT', { METRICS_PORT: '9100', METRICS_HOST: '203.0.113.1' }],
    ['REQUESTS_AT_ONCE', { REQUESTS_AT_ONCE: '0' }],
    ['SMTP_URL', { SMTP_URL: 'surel.example.go.id', MAIL_FROM: 'balai@example.go.id' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://surel.example.go.id' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://surel.example.go.id', MAIL_FROM: 'balai' }],
  ])('names %s in one line when it is %j', (name, env) => {
    const { status, stdout, stderr } = start(env)
    expect(stderr).toContain(name)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  it('names the database that is not there, and keeps the password to itself', () => {
    const { status, stderr } = start({ DATABASE_URL: `${inject('postgresUrl')}/tidak_ada` })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^Setelan perlu dibetulkan: PostgreSQL di DATABASE_URL .*tidak_ada.*\n$/)
    expect(stderr).not.toContain('balai:balai')
  })

  it('names the port that another program uses', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { status, stderr } = start({ PORT: String(port) })
    other.close()
    expect(status).toBe(2)
    expect(stderr).toMatch(new RegExp(`^Setelan perlu dibetulkan: PORT ${port} .*sudah dipakai.*\n$`))
  })
})

it('makes a data folder that its own account alone can read', () => {
  const dataDir = join(folder, 'satu', 'dua')
  makeDataFolder(readConfig({ DATA_DIR: dataDir }))
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  expect(statSync(join(dataDir, 'balai.db')).mode & 0o777).toBe(0o600)
})
