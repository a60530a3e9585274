/** The built portal as a process of its own on a free port, and visitors who keep their cookies. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
import { BARE_ENV } from './bare-env.ts'
import { openTestDatabase } from './engines.ts'
import { freePort } from './free-port.ts'
import { secondStepAt, takeSecondStep } from './second-step.ts'

const root = join(import.meta.dirname, '../..')

export interface TestPortal {
  /** Without a slash at its end. */
  url: string
  engine: Engine
  /** The portal's own database, as another node would open it. */
  database: OpenDatabase
  /** What a command needs to work on the same database. */
  env: Record<string, string>
  stop(): Promise<void>
}

/** Fills the database first, then starts the program on it; `dist/` must be built. */
export async function startPortal(
  engine: Engine,
  { fill, env = {} }: { fill?: (database: OpenDatabase) => Promise<unknown>; env?: Record<string, string> } = {},
): Promise<TestPortal> {
  const opened = await openTestDatabase(engine)
  try {
    await fill?.(opened.database)
    const all = { ...opened.env, PORT: String(await freePort()), ...env }
    const node = await startNode(all)
    const stop = async () => {
      await node.stop()
      await opened.dispose()
    }
    return { url: node.url, engine, database: opened.database, env: all, stop }
  } catch (error) {
    await opened.dispose()
    throw error
  }
}

export interface TestNode {
  /** Without a slash at its end. */
  url: string
  pid: number
  /** What it has written on standard error so far, line by line. */
  complaints(): string[]
  stop(): Promise<void>
  /** Ends it as a cut of the power would: nothing is finished, nothing said. */
  kill(): Promise<void>
}

/**
 * Starts the program on a database that is there already: a further node beside others, if there are any.
 * `under` is a command that runs it, e.g. with less room on the disk.
 */
export async function startNode(
  env: Record<string, string>,
  { under = [] }: { under?: string[] } = {},
): Promise<TestNode> {
  const [command = '', ...args] = [...under, process.execPath, join(root, 'server/main.ts')]
  const child = spawn(command, args, {
    cwd: root,
    env: { ...BARE_ENV, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complained = ''
  child.stderr.on('data', (text: Buffer) => (complained += String(text)))
  try {
    const url = await addressOf(child)
    const complaints = () => complained.split('\n').filter((line) => line !== '')
    return {
      url,
      pid: child.pid ?? 0,
      complaints,
      stop: () => end(child, 'SIGTERM'),
      kill: () => end(child, 'SIGKILL'),
    }
  } catch (error) {
    await end(child, 'SIGTERM')
    throw error
  }
}

/** Runs a suite against a portal on each engine. `portal()` is only to be called inside tests and hooks. */
export function onEachPortal(
  name: string,
  fill: (database: OpenDatabase) => Promise<unknown>,
  suite: (portal: () => TestPortal, engine: Engine) => void,
): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    describe(`${name} (${engine})`, () => {
      let portal: TestPortal
      beforeAll(async () => {
        portal = await startPortal(engine, { fill })
      })
      afterAll(() => portal?.stop())
      suite(() => portal, engine)
    })
  }
}

export interface Reply {
  status: number
  headers: Headers
  text: string
}

export interface Visitor {
  /** Follows no redirects. */
  get(path: string, headers?: Record<string, string>): Promise<Reply>
  /** Posts a form as a page of the portal would. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Reply>
  send(method: string, path: string, init?: RequestInit): Promise<Reply>
  /** Over the form, and the second step where there is one; throws if it is refused. */
  signIn(email: string, password: string): Promise<void>
}

/** A browser without scripts: keeps cookies, sends its origin with each form. */
export function visitorOf({ url }: Pick<TestPortal, 'url'>): Visitor {
  const cookies = new Map<string, string>()
  async function send(method: string, path: string, init: RequestInit = {}): Promise<Reply> {
    const headers = new Headers(init.headers)
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (jar && !headers.has('cookie')) headers.set('cookie', jar)
    const response = await fetch(url + path, { redirect: 'manual', ...init, method, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0\b/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const get: Visitor['get'] = (path, headers = {}) => send('GET', path, { headers })
  const post: Visitor['post'] = (path, fields = {}, headers = {}) =>
    send('POST', path, { headers: { origin: url, ...headers }, body: new URLSearchParams(fields) })
  async function signIn(email: string, password: string): Promise<void> {
    const reply = await post('/masuk', { email, password })
    if (reply.status !== 303) throw new Error(`${email} was not let in: ${reply.status} ${reply.text.slice(0, 400)}`)
    const path = reply.headers.get('location') ?? ''
    if (secondStepAt(path)) await takeSecondStep({ url, get, post }, email, path)
  }
  return { get, post, send, signIn }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (text: Buffer) => (said += String(text)))
    child.stdout?.on('data', (text: Buffer) => {
      said += String(text)
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (url) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`The portal ended with ${code}: ${said}`)))
  })
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
