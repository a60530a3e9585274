/**
 * Imports that a page started and looks back at. A small file is done before the page is answered; a large one runs on, and
 * the page asks how far it is. Kept in this process alone: when it stops, the import is cut off and counts for nothing.
 */
import { setTimeout } from 'node:timers/promises'
import { newId } from '../ids.ts'
import type { Scope } from '../scope.ts'
import type { ImportFile } from './import-file.ts'
import { importAnswers, type Import, type ImportOptions } from './import.ts'

export type ImportState =
  | { kind: 'running'; stored: number; rows: number }
  | { kind: 'done'; outcome: Import }
  /** It threw: nothing of the file is stored. */
  | { kind: 'failed' }

interface Running {
  slug: string
  accountId: string | undefined
  state: ImportState
}

const SOON_MS = 1500
const REMEMBERED = 100
const imports = new Map<string, Running>()

/**
 * Starts an import and waits a moment for it. With an `id` it is still running: ask `findImportState`.
 * @throws Refused as `importAnswers` does, when that shows within the moment
 */
export async function startImport(
  scope: Scope,
  slug: string,
  file: ImportFile,
  options: ImportOptions,
): Promise<{ outcome: Import } | { id: string }> {
  const running: Running = { slug, accountId: scope.actor?.accountId, state: { kind: 'running', stored: 0, rows: 0 } }
  const onProgress = (progress: { stored: number; rows: number }) => {
    running.state = { kind: 'running', ...progress }
  }
  const whole = importAnswers(scope, slug, file, { ...options, onProgress })
  const soon = await Promise.race([whole, setTimeout(SOON_MS, undefined)])
  if (soon) return { outcome: soon }
  const id = newId()
  imports.set(id, running)
  for (const oldest of [...imports.keys()].slice(0, -REMEMBERED)) imports.delete(oldest)
  void whole.then(
    (outcome) => (running.state = { kind: 'done', outcome }),
    () => (running.state = { kind: 'failed' }),
  )
  return { id }
}

/** How far an import is, for who started it; undefined for anyone else, and after this process began anew. */
export function findImportState({ actor }: Scope, slug: string, id: string): ImportState | undefined {
  const running = imports.get(id)
  return running && running.slug === slug && running.accountId === actor?.accountId ? running.state : undefined
}
