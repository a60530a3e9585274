/** One Chromium for the whole run, unpacked once. `BALAI_BROWSER` names another where this one can't run. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    browser: TestBrowser
  }
}

export interface TestBrowser {
  path: string
  /** What it must find in its environment besides ours. */
  env: Record<string, string>
}

export default async function provideChromium(project: TestProject): Promise<void> {
  const named = process.env.BALAI_BROWSER
  project.provide('browser', named ? { path: named, env: {} } : await unpacked())
}

/** In a folder of its own, moved into place when whole: two runs at once, or one that was cut off, do no harm. */
async function unpacked(): Promise<TestBrowser> {
  const folder = join(tmpdir(), `balai-chromium-${userInfo().uid}-${packageVersion()}`)
  if (!existsSync(folder)) {
    const arriving = `${folder}-${process.pid}`
    mkdirSync(arriving, { recursive: true })
    await unpackInto(arriving)
    writeFileSync(join(arriving, 'fonts.conf'), fontsConfig(join(folder, 'fonts')))
    if (existsSync(folder)) rmSync(arriving, { recursive: true })
    else renameSync(arriving, folder)
  }
  return { path: join(folder, 'chromium'), env: { FONTCONFIG_FILE: join(folder, 'fonts.conf') } }
}

/** The package unpacks into the system's temporary folder, whatever that is at the time. */
async function unpackInto(folder: string): Promise<void> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

/** The machine's own fonts first; on a machine without any, the one that the browser brings. */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
</fontconfig>
`
}

function packageVersion(): string {
  const file = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
