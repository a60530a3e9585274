import type { Transaction } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export interface PublicAct { kind: string; subject: string; fields: Record<string, Json>; closed?: string[] }
export async function appendEntries(db: Transaction, engine: Engine, acts: PublicAct[], now: Date): Promise<void> { void db; void engine; void acts; void now }
