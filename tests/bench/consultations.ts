/** Reading consultations, taking inputs in, grouping them and handing all of them out, at the size of a province. */
import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '#db/database.ts'
import { pathTo } from '#server/paths.ts'
import { fillConsultations, opinion, type ConsultationSizes, type ConsultationWorld } from './consultation-world.ts'
import { measurePage, startBoth, type Env } from './http.ts'
import { loadAnswers } from './load-pages.ts'
import { officerCookie } from './officer.ts'
import { runCommand, startPortal } from './processes.ts'
import { atRest } from './rest.ts'
import { atLeast, atMost, median, within, type Line } from './table.ts'

export const FULL: ConsultationSizes = { consultations: 200, passages: 100, inputs: 250_000, inOne: 20_000 }
export const QUICK: ConsultationSizes = { consultations: 10, passages: 20, inputs: 24_000, inOne: 20_000 }

const TURNS = 3
const LEAST_PER_SECOND = 1_000
const LONGEST_GROUPING_S = 30
const LOOKS = 400
const LOOK_EVERY_MS = 10

export async function measureConsultations(
  engine: string,
  env: Env,
  { unit, sizes }: { unit: string; sizes: ConsultationSizes },
): Promise<Line[]> {
  const database = openDatabase({ url: env.DATABASE_URL, file: env.FILE ?? '' })
  const world = await fillConsultations(database, unit, sizes)
  const cookie = await officerCookie(database, 'konsultasi@ukur.example')
  await database.close()
  return [
    ...(await measureReading(engine, env, world)),
    ...(await measureGrouping(engine, env, world, cookie)),
    await measureHandingOut(engine, env, world),
    await measureTaking(engine, env, world),
  ]
}

async function measureReading(engine: string, env: Env, { slug, passage }: ConsultationWorld): Promise<Line[]> {
  const [portal, bare] = await startBoth(env)
  const pages = [
    { name: 'consultation, 100 passages', path: pathTo('id', 'consultation', { slug }), share: 0.5 },
    { name: 'inputs on a passage with 10,000', path: pathTo('id', 'block', { slug, block: passage }), share: 0.5 },
  ]
  const lines: Line[] = []
  try {
    for (const page of pages) {
      await atRest()
      lines.push(await measurePage(engine, portal.url, bare.url, page))
    }
    return lines
  } finally {
    await Promise.all([portal.stop(), bare.stop()])
  }
}

/** Each input says something else, so that none is held as a repetition. */
async function measureTaking(engine: string, env: Env, { slug, passage }: ConsultationWorld): Promise<Line> {
  const [portal, bare] = await startBoth(env)
  let nth = 1_000_000
  const next = () => JSON.stringify({ block: passage, stance: 'disagree', text: opinion((nth += 3)) })
  const path = `/api/v1/consultation/${slug}/inputs`
  const turns = { ours: [] as number[], bare: [] as number[] }
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await atRest()
      turns.bare.push((await loadAnswers(bare.url, { path: '/row', body: next })).perSecond)
      await atRest()
      turns.ours.push((await loadAnswers(portal.url, { path, body: next })).perSecond)
    }
  } finally {
    await Promise.all([portal.stop(), bare.stop()])
  }
  const limit = engine === 'sqlite' ? LEAST_PER_SECOND : median(turns.bare)
  const line = atLeast('inputs over HTTP, concurrency 16', engine, median(turns.ours), limit, 1)
  if (engine === 'sqlite') return { ...line, against: `${LEAST_PER_SECOND.toLocaleString('en')}/s` }
  return { ...line, mark: 'none', reached: true }
}

/** How long an officer waits for 20,000 inputs to be grouped, and how long everyone else's page takes meanwhile. */
async function measureGrouping(
  engine: string,
  env: Env,
  { slug, inOne }: ConsultationWorld,
  cookie: string,
): Promise<Line[]> {
  const portal = await startPortal({ ...env, PORT: '0', HOST: '127.0.0.1' })
  try {
    await atRest()
    const calm = await slowestOf(portal.url, (looks) => looks < LOOKS)
    let isDone = false
    const started = performance.now()
    const grouping = fetch(`${portal.url}${pathTo('id', 'answerInputs', { slug })}?alike=1`, { headers: { cookie } })
      .then(async (reply) => ({ ok: reply.status === 200 && (await reply.text()).includes('demikian') }))
      .finally(() => (isDone = true))
    const busy = await slowestOf(portal.url, () => !isDone)
    if (!(await grouping).ok) throw new Error('The desk offered no groups.')
    const seconds = (performance.now() - started) / 1000
    const count = inOne.toLocaleString('en')
    return [
      within(`grouping ${count} inputs`, engine, [seconds, 's'], LONGEST_GROUPING_S),
      atMost("p99 of others' pages meanwhile, against idle", engine, [busy, 'ms'], calm, 2),
    ]
  } finally {
    await portal.stop()
  }
}

/** The slowest hundredth, in milliseconds, of looks at pages that are asked for anew for as long as `goesOn`. */
async function slowestOf(url: string, goesOn: (looks: number) => boolean): Promise<number> {
  const times: number[] = []
  const paths = [pathTo('id', 'surveys'), pathTo('id', 'consultations')]
  while (goesOn(times.length)) {
    const started = performance.now()
    await (await fetch(url + paths[times.length % paths.length])).text()
    times.push(performance.now() - started)
    await setTimeout(LOOK_EVERY_MS)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN
}

/** What all of them take against what some 10,000 take, each by a process of its own. */
async function measureHandingOut(engine: string, env: Env, { all, inputs, some }: ConsultationWorld): Promise<Line> {
  const peak = async (slugs: string[]) => {
    const output = await runCommand('tests/bench/measure-handing-out.ts', slugs, env)
    return JSON.parse(output) as { megabytes: number; lines: number }
  }
  const small = await peak(some)
  const large = await peak(all)
  if (large.lines < inputs) throw new Error(`${large.lines} of ${inputs} inputs were handed out.`)
  const name = `peak memory handing out ${inputs.toLocaleString('en')} inputs, against ${small.lines.toLocaleString('en')}`
  return atMost(name, engine, [large.megabytes, 'MB'], small.megabytes, 1.2)
}
