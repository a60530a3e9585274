/**
 * The public export as a file, made anew only when the chain has grown: whoever takes it slowly holds a file open, not a
 * moment of the database.
 */
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { OpenDatabase } from '#db/database.ts'
import { findLastEntry } from '#db/ledger/entries.ts'
import { readSnapshot } from '#db/snapshot.ts'
import { writeSealed } from '../sealed-lines.ts'
import { publicExport } from './export.ts'
import type { HeadKey } from './heads.ts'
import type { Exporter } from './verification.ts'

const making = new Map<string, Promise<void>>()

export interface ExportOptions {
  exporters: Exporter[]
  key: HeadKey
  now: Date
  /** Where the file is kept; nothing else belongs there. */
  folder: string
}

/** The file of the chain as it stands, packed. Asked for by many at once, it is made once. */
export async function exportFile(database: OpenDatabase, options: ExportOptions): Promise<string> {
  const last = await findLastEntry(database.db)
  const name = last ? `${last.seq}-${last.hash.slice(0, 16)}.jsonl.gz` : 'empty.jsonl.gz'
  const file = join(options.folder, name)
  if (existsSync(file)) return file
  const made = making.get(file) ?? makeFile(database, options, name)
  making.set(file, made)
  try {
    await made
  } finally {
    making.delete(file)
  }
  return file
}

async function makeFile(database: OpenDatabase, { folder, ...options }: ExportOptions, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await readSnapshot(database, (db) => writeSealed(join(folder, name), publicExport(db, options)))
  const older = (await readdir(folder)).filter((other) => other !== name && other.endsWith('.jsonl.gz'))
  for (const other of older) await rm(join(folder, other), { force: true })
}

/** The file's bytes: packed as they lie there, or unpacked on the way. */
export function openExport(file: string, { packed }: { packed: boolean }): ReadableStream {
  const source = createReadStream(file)
  if (packed) return Readable.toWeb(source) as ReadableStream
  const plain = createGunzip()
  source.on('error', (error) => plain.destroy(error)).pipe(plain)
  plain.on('close', () => source.destroy())
  return Readable.toWeb(plain) as ReadableStream
}
