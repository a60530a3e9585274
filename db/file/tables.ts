/** Files by what is in them: the same bytes are kept once. In parts, so that a backup never holds many large files at once. */
import type { Selectable } from 'kysely'

export interface FileTables {
  file: FileTable
  filePart: FilePartTable
}

export interface FileTable {
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  hash: string
  /** Bytes. */
  size: number
  /** As the bytes say, never as the sender said. */
  mime: string
  /** As it was called when it first came. */
  name: string
}

export interface FilePartTable {
  fileHash: string
  /** From 0. */
  number: number
  bytes: Buffer
}

export type FileRow = Selectable<FileTable>
