/**
 * Waits until the machine is at rest. What an earlier row left to do (sealing what came in, the database tidying up behind
 * it) would else fall on the next one, and on either side of it as chance has it.
 */
import { cpus } from 'node:os'
import { setTimeout } from 'node:timers/promises'

const LOOK_MS = 500
const LOOKS_IN_A_ROW = 3
const BUSY = 0.1
const LONGEST_MS = 60_000

export async function atRest(): Promise<void> {
  const end = performance.now() + LONGEST_MS
  for (let quiet = 0; quiet < LOOKS_IN_A_ROW && performance.now() < end;) {
    const before = timesOf()
    await setTimeout(LOOK_MS)
    const after = timesOf()
    const busy = 1 - (after.idle - before.idle) / (after.all - before.all)
    quiet = busy < BUSY ? quiet + 1 : 0
  }
}

/** Of all processors together. */
function timesOf(): { idle: number; all: number } {
  const times = cpus().flatMap(({ times }) => Object.entries(times))
  const sum = (some: [string, number][]) => some.reduce((total, [, ms]) => total + ms, 0)
  return { idle: sum(times.filter(([kind]) => kind === 'idle')), all: sum(times) }
}
