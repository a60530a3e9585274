/** What is made of a meeting's data: berita acara, notulen, risalah. Page, PDF and DOCX are made of the same parts. */
import type { Part } from '../documents/document.ts'
import type { Zone } from '../directory/rules/days.ts'
import type { StakeholderGroup } from '../directory/stakeholder-groups.ts'
import type { Locale } from '../paths.ts'
import { annexParts } from './paper-annexes.ts'
import { decisionParts, discussionParts, proceedingParts } from './paper-course.ts'
import { agendaParts, headParts, minutesHead, presentParts } from './paper-head.ts'
import { addendaParts, afterParts, closingParts, minutesEnd } from './paper-end.ts'
import type { RecordData } from './record-data.ts'
import type { PublicRecord } from './record-public.ts'
import type { RecordView } from './record-views.ts'

export const PAPERS = ['record', 'minutes', 'proceedings'] as const
export type Paper = (typeof PAPERS)[number]

export interface PaperFrame {
  locale: Locale
  zone: Zone
  groups: Map<string, StakeholderGroup>
  /** For those who sign it: who came, who proposed what and who was sent on, by name. */
  names?: Pick<RecordData, 'attendance' | 'proposals' | 'delegates'>
  added: Pick<RecordView, 'addenda' | 'covered'>
}

export function paperParts(paper: Paper, record: PublicRecord, frame: PaperFrame): Part[] {
  if (paper === 'minutes') {
    return [
      ...minutesHead(record, frame),
      ...presentParts(record, frame),
      ...discussionParts(record, frame, { withDecisions: true }),
      ...annexParts(record, frame, { only: 'proposals' }),
      ...afterParts(record, frame),
      ...minutesEnd(record, frame),
    ]
  }
  if (paper === 'proceedings') {
    return [
      ...minutesHead(record, frame),
      ...presentParts(record, frame),
      ...proceedingParts(record, frame),
      ...annexParts(record, frame, { only: 'proposals' }),
      ...afterParts(record, frame),
      ...minutesEnd(record, frame),
    ]
  }
  return [
    ...headParts(record, frame),
    ...presentParts(record, frame),
    ...agendaParts(record, frame),
    ...discussionParts(record, frame, { withDecisions: false }),
    ...decisionParts(record, frame),
    ...afterParts(record, frame),
    ...closingParts(record, frame),
    ...annexParts(record, frame, { only: 'all' }),
    ...addendaParts(frame),
  ]
}
