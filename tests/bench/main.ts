/**
 * npm run bench [-- sqlite|postgres] [-- surveys|consultations|meetings] [-- --quick]: measures on both engines in one run, prints the
 * table and, if it is whole, writes docs/benchmarks.md. Takes some 30 minutes, most of it for filling a survey with a million
 * answers and consultations with 250,000 inputs. `--quick` fills less.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { openDatabase, type OpenDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { startPostgresServer } from '../support/postgres.ts'
import * as consultations from './consultations.ts'
import { measureAnswers, measurePages, type Env } from './http.ts'
import * as meetings from './meetings.ts'
import { measureRunning } from './running.ts'
import { measureExport, measureResults } from './volume.ts'
import { markdown, type Line } from './table.ts'
import { addBenchUnit, addOpenSurvey, addPublishedSurvey, writeAnswerFile } from './world.ts'

const args = process.argv.slice(2)
const quick = args.includes('--quick')
const engines = chosen(['sqlite', 'postgres'])
const PARTS = ['surveys', 'consultations', 'meetings']
const parts = chosen(PARTS)
const SIZES = quick || !parts.includes('surveys') ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000]

const folder = mkdtempSync(join(tmpdir(), 'balai-bench-'))
const lines: Line[] = []
try {
  for (const size of SIZES) await writeAnswerFile(join(folder, `${size}.csv`), size)
  for (const engine of engines) lines.push(...(await measureEngine(engine)))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const table = markdown(lines)
process.stdout.write(`\n${table}\n`)
if (!quick && engines.length === 2 && parts.length === PARTS.length) writeFileSync('docs/benchmarks.md', page(table))

async function measureEngine(engine: 'sqlite' | 'postgres'): Promise<Line[]> {
  const postgres = engine === 'postgres' ? await startPostgresServer() : undefined
  const env = {
    DATA_DIR: join(folder, engine),
    FILE: join(folder, engine, 'balai.db'),
    ...(postgres && { DATABASE_URL: `${postgres.url}/postgres` }),
  }
  const database = openDatabase({ url: env.DATABASE_URL, file: makeFolderFor(env.FILE) })
  try {
    await migrate(database)
    const world = await fill(engine, database)
    await database.close()
    const { unit } = world
    const sizesOf = <T>({ QUICK, FULL }: { QUICK: T; FULL: T }) => ({ unit, sizes: quick ? QUICK : FULL })
    const measureParts: Record<string, () => Promise<Line[]>> = {
      surveys: () => measureSurveys(engine, env, world),
      consultations: () => consultations.measureConsultations(engine, env, sizesOf(consultations)),
      meetings: () => meetings.measureMeetings(engine, env, sizesOf(meetings)),
    }
    const measured: Line[] = []
    for (const part of parts) measured.push(...((await measureParts[part]?.()) ?? []))
    return measured
  } finally {
    await postgres?.stop()
  }
}

async function measureSurveys(engine: string, env: Env, world: World): Promise<Line[]> {
  return [
    ...(await measureAnswers(engine, env, world)),
    ...(await measurePages(engine, env, world)),
    ...(await measureResults(engine, env, world)),
    ...(await measureExport(engine, env, world)),
    ...(await measureRunning(engine, env, world)),
    ...world.importLines,
  ]
}

async function fill(engine: string, database: OpenDatabase) {
  const unit = await addBenchUnit(database)
  const open = await addOpenSurvey(database, unit, 'Terbuka')
  const published: Record<number, string> = {}
  const importLines: Line[] = []
  const fileOf = (size: number) => join(folder, `${size}.csv`)
  // Each size has one before it, so that all are compared with something.
  const first = { period: 'Sebelumnya', file: fileOf(1_000), yearsAgo: SIZES.length + 1 }
  await addPublishedSurvey(database, unit, first)
  for (const [index, size] of SIZES.entries()) {
    say(engine, `mengimpor ${size.toLocaleString('id')} jawaban`)
    const survey = { period: `Ukuran ${size}`, file: fileOf(size), yearsAgo: SIZES.length - index }
    const { slug, rowsPerSecond } = await addPublishedSurvey(database, unit, survey)
    published[size] = slug
    if (size !== 100_000) continue
    const ratio = rowsPerSecond / 5_000
    const mark = engine === 'sqlite' ? '≥ 1' : 'none'
    importLines.push({
      measure: 'import of 100,000 rows',
      engine,
      ours: `${Math.round(rowsPerSecond).toLocaleString('en')} rows/s`,
      against: '5,000 rows/s',
      ratio,
      mark,
      reached: engine !== 'sqlite' || ratio >= 1,
    })
  }
  return { unit, open, published, importLines }
}

export type World = Awaited<ReturnType<typeof fill>>

/** Those that were named, or all. */
function chosen<T extends string>(all: T[]): T[] {
  const named = all.filter((one) => args.includes(one))
  return named.length > 0 ? named : all
}

function makeFolderFor(file: string): string {
  mkdirSync(dirname(file), { recursive: true })
  return file
}

function say(engine: string, text: string): void {
  process.stderr.write(`[${engine}] ${text}\n`)
}

function page(table: string): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  return `# Benchmarks

Measured ${new Date().toISOString().slice(0, 10)} on ${machine}, loopback, load and server on the same cores. "Bare" is a Hono route on the same engine with the same durability through Kysely that writes one row, or that returns as many bytes. Both sides get the same requests from the same client, and each row begins when the machine is at rest: what an earlier row left to seal or to tidy up is done by then. Ratios are of one run; single figures vary by 10–20 % from run to run. \`npm run bench\` makes this page.

${table}
`
}
