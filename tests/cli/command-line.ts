/** A command line, run inside this process, and the files it is given. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { main } from '#server/cli/main.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'

export const SEKADAU = 'server/demo/data/sekadau-2019-s1.csv'
export const HEADER = ELEMENT_KEYS.join(',')

export const rows = (row: string, n: number) => `${row}\n`.repeat(n)

/** A folder for the files of one test file. Returns how to write one and get its path. */
export function filesForCommands(): (name: string, content: string) => Promise<string> {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'balai-cli-'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  return async (name, content) => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }
}

/** As read by a person (terminal) or a program. */
export async function balai(args: string[], terminal = false) {
  let out = ''
  let err = ''
  const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text), terminal })
  return { code, out, err, json: () => JSON.parse(out) }
}
