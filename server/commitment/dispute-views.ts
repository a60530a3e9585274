/** What people said of a commitment that isn't done, as everyone may read it. */
import type { PlacedCommitmentRow } from '#db/commitment/commitments.ts'
import { DISPUTE_SUBJECT, listDisputes } from '#db/commitment/disputes.ts'
import type { CommitmentDisputeRow } from '#db/commitment/tables.ts'
import { dayIn } from '../directory/rules/days.ts'
import { shownTexts, type ShownText } from '../moderation/texts.ts'
import type { Scope } from '../scope.ts'

export interface DisputeView {
  number: number
  /** The day in the region's zone. */
  day: string
  /** Null while it waits for a moderator, when one has hidden it, and once its writer had it erased. */
  reason: string | null
  state: 'shown' | 'held' | 'hidden' | 'erased'
  /** Names the text where it is reported. */
  textId: string | null
  answer: string | null
  answeredOn: string | null
  /** Whether the owner must still answer. */
  waits: boolean
}

export async function disputesOf(
  { db }: Pick<Scope, 'db'>,
  { id, timezone }: Pick<PlacedCommitmentRow, 'id' | 'timezone'>,
): Promise<DisputeView[]> {
  const disputes = await listDisputes(db, id)
  if (disputes.length === 0) return []
  const texts = await shownTexts(
    db,
    DISPUTE_SUBJECT,
    disputes.map((dispute) => dispute.id),
  )
  return disputes.map((dispute) => viewOf(dispute, texts.get(dispute.id), timezone))
}

function viewOf(
  { number, at, reason, answer, answeredAt }: CommitmentDisputeRow,
  text: ShownText | undefined,
  timezone: PlacedCommitmentRow['timezone'],
): DisputeView {
  const state = reason === null ? 'erased' : (text?.state ?? 'held')
  return {
    number,
    day: dayIn(new Date(at), timezone),
    reason: state === 'shown' ? (text?.text ?? null) : null,
    state,
    textId: state === 'shown' ? (text?.id ?? null) : null,
    answer,
    answeredOn: answeredAt === null ? null : dayIn(new Date(answeredAt), timezone),
    waits: answeredAt === null && (state === 'shown' || state === 'held'),
  }
}
