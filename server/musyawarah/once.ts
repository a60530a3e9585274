/**
 * What a browser or a device in the field sends again under the same key is done once, and answered as it was the first time.
 * Whoever sends another thing under that key is told so.
 */
import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { findMeetingAct, insertMeetingAct } from '#db/musyawarah/acts.ts'
import type { Transaction } from '#db/database.ts'
import type { Outcome } from '../forms.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Scope } from '../scope.ts'

/** Chosen by the sender, unique in the meeting. */
export const keySchema = z
  .string('bad-key')
  .regex(/^[\w-]{16,64}$/, 'bad-key')
  .nullish()
  .meta({ description: 'Chosen by the sender, another for each act: sent again with the same, it is done once.' })

export const keyed = z.object({ key: keySchema })

/** What may be sent with its key. */
export type Keyed<T extends object = object> = T & { key?: string | null | undefined }

/**
 * The key of a posted form: that of its copy, together with what stands in it. The same copy sent twice is one act; one that
 * was filled in anew after going back is another.
 */
export function keyOfForm(values: Record<string, string>): string | undefined {
  const { key, ...rest } = values
  if (!key) return undefined
  return createHash('sha256')
    .update(jcs([key, rest]))
    .digest('hex')
}

interface Sent {
  /** Which act, on what. */
  act: string
  input: Keyed
}

/** Inside the transaction that holds the meeting. Issues: key: other-body, and those of the act. */
export async function once<T extends object>(
  { db, now }: Scope<Transaction>,
  meetingId: string,
  { act, input: { key, ...given } }: Sent,
  take: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!key) return take()
  const tag = createHmac('sha256', key)
    .update(jcs(JSON.parse(JSON.stringify({ act, given })) as Json))
    .digest('hex')
  const before = await findMeetingAct(db, meetingId, key)
  if (before?.tag === tag) return { ok: true, ...(JSON.parse(before.made) as T) }
  if (before) return { ok: false, issues: { key: 'other-body' }, values: {} }
  const done = await take()
  if (done.ok) {
    const { ok: _, ...made } = done
    await insertMeetingAct(db, { meetingId, clientKey: key, tag, made: JSON.stringify(made), at: now.toISOString() })
  }
  return done
}
