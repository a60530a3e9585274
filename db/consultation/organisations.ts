/** Organisations that write together, by the codes of their members and of their lead. */
import type { Insertable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type {
  InputRow,
  OrganisationRow,
  OrganisationTable,
  OrganisationTextRow,
  OrganisationTextTable,
} from './input-tables.ts'

export async function insertOrganisation(db: Database, row: Insertable<OrganisationTable>): Promise<void> {
  await db.insertInto('organisation').values(row).execute()
}

export function findOrganisationById(db: Database, id: string): Promise<OrganisationRow | undefined> {
  return db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
}

/** By either code's hash. */
export function findOrganisation(
  db: Database,
  consultationId: string,
  codeHash: string,
): Promise<OrganisationRow | undefined> {
  return db
    .selectFrom('organisation')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where((eb) => eb.or([eb('joinCodeHash', '=', codeHash), eb('leadCodeHash', '=', codeHash)]))
    .executeTakeFirst()
}

/** Marks it as submitted. Says whether it was the first to do so. */
export async function markSubmitted(db: Transaction, id: string, submittedAt: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('organisation')
    .set({ submittedAt })
    .where('id', '=', id)
    .where('submittedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function insertOrganisationText(db: Database, row: Insertable<OrganisationTextTable>): Promise<void> {
  await db.insertInto('organisationText').values(row).execute()
}

export async function deleteOrganisationText(db: Database, organisationId: string, id: string): Promise<void> {
  await db.deleteFrom('organisationText').where('organisationId', '=', organisationId).where('id', '=', id).execute()
}

/** Empties what a member wrote, in the room too, when the input that came of it is erased. */
export async function eraseOrganisationTexts(
  db: Transaction,
  organisationId: string,
  { text, proposal }: { text: string; proposal: string | null },
): Promise<void> {
  await db
    .updateTable('organisationText')
    .set({ author: '', text: '', proposal: null })
    .where('organisationId', '=', organisationId)
    .where('text', '=', text)
    .where('proposal', 'is not distinct from', proposal)
    .execute()
}

export async function chooseOrganisationTexts(db: Transaction, organisationId: string, ids: string[]): Promise<void> {
  await db
    .updateTable('organisationText')
    .set({ chosen: 1 })
    .where('organisationId', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
}

/** In the order in which they were written. */
export function listOrganisationTexts(db: Database, organisationId: string): Promise<OrganisationTextRow[]> {
  return db
    .selectFrom('organisationText')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('updatedAt')
    .orderBy('id')
    .execute()
}

export function listInputsOfOrganisation(
  db: Database,
  consultationId: string,
  organisationId: string,
): Promise<Pick<InputRow, 'number' | 'receiptHash'>[]> {
  return db
    .selectFrom('input')
    .select(['number', 'receiptHash'])
    .where('consultationId', '=', consultationId)
    .where('organisationId', '=', organisationId)
    .orderBy('number')
    .execute()
}
