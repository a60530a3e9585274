/** Starts the processes that are measured and ends them by their own handle. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')

/** What `npm start` and `npm run balai` tell Node, so that what is measured is what anyone runs. */
function nodeOptionsOf(script: 'start' | 'balai'): string[] {
  return manifest.scripts[script].split(' ').filter((word) => word.startsWith('--') && word !== '--build')
}

export interface Started {
  url: string
  pid: number
  stop(): Promise<void>
}

/** Starts the portal as `npm start` does, and waits until it answers. */
export function startPortal(env: Record<string, string>): Promise<Started> {
  return startProgram([...nodeOptionsOf('start'), join(root, 'server/main.ts')], env)
}

/** Starts what the portal is held against, by Node as it comes. */
export function startBare(env: Record<string, string>): Promise<Started> {
  return startProgram([join(root, 'tests/bench/bare.ts')], env)
}

/** Runs a program that prints its address, and waits for it. */
function startProgram(args: string[], env: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += String(text)
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (!url) return
      // What it writes of each request is let go unread: reading it would slow what is measured.
      child.stdout.removeAllListeners('data').resume()
      resolve({ url, pid: child.pid ?? 0, stop: () => stop(child) })
    })
    child.once('exit', (code) => reject(new Error(`${args.at(-1)} ended with ${code}: ${said}`)))
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** Runs a command to its end; what it printed. */
export function runCommand(program: string, args: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [...nodeOptionsOf('balai'), join(root, program), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += String(text)))
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(`${program} ended with ${code}`))))
  })
}
