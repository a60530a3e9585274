/**
 * npm run dev: the site rebuilt as it is edited, on an empty or existing data folder. What stands in server/ and db/ runs
 * in Node as it is, so a change there starts the server anew.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from './config.ts'
import { ensureSetupLink } from './identity/sign-in-links.ts'
import { portal } from './portal.ts'
import { scopeOf } from './scope.ts'

const root = join(import.meta.dirname, '..')
const PAUSE_MS = 200

const { host, port, publicUrl } = await prepare()
let astro = start()
let pause: NodeJS.Timeout | undefined
for (const folder of ['server', 'db']) watch(join(root, folder), { recursive: true }, startAnewSoon)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(() => process.exit(0)))

async function prepare() {
  try {
    const config = readConfig(process.env)
    const running = await portal(config)
    const path = await ensureSetupLink(scopeOf(running.database))
    if (path) process.stdout.write(`Belum ada akun. Buat admin pertama: ${config.publicUrl}${path}\n`)
    await running.close()
    return config
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`Setelan perlu dibetulkan: ${error.message}\n`)
    process.exit(2)
  }
}

function start(): ChildProcess {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PUBLIC_URL: publicUrl }
  return spawn('astro', ['dev', '--host', host, '--port', String(port)], { cwd: root, stdio: 'inherit', env })
}

function startAnewSoon(): void {
  clearTimeout(pause)
  pause = setTimeout(() => stop(() => (astro = start())), PAUSE_MS)
}

function stop(then: () => void): void {
  if (astro.exitCode !== null) return then()
  astro.once('exit', then)
  astro.kill('SIGTERM')
}
