/**
 * Whatever staff can do on pages they can do over the API: each use case that a page for staff calls is called by a route, or
 * stands in `doors.ts` with the reason why not. Which pages are for staff, the access table says: those that ask a stranger
 * to sign in.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { PAGES } from '#server/paths.ts'
import { ELSEWHERE, PAGES_FIRST, PERSONS_ALONE } from './doors.ts'
import { PAGE_LINES } from './table.ts'

const root = join(import.meta.dirname, '../..')
const ALIASES: [string, string][] = [
  ['#server/', 'server/'],
  ['#ui/', 'src/ui/'],
]

interface Named {
  /** Path from the root, e.g. `server/survey/desk.ts`. */
  file: string
  names: string[]
}

/** What a file imports to run: types are left out. */
function importsOf(file: string): Named[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(/^import\s+(?!type\b)([^'"]*?)\s*from\s+'([^']+)'/gm)
  return [...found].map(([, clause = '', target = '']) => {
    const [, list = ''] = /\{([^}]*)\}/.exec(clause) ?? []
    const names = list.split(',').map((name) => name.trim())
    return {
      file: resolved(file, target),
      names: names.filter((name) => name && !name.startsWith('type ')).map((name) => name.split(' as ')[0] ?? ''),
    }
  })
}

function resolved(file: string, target: string): string {
  for (const [alias, folder] of ALIASES) if (target.startsWith(alias)) return folder + target.slice(alias.length)
  return target.startsWith('.') ? normalize(join(dirname(file), target)) : target
}

/** The files of a page, and what they draw on within src/. */
function filesBehind(files: string[]): Set<string> {
  const reached = new Set(files)
  for (const file of reached) {
    for (const { file: next } of importsOf(file)) {
      if (next.startsWith('src/') && /\.(astro|ts)$/.test(next)) reached.add(next)
    }
  }
  return reached
}

const forStaff = new Set(PAGE_LINES.filter(({ get }) => get.startsWith('401')).map(({ page }) => page))
const pages = [...forStaff].flatMap((page) => {
  const base = `src/pages${PAGES[page].folder}`
  return [`${base}.astro`, `${base}/index.astro`, ...globSync(`${base}.*.ts`, { cwd: root })].filter((file) =>
    existsSync(join(root, file)),
  )
})

/** Acts in a scope or reads from a database: `submit(scope, …)`, `getsHeads({ db, actor })`. Others only put things in order. */
function isUseCase(value: unknown): boolean {
  return typeof value === 'function' && /^(async )?function \w+\((scope|db|\{[^}]*\b(db|actor)\b)/.test(String(value))
}

/** `survey/desk.ts enterSheets`: what is called of a module, neither its rules nor its words. */
async function useCasesOf(files: Iterable<string>): Promise<Set<string>> {
  const found = new Set<string>()
  for (const file of files) {
    for (const { file: from, names } of importsOf(file)) {
      if (!/^server\/\w+\/[\w-]+\.ts$/.test(from) || from.startsWith('server/words/')) continue
      const module = (await import(join(root, from))) as Record<string, unknown>
      for (const name of names) {
        if (isUseCase(module[name])) found.add(`${from.replace('server/', '')} ${name}`)
      }
    }
  }
  return found
}

const served = await useCasesOf(globSync('server/*/*routes.ts', { cwd: root }))
const onPages = await useCasesOf(filesBehind(pages))

test('pages for staff call use cases, of every module that has some', () => {
  const modules = new Set([...onPages].map((name) => name.split('/')[0]))
  expect([...modules]).toEqual(
    expect.arrayContaining(['commitment', 'consultation', 'directory', 'identity', 'moderation', 'policy', 'survey']),
  )
})

test('whatever staff can do on pages, a route does', () => {
  const excused = new Set([...Object.keys(PERSONS_ALONE), ...Object.keys(ELSEWHERE)])
  const isNotYet = (name: string) => Object.hasOwn(PAGES_FIRST, name.split(' ')[0] ?? '')
  const unserved = [...onPages].filter((name) => !served.has(name) && !excused.has(name) && !isNotYet(name))
  expect(unserved.sort()).toEqual([])
})

test('what is excused is called by a page and by no route', () => {
  const excused = [...Object.keys(PERSONS_ALONE), ...Object.keys(ELSEWHERE)]
  expect(excused.filter((name) => !onPages.has(name) || served.has(name))).toEqual([])
})

test('what came to pages first has no route for some of it yet', () => {
  const waiting = new Set([...onPages].filter((name) => !served.has(name)).map((name) => name.split(' ')[0]))
  expect(Object.keys(PAGES_FIRST).filter((file) => !waiting.has(file))).toEqual([])
})
