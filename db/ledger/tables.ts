/** Tables of the ledger: entries are append-only, held so by triggers on both engines. */
import type { Selectable } from 'kysely'

export interface LedgerTables {
  entry: EntryTable
  entryField: EntryFieldTable
  head: HeadTable
}

export interface EntryTable {
  seq: number
  onDate: string
  kind: string
  subject: string
  commitment: string
  previous: string
  hash: string
}

/** One field of an entry's commitment. An erased field keeps `digest` alone; a closed one (`open` 0) is not yet public. */
export interface EntryFieldTable {
  seq: number
  name: string
  salt: string | null
  value: string | null
  digest: string
  open: 0 | 1
}

/** The last entry of a day, signed. */
export interface HeadTable {
  onDate: string
  seq: number
  hash: string
  publicKey: string
  signature: string
}

export type EntryRow = Selectable<EntryTable>
export type EntryFieldRow = Selectable<EntryFieldTable>
export type HeadRow = Selectable<HeadTable>
