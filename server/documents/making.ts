/**
 * Documents are made one at a time in a thread of their own, with memory and time of its own: what is too much ends there,
 * and nobody else is kept waiting. The last ones made are kept, so that asking again costs nothing; what several ask for at
 * once is made once.
 */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import { Refused } from '../errors.ts'
import type { Document, Sheet } from './document.ts'

export type Work =
  { make: 'pdf' | 'docx'; document: Document } | { make: 'xlsx'; sheets: Sheet[] } | { make: 'rows'; bytes: Uint8Array }

const LONGEST_MS = 60_000
const MOST_WAITING = 12
const MEGABYTES = 768
const KEPT_BYTES = 16 * 1024 * 1024

const kept = new LRUCache<string, Buffer>({ maxSize: KEPT_BYTES, sizeCalculation: ({ length }) => length + 100 })
const making = new Map<string, Promise<Buffer>>()
let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** The file's bytes. @throws Refused unavailable when too many wait, or it can't be made in time */
export async function makeDocument(make: 'pdf' | 'docx', document: Document): Promise<Buffer> {
  return keep({ make, document })
}

/** @throws Refused unavailable as `makeDocument` */
export async function makeSpreadsheet(sheets: Sheet[]): Promise<Buffer> {
  return keep({ make: 'xlsx', sheets })
}

/** Cells of the first sheet as text; undefined for what can't be read. @throws Refused unavailable as `makeDocument` */
export async function readSpreadsheet(bytes: Uint8Array): Promise<string[][] | undefined> {
  return (await inTurn({ make: 'rows', bytes })) as string[][] | undefined
}

async function keep(work: Work): Promise<Buffer> {
  const key = createHash('sha256').update(JSON.stringify(work)).digest('base64url')
  const known = kept.get(key) ?? making.get(key)
  if (known) return known
  const made = inTurn(work).then((bytes) => Buffer.from(bytes as Uint8Array))
  making.set(key, made)
  try {
    kept.set(key, await made)
    return await made
  } finally {
    making.delete(key)
  }
}

async function inTurn(work: Work): Promise<unknown> {
  if (waiting >= MOST_WAITING) throw new Refused('unavailable')
  waiting += 1
  const mine = last.then(() => inThread(work))
  last = mine.catch(() => undefined)
  return mine.finally(() => (waiting -= 1))
}

function inThread(work: Work): Promise<unknown> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  })
  return new Promise<unknown>((resolve, reject) => {
    const late = setTimeout(() => reject(new Refused('unavailable')), LONGEST_MS)
    worker.once('message', (made) => {
      clearTimeout(late)
      resolve(made)
    })
    worker.once('error', (error) => {
      clearTimeout(late)
      reject(error)
    })
    worker.once('exit', () => {
      clearTimeout(late)
      reject(new Refused('unavailable'))
    })
    worker.postMessage(work)
  }).finally(() => void worker.terminate())
}
