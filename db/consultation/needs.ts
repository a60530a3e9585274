/** What is said to be wrong or lacking, and who agrees. */
import type { Database, Transaction } from '../database.ts'
import type { NeedRow, NeedStanceRow } from './tables.ts'

/** A need with the consultation that it was stated in. */
export type LinkedNeed = NeedRow & { slug: string; title: string }

/** The needs that a consultation rests on, its own and those of earlier ones. */
export function listLinkedNeeds(db: Database, consultationId: string): Promise<LinkedNeed[]> {
  return linkedNeeds(db).where('consultationNeed.consultationId', '=', consultationId).execute()
}

export async function findNeed(db: Database, consultationId: string, needId: string): Promise<NeedRow | undefined> {
  return db
    .selectFrom('need')
    .selectAll()
    .where('id', '=', needId)
    .where('consultationId', '=', consultationId)
    .executeTakeFirst()
}

export function findNeedById(db: Database, id: string): Promise<NeedRow | undefined> {
  return db.selectFrom('need').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Needs of a region's other announced consultations, which a draft may rest on too. */
export function listNeedsOfRegion(db: Database, regionCode: string, but: string): Promise<LinkedNeed[]> {
  return db
    .selectFrom('need')
    .innerJoin('consultation', 'consultation.id', 'need.consultationId')
    .selectAll('need')
    .select(['consultation.slug', 'consultation.title'])
    .where('consultation.regionCode', '=', regionCode)
    .where('consultation.announcedAt', 'is not', null)
    .where('consultation.id', '!=', but)
    .orderBy('consultation.createdAt', 'desc')
    .orderBy('need.position')
    .limit(100)
    .execute()
}

/** A consultation's own statements in place of those it had, each linked to it, and links to needs of others. */
export async function replaceNeeds(
  db: Database,
  consultationId: string,
  { own, others }: { own: NeedRow[]; others: string[] },
): Promise<void> {
  await db.deleteFrom('consultationNeed').where('consultationId', '=', consultationId).execute()
  await db.deleteFrom('need').where('consultationId', '=', consultationId).execute()
  if (own.length > 0) await db.insertInto('need').values(own).execute()
  const links = [...own.map(({ id }) => id), ...others].map((needId) => ({ consultationId, needId }))
  if (links.length > 0) await db.insertInto('consultationNeed').values(links).execute()
}

/** Stores a stance once under its receipt. @returns whether it was new, else the tag of what is stored there. */
export async function insertStance(
  db: Database,
  stance: NeedStanceRow,
): Promise<{ isNew: boolean; tag: string | null }> {
  const stored = await db
    .insertInto('needStance')
    .values(stance)
    .onConflict((conflict) => conflict.column('receiptHash').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (stored) return { isNew: true, tag: stance.tag }
  const known = await findStanceByReceipt(db, stance.receiptHash)
  return { isNew: false, tag: known?.tag ?? null }
}

export function findStanceByReceipt(db: Database, receiptHash: string): Promise<NeedStanceRow | undefined> {
  return db.selectFrom('needStance').selectAll().where('receiptHash', '=', receiptHash).executeTakeFirst()
}

/** Takes the reason from a stance, once. @returns whether there was one */
export async function emptyStance(db: Transaction, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('needStance')
    .set({ reason: null, tag: null })
    .where('id', '=', id)
    .where('reason', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function countStances(
  db: Database,
  needIds: string[],
): Promise<Map<string, { support: number; dispute: number }>> {
  const counts = new Map(needIds.map((id) => [id, { support: 0, dispute: 0 }]))
  if (needIds.length === 0) return counts
  const rows = await db
    .selectFrom('needStance')
    .select(({ fn }) => ['needId', 'stance', fn.countAll<number | string>().as('count')])
    .where('needId', 'in', needIds)
    .groupBy(['needId', 'stance'])
    .execute()
  for (const { needId, stance, count } of rows) {
    const known = counts.get(needId)
    if (known) known[stance] = Number(count)
  }
  return counts
}

/** Stances that give a reason which may be read, the latest first. */
export function listReasons(
  db: Database,
  needId: string,
  { after, limit }: { after?: { arrivedAt: string; id: string } | undefined; limit: number },
): Promise<NeedStanceRow[]> {
  return db
    .selectFrom('needStance')
    .selectAll()
    .where('needId', '=', needId)
    .where('reason', 'is not', null)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('arrivedAt', '<', after?.arrivedAt ?? ''),
          eb.and([eb('arrivedAt', '=', after?.arrivedAt ?? ''), eb('id', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('arrivedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** All stances on a consultation's needs, for verification. */
export function listStancesOf(db: Database, consultationId: string): Promise<NeedStanceRow[]> {
  return db
    .selectFrom('needStance')
    .innerJoin('need', 'need.id', 'needStance.needId')
    .selectAll('needStance')
    .where('need.consultationId', '=', consultationId)
    .orderBy('needStance.id')
    .execute()
}

function linkedNeeds(db: Database) {
  return db
    .selectFrom('consultationNeed')
    .innerJoin('need', 'need.id', 'consultationNeed.needId')
    .innerJoin('consultation', 'consultation.id', 'need.consultationId')
    .selectAll('need')
    .select(['consultation.slug', 'consultation.title'])
    .orderBy('consultation.createdAt')
    .orderBy('need.position')
}
