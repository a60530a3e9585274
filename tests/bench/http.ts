/** Answers and pages over HTTP, each beside its bare counterpart in the same run. */
import { randomBytes } from 'node:crypto'
import type autocannon from 'autocannon'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import { loadAnswers, loadPage } from './load-pages.ts'
import type { World } from './main.ts'
import { startBare, startPortal } from './processes.ts'
import { atRest } from './rest.ts'
import { atLeast, median, type Line } from './table.ts'

export type Env = Record<string, string>

/** Ours and bare in turn, so that what else the machine does falls on both. */
const TURNS = 3

const BODY = JSON.stringify({
  answers: Object.fromEntries(ELEMENT_KEYS.map((key, index) => [key, (index % 4) + 1])),
  comment: 'Antreannya cepat.',
  respondent: { sex: 'female', ageBand: '30_39' },
})

/** Answers per second at a concurrency of sixteen. */
export async function measureAnswers(engine: string, env: Env, world: World): Promise<Line[]> {
  const [portal, bare] = await startBoth(env)
  try {
    const turns = { ours: [] as number[], bare: [] as number[] }
    for (let turn = 0; turn < TURNS; turn += 1) {
      await atRest()
      turns.bare.push((await loadAnswers(bare.url, { path: '/row', body: () => BODY })).perSecond)
      await atRest()
      turns.ours.push((await loadAnswers(portal.url, { path: pathOfAnswers(world.open), body: () => BODY })).perSecond)
    }
    return [atLeast('answers over HTTP, concurrency 16', engine, median(turns.ours), median(turns.bare), 0.6)]
  } finally {
    await Promise.all([portal.stop(), bare.stop()])
  }
}

const HEADERS = { 'content-type': 'application/json' }

function pathOfAnswers(survey: string): string {
  return `/api/v1/survey/${survey}/answers`
}

/** An answer to a survey, each with a key of its own. */
export function answerRequest(survey: string): autocannon.Request {
  return {
    method: 'POST',
    path: pathOfAnswers(survey),
    headers: HEADERS,
    body: BODY,
    setupRequest: (request) => ({
      ...request,
      headers: { ...HEADERS, 'idempotency-key': randomBytes(16).toString('base64url') },
    }),
  }
}

export async function measurePages(engine: string, env: Env, world: World): Promise<Line[]> {
  const [portal, bare] = await startBoth(env)
  const results = `/survei/${world.published[1_000]}/hasil`
  const pages: [string, string, number][] = [
    ['results page', results, 0.7],
    ['results over the API', `/api/v1/survey/${world.published[1_000]}/results`, 0.7],
    ['home page', '/', 0.7],
    ['unit page', `/unit/${world.unit}`, 0.7],
    ['list of surveys', '/survei', 0.7],
    ['survey form, a fresh key in each copy', `/survei/${world.open}`, 0.4],
  ]
  const lines: Line[] = []
  try {
    for (const [name, path, share] of pages) {
      await atRest()
      lines.push(await measurePage(engine, portal.url, bare.url, { name, path, share }))
    }
    return lines
  } finally {
    await Promise.all([portal.stop(), bare.stop()])
  }
}

/** Both send as many bytes, headers and all: what a browser gets, compressed. */
export async function measurePage(
  engine: string,
  portal: string,
  bare: string,
  { name, path, share }: { name: string; path: string; share: number },
): Promise<Line> {
  const { bytes } = await loadPage(portal, { path, gzip: true, seconds: 0.1 })
  const headersOfBare = 160
  const turns = { ours: [] as number[], bare: [] as number[] }
  for (let turn = 0; turn < TURNS; turn += 1) {
    turns.bare.push((await loadPage(bare, { path: `/bytes/${bytes - headersOfBare}` })).perSecond)
    turns.ours.push((await loadPage(portal, { path, gzip: true })).perSecond)
  }
  return atLeast(`${name} (${(bytes / 1000).toFixed(1)} KB)`, engine, median(turns.ours), median(turns.bare), share)
}

export function startBoth(env: Env) {
  const settings = { ...env, PORT: '0', HOST: '127.0.0.1' }
  return Promise.all([startPortal(settings), startBare({ ...settings, FILE: `${env.FILE}.bare` })])
}
