/** Starts the processes that are measured and ends them by their own handle. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface Started {
  url: string
  stop(): Promise<void>
}

/** Runs a program that prints its address, and waits for it. */
export function startProgram(program: string, env: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [join(root, program)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += String(text)
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (url) resolve({ url, stop: () => stop(child) })
    })
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)))
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** Runs a command to its end; its peak memory in MB and what it printed. */
export function runMeasured(
  program: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ output: string; ms: number }> {
  const started = Date.now()
  const child = spawn(process.execPath, [join(root, program), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += String(text)))
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve({ output, ms: Date.now() - started }) : reject(new Error(`${program} ended with ${code}`)),
    )
  })
}
