/** Where a meeting stands. What happened is stored; whether corrections are still taken, the clock alone says. Pure. */
import { dayIn, endOfDay, type Zone } from '../../directory/rules/days.ts'

export const MEETING_STATES = [
  'preparation',
  'planned',
  'postponed',
  'open',
  'held',
  'correction',
  'signed',
  'cancelled',
] as const
export type MeetingState = (typeof MEETING_STATES)[number]

export interface MeetingFacts {
  announcedAt: string | null
  /** The last time it was put off for want of a quorum, unless it was opened since. */
  postponedAt: string | null
  openedAt: string | null
  closedAt: string | null
  correctionsUntil: string | null
  signedAt: string | null
  cancelledAt: string | null
}

export function meetingState(meeting: MeetingFacts, now: Date): MeetingState {
  if (meeting.cancelledAt) return 'cancelled'
  if (meeting.signedAt) return 'signed'
  if (meeting.closedAt) return takesCorrections(meeting, now) ? 'correction' : 'held'
  if (meeting.openedAt) return 'open'
  if (meeting.postponedAt) return 'postponed'
  return meeting.announcedAt ? 'planned' : 'preparation'
}

/** From the day on which the draft minutes went out, that many whole days more. */
export function correctionsUntil(sentAt: Date, days: number, zone: Zone): string {
  return endOfDay(dayIn(new Date(sentAt.getTime() + days * 86_400_000), zone), zone)
}

export function takesCorrections(
  { correctionsUntil: until, signedAt }: Pick<MeetingFacts, 'correctionsUntil' | 'signedAt'>,
  now: Date,
): boolean {
  return !signedAt && until !== null && now.toISOString() < until
}
