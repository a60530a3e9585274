/** An invitation on its way: whose a code is, what was replied, and how it was sent. */
import type { Database } from '../database.ts'
import type { InviteeRow, InviteeTable } from './tables.ts'

/** Whom a code or an id invites, with the slug of the meeting, once that was announced. */
export function findInvitation(
  db: Database,
  by: { code: string } | { id: string },
): Promise<(InviteeRow & { slug: string }) | undefined> {
  return db
    .selectFrom('invitee')
    .innerJoin('meeting', 'meeting.id', 'invitee.meetingId')
    .selectAll('invitee')
    .select('meeting.slug')
    .where('code' in by ? 'invitee.code' : 'invitee.id', '=', 'code' in by ? by.code : by.id)
    .where('invitee.withdrawnAt', 'is', null)
    .where('meeting.announcedAt', 'is not', null)
    .executeTakeFirst()
}

export async function setReply(
  db: Database,
  id: string,
  reply: Pick<InviteeRow, 'reply' | 'repliedAt' | 'companions' | 'accessNeeds'>,
): Promise<void> {
  await db.updateTable('invitee').set(reply).where('id', '=', id).execute()
}

export async function setSent(
  db: Database,
  ids: string[],
  sent: { sentAt: string; sentVia: NonNullable<InviteeTable['sentVia']> },
): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('invitee').set(sent).where('id', 'in', ids).execute()
}

/** How many replied what; null: nothing yet. */
export async function countReplies(
  db: Database,
  meetingId: string,
): Promise<{ reply: InviteeRow['reply']; count: number }[]> {
  const rows = await db
    .selectFrom('invitee')
    .select(({ fn }) => ['reply', fn.countAll().as('count')])
    .where('meetingId', '=', meetingId)
    .where('withdrawnAt', 'is', null)
    .groupBy('reply')
    .execute()
  return rows.map(({ reply, count }) => ({ reply, count: Number(count) }))
}
