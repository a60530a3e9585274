/** How long a page on a record may be kept: until the window for corrections ends, or something is added. */
import type { RecordView } from '#server/musyawarah/record-views.ts'
import { takesCorrections } from '#server/musyawarah/rules/state.ts'

export function keepRecord({ meeting }: RecordView, now: Date): { tags: string[]; until: Date | null } {
  const isOpen = takesCorrections(meeting, now) && meeting.correctionsUntil
  return { tags: [meeting.id, 'directory'], until: isOpen ? new Date(isOpen) : null }
}
