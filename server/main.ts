/** The program: settings, database, serving. On an empty database it prints how to make the first administrator. */
import { ConfigError, readConfig } from './config.ts'
import { ensureSetupLink } from './identity/sign-in-links.ts'
import { portal } from './portal.ts'
import { scopeOf } from './scope.ts'
import { serve } from './serve.ts'

try {
  await start()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`Setelan perlu dibetulkan: ${error.message}\n`)
  process.exit(2)
}

async function start(): Promise<void> {
  const started = Date.now()
  const running = await portal(readConfig(process.env))
  const url = await serve(running)
  process.stdout.write(`Balai menjawab di ${url} (siap dalam ${Date.now() - started} ms)\n`)
  const setupPath = await ensureSetupLink(scopeOf(running.database))
  if (!setupPath) return
  const base = process.env.PUBLIC_URL ? running.config.publicUrl : url
  process.stdout.write(
    `Belum ada akun. Buat admin pertama lewat tautan ini (sekali pakai, 24 jam):\n  ${base}${setupPath}\n`,
  )
}
