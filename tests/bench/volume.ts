/** What must not grow with the number of answers: the results, and the memory of an export. */
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { scopeOf } from '#server/scope.ts'
import { getResults } from '#server/survey/results.ts'
import type { World } from './main.ts'
import { runCommand } from './processes.ts'
import { atMost, median, type Line } from './table.ts'

type Env = Record<string, string>

const ROUNDS = 300

/** Medians of results computed anew, the sizes in turn so that noise falls on all alike. */
export async function measureResults(engine: string, env: Env, { published }: World): Promise<Line[]> {
  const database = openDatabase({ url: env.DATABASE_URL, file: env.FILE ?? '' })
  const sizes = Object.keys(published).map(Number)
  const times = new Map(sizes.map((size) => [size, [] as number[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const size of sizes) {
      const started = performance.now()
      await getResults(scopeOf(database), published[size] ?? '')
      times.get(size)?.push(performance.now() - started)
    }
  }
  await database.close()
  const base = median(times.get(1_000) ?? [])
  return sizes
    .filter((size) => size > 10_000)
    .map((size) =>
      atMost(
        `results at ${size.toLocaleString('en')} answers, against 1,000`,
        engine,
        [median(times.get(size) ?? []), 'ms'],
        base,
        1.2,
      ),
    )
}

export async function measureExport(engine: string, env: Env, { published }: World): Promise<Line[]> {
  const largest = Math.max(...Object.keys(published).map(Number))
  const peak = async (size: number) => {
    const folder = join(env.DATA_DIR ?? '', `export-${size}`)
    const output = await runCommand('tests/bench/measure-export.ts', [published[size] ?? '', folder], env)
    return (JSON.parse(output) as { megabytes: number }).megabytes
  }
  const small = await peak(10_000)
  const large = await peak(largest)
  return [
    atMost(`peak memory exporting ${largest.toLocaleString('en')}, against 10,000`, engine, [large, 'MB'], small, 1.2),
  ]
}
