/**
 * Files that people hand in. What a file is, its bytes say, never its name; whatever a browser could run is not taken. A
 * file is served only through the thing that it hangs on, so that what is hidden with the thing is hidden too.
 */
import { createHash } from 'node:crypto'
import { deleteFile, findFile, insertFile, lockFile, readFileBytes } from '#db/file/files.ts'
import { isFileHeld } from '#db/file/holders.ts'
import type { FileRow } from '#db/file/tables.ts'
import type { Database, Transaction } from '#db/database.ts'
import { EXTENSIONS, fileKindOf, type FileKind } from './file-kinds.ts'
import { plainText } from './plain-text.ts'
import type { Scope } from './scope.ts'

export const LARGEST_FILE = 10 * 1024 * 1024
const LONGEST_NAME = 120

export type FileIssue = 'file-kind' | 'file-too-big'

export interface GivenFile {
  name: string
  bytes: Uint8Array
}

export interface StoredFile {
  /** SHA-256, lower-case hexadecimal. */
  hash: string
  /** Bytes. */
  size: number
  mime: string
  /** Harmless, with the extension of what it is. */
  name: string
}

/** What is wrong with a file, if anything: for a form that says so before anything is stored. */
export function fileIssue({ bytes }: GivenFile): FileIssue | undefined {
  if (bytes.length > LARGEST_FILE) return 'file-too-big'
  return fileKindOf(bytes) ? undefined : 'file-kind'
}

/** Inside a transaction. The same bytes are kept once; each holder keeps the name by which it got them. */
export async function storeFile(
  { db }: Scope<Transaction>,
  file: GivenFile,
): Promise<({ ok: true } & StoredFile) | { ok: false; issue: FileIssue }> {
  const bytes = Buffer.from(file.bytes)
  const kind = bytes.length > LARGEST_FILE ? undefined : fileKindOf(bytes)
  if (!kind) return { ok: false, issue: fileIssue({ name: file.name, bytes }) ?? 'file-kind' }
  const hash = createHash('sha256').update(bytes).digest('hex')
  const stored = { hash, size: bytes.length, mime: EXTENSIONS[kind].mime, name: fileName(file.name, kind) }
  await insertFile(db, stored, bytes)
  return { ok: true, ...stored }
}

/** After a holder has let go of a file, in the same transaction: its bytes go when nothing else hangs on them. */
export async function releaseFile({ db }: Pick<Scope<Transaction>, 'db'>, hash: string): Promise<void> {
  // Held first, asked then: who hands in the same bytes meanwhile waits, or is seen.
  if ((await lockFile(db, hash)) && !(await isFileHeld(db, hash))) await deleteFile(db, hash)
}

/** The file with its bytes, or undefined. */
export async function readFile(db: Database, hash: string): Promise<(FileRow & { bytes: Buffer }) | undefined> {
  const file = await findFile(db, hash)
  return file && { ...file, bytes: await readFileBytes(db, hash) }
}

/** A page's or route's answer: always to be saved, never to be shown or run by the browser. */
export function answerFile({ mime, bytes }: { mime: string; bytes: Buffer }, name: string): Response {
  const plain = name.replace(/[^\w.-]+/g, '_')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

/** The name without folders and signs of command, ending as what it is: "C:\\x\\usul.exe" of a PDF is "usul.pdf". */
function fileName(given: string, kind: FileKind): string {
  const last = plainText(given).split(/[\\/]/).at(-1) ?? ''
  const bare = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/["<>|:*?\s]+/g, ' ')
    .replace(/^[\s.]+|\s+$/g, '')
  return `${[...bare].slice(0, LONGEST_NAME).join('') || 'berkas'}.${EXTENSIONS[kind].extension(last)}`
}
