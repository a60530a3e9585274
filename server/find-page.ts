/** The way back from an address to its page: see the table in paths.ts. */
import { PAGES, type Locale, type PageName } from './paths.ts'

export interface FoundPage {
  page: PageName
  locale: Locale
  params: Record<string, string>
  /** The same page as src/pages knows it. */
  folderPath: string
  /** `.csv`, `.json`, `.atom` … where the address asks for the data behind a page. */
  extension: string
  query: readonly string[]
}

/**
 * Which page an address names, or undefined. Fixed words win over [slug]; a slug that is a fixed word of the folders, or
 * holds a NUL, which PostgreSQL takes in no text, names nothing.
 */
export function findPage(pathname: string): FoundPage | undefined {
  if (pathname.includes('\0')) return undefined
  const locale: Locale = pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'id'
  const local = locale === 'en' ? pathname.slice(3) || '/' : pathname
  const extension = /\.(csv|jsonl|json|atom|ics|txt|xml|pdf|docx|xlsx)$/.exec(local)?.[0] ?? ''
  const found = firstMatch(locale, local.slice(0, local.length - extension.length))
  if (!found) return undefined
  const { page, params } = found
  const { folder, query = [] }: { folder: string; query?: readonly string[] } = PAGES[page]
  const folderPath = fill(folder, params)
  if (firstMatch('folder', folderPath)?.page !== page) return undefined
  return { page, locale, params, folderPath: folderPath + extension, extension, query }
}

function firstMatch(kind: keyof typeof PATTERNS, path: string) {
  const wanted = path.split('/')
  for (const { page, parts } of PATTERNS[kind]) {
    const params = matchParts(parts, wanted)
    if (params) return { page, params }
  }
  return undefined
}

const PATTERNS = { id: patternsOf('id'), en: patternsOf('en'), folder: patternsOf('folder') }

function patternsOf(kind: Locale | 'folder'): { page: PageName; parts: string[] }[] {
  const names = Object.keys(PAGES) as PageName[]
  const patterns = names.map((page) => ({ page, parts: PAGES[page][kind].split('/') }))
  const variables = (parts: string[]) => parts.map((part) => (part.startsWith('[') ? '1' : '0')).join('')
  return patterns.sort((a, b) => variables(a.parts).localeCompare(variables(b.parts)))
}

function matchParts(parts: string[], wanted: string[]): Record<string, string> | undefined {
  if (parts.length !== wanted.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const value = wanted[index] ?? ''
    if (part.startsWith('[')) params[part.slice(1, -1)] = value
    else if (part !== value) return undefined
    if (part.startsWith('[') && value === '') return undefined
  }
  return params
}

function fill(pattern: string, params: Record<string, string>): string {
  return pattern.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? '')
}
