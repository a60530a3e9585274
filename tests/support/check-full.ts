/** `npm run check:full`: all checks, all tests, and the proofs once more with more of everything than each run has time for. */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'

const MORE = {
  BALAI_SEED: String(randomInt(2 ** 31)),
  BALAI_REQUESTS: '20000',
  BALAI_OF_EACH_KIND: '60',
  BALAI_KILLS: '60',
}

const STEPS: [command: string, args: string[], more: Record<string, string>][] = [
  ['node', ['tests/support/check.ts'], {}],
  ['vitest', ['run', '--config', 'tests/vitest.config.ts'], {}],
  ['vitest', ['run', '--config', 'tests/vitest.config.ts', '--testTimeout=1800000', 'tests/proof'], MORE],
]

for (const [command, args, more] of STEPS) {
  const said = Object.entries(more).map(([name, value]) => `${name}=${value} `)
  process.stderr.write(`${said.join('')}${[command, ...args].join(' ')}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...more } })
  if (status !== 0) process.exit(status ?? 1)
}
