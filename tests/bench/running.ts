/** How the portal bears a day: how soon it answers, what it takes while serving a million answers, and what too much does to it. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import autocannon from 'autocannon'
import { answerRequest } from './http.ts'
import { load } from './load.ts'
import type { World } from './main.ts'
import { startPortal, type Started } from './processes.ts'
import { atRest } from './rest.ts'
import { median, within, type Line } from './table.ts'

type Env = Record<string, string>

const STARTS = 5
const CALM_ANSWERS = 50
/** So many times the answers per second that saturate. */
const TOO_MUCH = 4
const SECONDS_OF_TOO_MUCH = 8
const CONNECTIONS_OF_TOO_MUCH = 1_000
/** Normal again is this many answers in a row, each at most three times as slow as when nobody else came. */
const NORMAL_ANSWERS = 20
const LONGEST_RECOVERY_MS = 30_000

export async function measureRunning(engine: string, env: Env, world: World): Promise<Line[]> {
  const settings = { ...env, PORT: '0', HOST: '127.0.0.1' }
  const starts: number[] = []
  for (let start = 0; start < STARTS; start += 1) starts.push(await timeToFirstAnswer(settings))
  const portal = await startPortal(settings)
  try {
    await askForPages(portal, world)
    const before = residentMegabytes(portal)
    await atRest()
    const tooMuch = await measureTooMuch(engine, portal, world)
    await atRest()
    const most = Math.max(...Object.keys(world.published).map(Number)).toLocaleString('en')
    return [
      within('start to first answer', engine, [median(starts), 's'], 2),
      within(`resident memory, serving ${most} answers`, engine, [before, 'MB'], 200),
      ...tooMuch,
      within('resident memory, once that crowd has gone', engine, [residentMegabytes(portal), 'MB'], 200),
    ]
  } finally {
    await portal.stop()
  }
}

/** Seconds from the start of the process until a page has been read. */
async function timeToFirstAnswer(settings: Env): Promise<number> {
  const started = performance.now()
  const portal = await startPortal(settings)
  await (await fetch(`${portal.url}/survei`)).text()
  const seconds = (performance.now() - started) / 1000
  await portal.stop()
  return seconds
}

/** Every public page about the answers, many times. */
async function askForPages({ url }: Started, { published, unit }: World): Promise<void> {
  const largest = published[Math.max(...Object.keys(published).map(Number))] ?? ''
  const paths = [`/survei/${largest}/hasil`, `/survei/${largest}/hasil.csv`, `/unit/${unit}`, '/survei', '/']
  for (const path of paths) await load(`${url}${path}`, { seconds: 2, warmUp: 0 })
}

function residentMegabytes({ pid }: Started): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/** The slowest hundredth of the answers let in under too much, and how long until one is as quick as ever. */
async function measureTooMuch(engine: string, { url }: Started, world: World): Promise<Line[]> {
  const request = answerRequest(world.open)
  const { perSecond } = await load(url, { request })
  const calm = median(await timeAnswers(url, request, CALM_ANSWERS))
  const admitted = await pour(url, request, Math.round(perSecond * TOO_MUCH))
  const recovery = await timeToNormal(url, request, 3 * calm)
  const name = `p99 of the ${admitted.length.toLocaleString('en')} let in at ${TOO_MUCH} times what saturates`
  const p99 = admitted.toSorted((a, b) => a - b)[Math.floor(admitted.length * 0.99)] ?? Number.NaN
  return [
    within(name, engine, [p99 / 1000, 's'], 1),
    within('back to normal after that', engine, [recovery / 1000, 's'], 5),
  ]
}

/** Milliseconds of each answer that was let in. */
function pour(url: string, request: autocannon.Request, overallRate: number): Promise<number[]> {
  const admitted: number[] = []
  const load = { url, requests: [request], connections: CONNECTIONS_OF_TOO_MUCH, duration: SECONDS_OF_TOO_MUCH }
  return new Promise((resolve, reject) => {
    const running = autocannon({ ...load, overallRate }, (error?: Error | null) =>
      error ? reject(error) : resolve(admitted),
    )
    running.on('response', (_client, status, _bytes, ms) => {
      if (status === 201) admitted.push(ms)
    })
  })
}

async function timeToNormal(url: string, request: autocannon.Request, normalMs: number): Promise<number> {
  const started = performance.now()
  while (performance.now() - started < LONGEST_RECOVERY_MS) {
    const since = performance.now() - started
    const times = await timeAnswers(url, request, NORMAL_ANSWERS)
    if (times.every((ms) => ms <= normalMs)) return since
    await setTimeout(50)
  }
  return Infinity
}

/** Milliseconds of answers that come one after another. */
async function timeAnswers(url: string, { method, path, body }: autocannon.Request, count: number): Promise<number[]> {
  const times: number[] = []
  for (let answer = 0; answer < count; answer += 1) {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomBytes(16).toString('base64url') }
    const started = performance.now()
    await (await fetch(`${url}${path}`, { method: String(method), headers, body: String(body) })).text()
    times.push(performance.now() - started)
  }
  return times
}
