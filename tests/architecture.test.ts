/** Holds the layout: which way imports may point, which words stand alone, how long a file may be. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const RANKS = ['ledger', 'directory', 'identity', 'notice', 'moderation', 'survey', 'commitment', 'policy']
const LATEST = ['feedback', 'consultation', 'musyawarah']
const MODULES = [...RANKS, ...LATEST, 'dashboard']
/** Only these may name all modules. */
const COMPOSITION_ROOTS =
  /^(server\/(main|api|jobs|dev|portal|traces|letters|followed|verifiers|feed|built-on)\.ts|server\/(cli|demo|words)\/|db\/(database|migrations\/)|src\/|tests\/)/
const ALIASES: [string, string][] = [
  ['#server/', 'server/'],
  ['#db/', 'db/'],
  ['#ui/', 'src/ui/'],
  ['#browser/', 'src/browser/'],
]

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const files = globSync(['src/**/*.{ts,astro,svelte}', 'server/**/*.ts', 'db/**/*.ts'], { cwd: root }).sort()
const imports = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)(\s+type)?[^'"\n;]*?(?:\{[^}]*\}[^'"\n]*?)?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => ({
    from: file,
    to: resolve(file, match[2] ?? match[3] ?? ''),
    typeOnly: Boolean(match[1]),
  }))
}

function resolve(file: string, target: string): string {
  for (const [alias, folder] of ALIASES) if (target.startsWith(alias)) return folder + target.slice(alias.length)
  return target.startsWith('.') ? normalize(join(dirname(file), target)) : target
}

function moduleOf(file: string): string | undefined {
  const [, second] = file.split('/')
  return second !== undefined && MODULES.includes(second) ? second : undefined
}

function rank(module: string): number {
  if (LATEST.includes(module)) return RANKS.length
  return module === 'dashboard' ? RANKS.length + 1 : RANKS.indexOf(module)
}

const show = (wrong: Import[]) => wrong.map(({ from, to }) => `${from} → ${to}`)

test('arrows point from src to server to db, never back', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      (from.startsWith('server/') && to.startsWith('src/')) || (from.startsWith('db/') && /^(src|server)\//.test(to)),
  )
  expect(show(wrong)).toEqual([])
})

test('pages never import db', () => {
  expect(
    show(imports.filter(({ from, to, typeOnly }) => from.startsWith('src/') && to.startsWith('db/') && !typeOnly)),
  ).toEqual([])
})

test('rules, statistics and access import nothing outward', () => {
  const isPure = (file: string) => /\/rules\/|^server\/statistics\/|^server\/access\.ts$/.test(file)
  const isAllowed = (to: string) => isPure(to) || to === 'server/words/format.ts'
  expect(show(imports.filter(({ from, to, typeOnly }) => isPure(from) && !isAllowed(to) && !typeOnly))).toEqual([])
})

test('statistics and documents know no domain', () => {
  const wrong = imports.filter(
    ({ from, to }) => /^server\/(statistics|documents)\//.test(from) && moduleOf(to) !== undefined,
  )
  expect(show(wrong)).toEqual([])
})

test('modules call only to the left', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [mine, theirs] = [moduleOf(from), moduleOf(to)]
    if (COMPOSITION_ROOTS.test(from) || !mine || !theirs || mine === theirs) return false
    return rank(theirs) >= rank(mine)
  })
  expect(show(wrong)).toEqual([])
})

test('only composition roots name modules from outside one', () => {
  const isRoot = (file: string) => COMPOSITION_ROOTS.test(file) || moduleOf(file) !== undefined
  const kernel = /^server\/scope\.ts$/
  const wrong = imports.filter(
    ({ from, to, typeOnly }) => !isRoot(from) && !kernel.test(from) && moduleOf(to) && !typeOnly,
  )
  expect(show(wrong)).toEqual([])
})

test('what runs in the browser imports only ui, rules and types', () => {
  const isBrowser = (file: string) => file.endsWith('.svelte') || file.startsWith('src/browser/')
  const isAllowed = (to: string) =>
    /^src\/(ui|browser)\/|^src\/pages\/.*_parts\/|\/rules\/|^server\/words\/format/.test(to) ||
    !/^(server|db|src)\//.test(to)
  expect(
    show(imports.filter(({ from, to, typeOnly }) => isBrowser(from) && !typeOnly && (!isAllowed(to) || to === 'zod'))),
  ).toEqual([])
})

test('SQL stands in db alone', () => {
  const builds = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/
  const wrong = files.filter((file) => !file.startsWith('db/') && builds.test(readFileSync(join(root, file), 'utf8')))
  expect(wrong).toEqual([])
})

test('a file can be read in one sitting', () => {
  const all = [...files, ...globSync(['tests/**/*.ts', 'src/**/*.css'], { cwd: root })]
  const tooLong = all.filter((file) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length > 250)
  expect(tooLong).toEqual([])
})

test('no drawer named utils, helpers or common', () => {
  const drawers = files.filter((file) => /\/(utils?|helpers?|misc|lib)(\/|\.)/.test(file))
  expect(drawers).toEqual([])
})

test('the tree on disk is the one the README shows', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const folders = globSync(['server/*/', 'db/*/', 'src/*/', 'tests/*/'], { cwd: root }).map((folder) =>
    relative('.', folder),
  )
  const unnamed = folders.filter((folder) => !readme.includes(`${folder.split('/')[1]}/`))
  expect(unnamed).toEqual([])
})
