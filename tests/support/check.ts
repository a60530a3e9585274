/** `npm run check`: types of TypeScript, Astro and Svelte, lint, format, and the architecture. Runs all; says which failed. */
import { spawnSync } from 'node:child_process'

const CHECKS: [string, string[]][] = [
  ['types', ['tsc', '--noEmit', '-p', '.']],
  // Over src/ alone: Astro's own reader of types can't follow playwright-core's, and tsc has read the tests already.
  [
    'types of Astro',
    ['astro', 'check', '--noSync', '--tsconfig', 'src/tsconfig.json', '--minimumFailingSeverity', 'hint'],
  ],
  ['types of Svelte', ['svelte-check', '--tsconfig', 'src/tsconfig.json', '--fail-on-warnings']],
  ['lint', ['oxlint', '--deny-warnings']],
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['architecture', ['vitest', 'run', '--config', 'tests/architecture.config.ts']],
]

const failed = CHECKS.filter(([name, [command = '', ...args]]) => {
  const started = Date.now()
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  process.stderr.write(`${status === 0 ? 'ok' : 'FAILED'}  ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`)
  return status !== 0
})
process.exit(failed.length > 0 ? 1 : 0)
