/** Builds the site into dist/ when its sources have changed since the last build, and compresses what browsers fetch. */
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'dist', '.built-from')

const sources = sourcesHash()
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  const started = Date.now()
  process.stderr.write('Membangun situs (sekitar 15 detik)…\n')
  const built = spawnSync('astro', ['build', '--silent'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  })
  if (built.status !== 0) process.exit(1)
  compressAssets()
  writeFileSync(stamp, sources)
  process.stderr.write(`Situs terbangun (${((Date.now() - started) / 1000).toFixed(1).replace('.', ',')} detik).\n`)
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const files = globSync(['src/**/*', 'public/**/*', 'server/**/*.ts', 'astro.config.mjs', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
  })
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function compressAssets(): void {
  for (const file of globSync('dist/client/**/*.{js,css,svg,txt,webmanifest,json}', { cwd: root })) {
    const bytes = readFileSync(join(root, file))
    if (bytes.length < 300) continue
    writeFileSync(join(root, `${file}.gz`), gzipSync(bytes, { level: 9 }))
    writeFileSync(
      join(root, `${file}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
  }
}
